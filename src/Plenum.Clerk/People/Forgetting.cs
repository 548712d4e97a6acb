using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Clerk.People;

/// <summary>
/// Carries out what the record says is forgotten: words about the person that stand in entries, then their key in the
/// vault and every way to sign in. It goes on after being killed, because what it has to do is what the record says and
/// the vault has not done. Whoever belongs to another section of this house stays known there.
/// </summary>
public sealed class Forgetting(
    Front front,
    Persons persons,
    Accounts accounts,
    IClock clock,
    ILogger<Forgetting> log
) : Rounds(front)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SectionId, int> _done = new();

    protected override TimeSpan Rest => LongestSleep;

    protected override void Stumbled(Exception bug) =>
        ClerkLog.ForgettingStumbled(log, bug.GetType().Name);

    protected override Task Go(CancellationToken stop) => Forget();

    /// <summary>Forgets everybody the record says is forgotten and who is still known here.</summary>
    public async Task Forget()
    {
        foreach (var id in Front.Sections)
        {
            var membership = Front.Read(id).Section.Membership;
            var all = membership.ForgottenHere;
            if (_done.GetValueOrDefault(id) == all.Count)
                continue;
            var isDone = true;
            foreach (var no in all)
                isDone &= await Forget(id, no, membership.Of(no).Person);
            if (isDone)
                _done[id] = all.Count;
        }
    }

    private async Task<bool> Forget(SectionId section, MemberNo no, PersonId person)
    {
        if (persons.IsErased(person))
        {
            // Killed between the two, the key was destroyed and the ways to sign in were not.
            accounts.Remove(person);
            return true;
        }
        var isEmpty = true;
        foreach (var happened in Front.Keeping.History(section, Subjects.Of(no), int.MaxValue))
            if (HoldsWordsAbout(happened.Event, no))
                isEmpty &= await Front.Keeping.Record.EraseOpen(
                    section.Value,
                    happened.Entry.Version,
                    Now
                );
        if (!isEmpty)
            return false;
        if (IsKnownElsewhere(section, person))
            return true;
        persons.Erase(person, clock.GetCurrentInstant());
        return true;
    }

    private long Now => clock.GetCurrentInstant().ToUnixTimeTicks();

    // The words in which somebody was noticed, answered or was refused are about them and nobody else.
    private static bool HoldsWordsAbout(Event happened, MemberNo no) =>
        happened switch
        {
            MembershipEvent.Noticed noticed => noticed.Member == no,
            MembershipEvent.Disputed disputed => disputed.Member == no,
            MembershipEvent.Refused refused => refused.Member == no,
            _ => false,
        };

    private bool IsKnownElsewhere(SectionId here, PersonId person) =>
        Front
            .Sections.Where(id => id != here)
            .Select(id => Front.Read(id).Section.Membership.Of(person))
            .Any(member => member.No != MemberNo.None && !member.IsForgotten);
}
