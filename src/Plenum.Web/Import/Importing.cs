using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
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
    Accounts accounts,
    ImportTray tray,
    InvitationLetters letters
)
{
    /// <summary>Whether this reader may carry a roll over; the law decides again when it is sent.</summary>
    public static bool MayImport(Here here) =>
        here.Section.Sections.Founding == Domain.Sections.Founding.Circle
            ? here.IsMember
            : here.Holds(Power.Register);

    /// <summary>Whether somebody of this name and address is on the roll of the section.</summary>
    public Func<string, string, bool> WhoIsHere(Here here)
    {
        var roll = here
            .Section.Membership.Members.Values.Where(m =>
                m.Standing is not (Standing.Left or Standing.Lapsed)
            )
            .Select(m => (Name: people.NameOf(m.Person), m.Person))
            .Where(m => m.Name.Length > 0)
            .ToLookup(m => m.Name, m => m.Person, StringComparer.OrdinalIgnoreCase);
        return (name, email) =>
            roll[name]
                .Any(person =>
                    string.Equals(
                        persons.Of(person).Email,
                        email,
                        StringComparison.OrdinalIgnoreCase
                    )
                );
    }

    /// <summary>What the law would say to the whole of it now; nothing happens.</summary>
    public static Reason? DryRun(Here here, Roll roll) =>
        roll
            .Fine.Chunk(Invitations.MostAtOnce)
            .Select(chunk =>
                new InviteMany([
                    .. chunk.Select(line => new Invitation(
                        SigningIn.NewPerson(),
                        line.MemberSince
                    )),
                ]).Decide(
                    here.Section,
                    new Occasion(here.Now, Actor.Self(here.Person), Draw.Nothing)
                )
            )
            .OfType<Ruling.OutOfOrder>()
            .Select(refused => refused.Reason)
            .FirstOrDefault();

    /// <summary>Imports what is fine; stops at the first chunk that is refused and takes its people out of the vault again.</summary>
    public async Task<(Imported Imported, Answer? Stopped)> Import(
        HttpContext context,
        Here here,
        string id,
        Roll roll
    )
    {
        var members = ImmutableArray.CreateBuilder<MemberNo>();
        Answer? stopped = null;
        foreach (
            var (chunk, index) in roll.Fine.Chunk(Invitations.MostAtOnce).Select((c, i) => (c, i))
        )
        {
            var invited = chunk
                .Select(line => (Person: SigningIn.NewPerson(), Line: line))
                .ToArray();
            foreach (var (person, line) in invited)
            {
                accounts.Create(person, here.Now);
                people.Write(person, DataOf(line));
            }
            var answer = await front.Send(
                here.Id,
                new CommandId(FormattableString.Invariant($"import-{id}-{index}")),
                new InviteMany([
                    .. invited.Select(i => new Invitation(i.Person, i.Line.MemberSince)),
                ]),
                Actor.Self(here.Person)
            );
            if (answer is Answer.Done done)
            {
                members.AddRange(
                    done.Events.Items.OfType<MembershipEvent.Invited>().Select(e => e.Member)
                );
                foreach (var (person, line) in invited)
                    await letters.Send(context, here, person, DataOf(line));
            }
            else
            {
                foreach (var (person, _) in invited)
                    Forget(here, person);
                stopped = answer;
                break;
            }
        }
        var imported = new Imported(id, here.Id, here.Now, members.ToImmutable());
        tray.Done(imported);
        return (imported, stopped);
    }

    private static PersonalData DataOf(RollLine line) =>
        new(line.Name.Text, line.Email.Text, line.Postal.Text);

    /// <summary>Takes back every invitation of an import that nobody has accepted yet, and forgets those people.</summary>
    public async Task<int> Undo(Here here, Imported imported)
    {
        var withdrawn = 0;
        var act = SigningIn.NewPerson();
        foreach (var chunk in imported.Members.Chunk(Invitations.MostAtOnce))
        {
            var answers = await Task.WhenAll(
                chunk.Select(async no =>
                    (
                        No: no,
                        Answer: await front.Send(
                            here.Id,
                            new CommandId(FormattableString.Invariant($"undo-{act}-{no}")),
                            new WithdrawInvitation(no),
                            Actor.Self(here.Person)
                        )
                    )
                )
            );
            foreach (var (no, _) in answers.Where(a => a.Answer is Answer.Done))
            {
                withdrawn++;
                Forget(here, here.Section.Membership.Of(no).Person);
            }
        }
        return withdrawn;
    }

    /// <summary>Out of the vault again; whoever belongs to another section here stays known there.</summary>
    internal void Forget(Here here, PersonId person)
    {
        if (
            front.Sections.Any(section =>
                section != here.Id
                && front.Read(section).Section.Membership.Of(person).No != MemberNo.None
            )
        )
            return;
        persons.Erase(person, here.Now);
        people.Forget(person);
    }
}
