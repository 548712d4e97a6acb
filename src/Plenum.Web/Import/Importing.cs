using System.Collections.Immutable;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Import;

/// <summary>Carries an older roll over: people into the vault first, then their invitations, chunk by chunk.</summary>
public sealed class Importing(
    Front front,
    PeopleBook people,
    Persons persons,
    Imports imports,
    InvitationLetters letters
)
{
    /// <summary>Whether this reader may carry a roll over; the law decides again when it is sent.</summary>
    public static bool MayImport(Here here) =>
        here.Section.Sections.Founding == Domain.Sections.Founding.Circle
            ? here.IsMember
            : here.Holds(Power.Register);

    /// <summary>What the law would say to the whole of it now; nothing happens.</summary>
    public static Reason? DryRun(Here here, Roll roll, ImportWork work)
    {
        var done = 0;
        foreach (var chunk in roll.Fine.Chunk(Invitations.MostAtOnce))
        {
            work.At(ImportPhase.Trying, done, roll.FineLines);
            var ruling = new InviteMany([
                .. chunk.Select(line => new Invitation(SigningIn.NewPerson(), line.MemberSince)),
            ]).Decide(here.Section, new Occasion(here.Now, Actor.Self(here.Person), Draw.Nothing));
            if (ruling is Ruling.OutOfOrder refused)
                return refused.Reason;
            done += chunk.Length;
        }
        return null;
    }

    /// <summary>Imports what is fine; stops at the first chunk that is refused and takes its people out of the vault again.</summary>
    public async Task<ImportEnd> Import(
        Here here,
        string house,
        string id,
        Roll roll,
        ImportWork work
    )
    {
        var count = 0;
        Answer? stopped = null;
        foreach (
            var (chunk, index) in roll.Fine.Chunk(Invitations.MostAtOnce).Select((c, i) => (c, i))
        )
        {
            work.At(ImportPhase.Inviting, count, roll.FineLines);
            (PersonId Person, PersonalData Data, NodaTime.Instant Since)[] invited =
            [
                .. chunk.Select(line => (SigningIn.NewPerson(), DataOf(line), line.MemberSince)),
            ];
            people.Enter([.. invited.Select(i => (i.Person, i.Data))], here.Now);
            var answer = await front.Send(
                here.Id,
                CommandId.OfImport(id, index),
                new InviteMany([.. invited.Select(i => new Invitation(i.Person, i.Since))]),
                Actor.Self(here.Person)
            );
            if (answer is not Answer.Done)
            {
                Forget(here, [.. invited.Select(i => i.Person)]);
                stopped = answer;
                break;
            }
            count += invited.Length;
            await letters.SendAll(house, here, [.. invited.Select(i => (i.Person, i.Data))]);
        }
        return new ImportEnd.Invited(count, stopped);
    }

    private static PersonalData DataOf(RollLine line) =>
        new(line.Name.Text, line.Email.Text, line.Postal.Text);

    /// <summary>Takes back every invitation of an import that nobody has accepted yet, and forgets those people.</summary>
    public async Task<ImportEnd> Undo(Here here, string id, ImportWork work)
    {
        var members = imports.Of(id, here.Id)?.Members ?? [];
        // Letters first: whoever is interrupted leaves nobody with a letter that leads nowhere.
        letters.TakeBack([
            .. members
                .Select(here.Section.Membership.Of)
                .Where(m => m.Standing is Standing.Invited)
                .Select(m => m.Person),
        ]);
        var (withdrawn, looked) = (0, 0);
        var act = SigningIn.NewPerson();
        foreach (var chunk in members.Chunk(Invitations.MostAtOnce))
        {
            work.At(ImportPhase.TakingBack, looked, members.Length);
            looked += chunk.Length;
            var answers = await Task.WhenAll(
                chunk.Select(async no =>
                    (
                        No: no,
                        Answer: await front.Send(
                            here.Id,
                            CommandId.OfUndo(act, no),
                            new WithdrawInvitation(no),
                            Actor.Self(here.Person)
                        )
                    )
                )
            );
            var gone = answers.Where(a => a.Answer is Answer.Done).Select(a => a.No).ToArray();
            withdrawn += gone.Length;
            Forget(here, [.. gone.Select(no => here.Section.Membership.Of(no).Person)]);
        }
        return new ImportEnd.TakenBack(withdrawn);
    }

    /// <summary>Out of the vault again; whoever belongs to another section here stays known there.</summary>
    internal void Forget(Here here, params PersonId[] left)
    {
        var elsewhere = front
            .Sections.Where(section => section != here.Id)
            .Select(section => front.Read(section).Section.Membership)
            .ToArray();
        PersonId[] forgotten =
        [
            .. left.Where(person => elsewhere.All(m => m.Of(person).No == MemberNo.None)),
        ];
        persons.EraseAll(forgotten, here.Now);
        foreach (var person in forgotten)
            people.Forget(person);
    }
}
