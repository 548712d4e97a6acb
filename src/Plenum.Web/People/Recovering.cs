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
using Plenum.Web.Speech;
using Answer = Plenum.Clerk.Answer;

namespace Plenum.Web.People;

/// <summary>
/// A lost sign-in is restored by two who hold the mandate that the statutes name for it, three days after the second
/// has vouched; every address the person ever had is told, and whoever reads that can stop it. One that is not vouched
/// for lapses by itself, because anybody may ask.
/// </summary>
public sealed class Recovering(
    Front front,
    Accounts accounts,
    Persons persons,
    Afterwards afterwards,
    Outbox outbox,
    PlenumWebOptions options
)
{
    /// <summary>Asks for everybody with this address, once whoever asked has their answer.</summary>
    public void Ask(HttpContext context, Here here, string email)
    {
        if (!Mailer.IsAddress(email))
            return;
        var (house, s, now) = (SigningIn.AddressOf(context, options), here.S, here.Now);
        afterwards.Leave(async () =>
        {
            foreach (var person in accounts.FindByEmail(email))
                if (!accounts.IsAskedTooOften(person, now))
                    await Ask(house, s, person, now);
        });
    }

    /// <summary>One who may vouch asks for somebody who came in person.</summary>
    public Task Ask(HttpContext context, Here here, PersonId person) =>
        Ask(SigningIn.AddressOf(context, options), here.S, person, here.Now);

    /// <summary>Those this reader may vouch for: members of a section in which they hold the mandate for it.</summary>
    public ImmutableArray<Recovery> For(Here here) =>
        [.. accounts.Recoveries(here.Now).Where(r => MayVouch(here, r.Person))];

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
            accounts.Recoveries(here.Now).FirstOrDefault(r => r.Id == id)
                is { State: RecoveryState.Asked } asked
            && await Record(asked, no => new VouchForSignIn(no), Actor.Self(here.Person))
            && accounts.Vouch(id, here.Person, here.Now) is { State: RecoveryState.Waiting } waiting
        )
            await Tell(SigningIn.AddressOf(context, options), here.S, waiting);
    }

    /// <summary>A link for the person, once the three days are over; empty before, and for whoever has not vouched.</summary>
    public async Task<string> HandOver(Here here, string id) =>
        accounts.Recoveries(here.Now).FirstOrDefault(r => r.Id == id)
            is { State: RecoveryState.Waiting } waiting
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

    // What has lapsed is over on the record too, before anybody vouches anew.
    private async Task Ask(string house, Sentences s, PersonId person, NodaTime.Instant now)
    {
        foreach (var lapsed in accounts.LapsedRecoveries(now))
            await Record(lapsed, no => new KeepSignIn(no), new Actor.Anyone());
        if (accounts.Recoveries(now).All(r => r.Person != person))
            await Tell(house, s, accounts.AskRecovery(person, now));
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

    private async Task Tell(string house, Sentences s, Recovery recovery)
    {
        var stop = house + "/recover/stop?id=" + recovery.Id;
        var text =
            recovery.State == RecoveryState.Waiting
                ? s["recover.letter.waiting", ("opens", recovery.Opens), ("stop", stop)]
                : s[
                    "recover.letter.asked",
                    ("stop", stop),
                    ("until", recovery.Asked + Accounts.RecoveryLapses)
                ];
        foreach (var address in persons.EveryAddress(recovery.Person))
            await outbox.Post(new Message(address, s["recover.letter.subject"], text));
    }
}
