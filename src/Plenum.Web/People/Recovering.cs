using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;
using Answer = Plenum.Clerk.Answer;

namespace Plenum.Web.People;

/// <summary>
/// A lost sign-in is restored by two who hold the mandate that the statutes name for it, three days after the second
/// has vouched; every address the person ever had is told, and whoever reads that can stop it.
/// </summary>
public sealed class Recovering(
    Front front,
    Accounts accounts,
    Persons persons,
    Mailer mailer,
    PlenumWebOptions options
)
{
    /// <summary>Asks for everybody with this address; one that is asked for already stays as it is.</summary>
    public async Task Ask(HttpContext context, Here here, string email)
    {
        foreach (var person in accounts.FindByEmail(email))
            await Ask(context, here, person);
    }

    public async Task Ask(HttpContext context, Here here, PersonId person)
    {
        if (accounts.Recoveries().Any(r => r.Person == person))
            return;
        await Tell(context, here, accounts.AskRecovery(person, here.Now));
    }

    /// <summary>Those this reader may vouch for: members of a section in which they hold the mandate for it.</summary>
    public ImmutableArray<Recovery> For(Here here) =>
        [.. accounts.Recoveries().Where(r => MayVouch(here, r.Person))];

    public bool MayVouch(Here here, PersonId person) =>
        person != here.Person
        && front.Sections.Any(id =>
            front.Read(id).Section is var section
            && section.Membership.Of(person).Standing
                is Standing.Good
                    or Standing.Noticed
                    or Standing.Invited
            && section.Membership.Of(here.Person) is { IsInGoodStanding: true } me
            && section
                .Mandates.HeldBy(me.No, here.Now)
                .Any(m => m.Body == section.Rules.Keepers.RestoredBy && !m.IsCaretaker)
        );

    /// <summary>The record first: whoever vouches does so under a mandate, and members read that it was done.</summary>
    public async Task Vouch(HttpContext context, Here here, string id)
    {
        if (
            accounts.FindRecovery(id) is { State: RecoveryState.Asked } asked
            && await Record(asked, no => new VouchForSignIn(no), Actor.Self(here.Person))
            && accounts.Vouch(id, here.Person, here.Now) is { State: RecoveryState.Waiting } waiting
        )
            await Tell(context, here, waiting);
    }

    /// <summary>A link for the person, once the three days are over; empty before, and for whoever has not vouched.</summary>
    public async Task<string> HandOver(Here here, string id) =>
        accounts.FindRecovery(id) is { State: RecoveryState.Waiting } waiting
        && here.Now >= waiting.Opens
        && await Record(waiting, no => new RestoreSignIn(no), Actor.Self(here.Person))
            ? accounts.UseRecovery(id, here.Now)
            : "";

    /// <summary>Whoever has the letter stops it; what was vouched for is on the record, and so is that it stopped.</summary>
    public async Task Stop(string id)
    {
        if (
            accounts.FindRecovery(id)
            is not { State: RecoveryState.Asked or RecoveryState.Waiting } stopped
        )
            return;
        accounts.StopRecovery(id);
        await Record(stopped, no => new KeepSignIn(no), new Actor.Anyone());
    }

    // In the section where the law allows it; a person may be on several rolls.
    private async Task<bool> Record(Recovery recovery, Func<MemberNo, Command> command, Actor actor)
    {
        foreach (var section in front.Sections)
        {
            var no = front.Read(section).Section.Membership.Of(recovery.Person).No;
            if (no == MemberNo.None)
                continue;
            var answer = await front.Send(
                section,
                CommandId.OfRecovery(Guid.NewGuid()),
                command(no),
                actor
            );
            if (answer is Answer.Done)
                return true;
        }
        return false;
    }

    private async Task Tell(HttpContext context, Here here, Recovery recovery)
    {
        var stop = SigningIn.AddressOf(context, options) + "/recover/stop?id=" + recovery.Id;
        var text =
            recovery.State == RecoveryState.Waiting
                ? here.S["recover.letter.waiting", ("opens", recovery.Opens), ("stop", stop)]
                : here.S["recover.letter.asked", ("stop", stop)];
        foreach (var address in persons.EveryAddress(recovery.Person))
            await mailer.Send(
                new Message(address, here.S["recover.letter.subject"], text),
                context.RequestAborted
            );
    }
}
