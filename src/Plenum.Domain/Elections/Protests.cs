using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>What a panel's decision on a protest brings about.</summary>
public static class Protests
{
    /// <summary>
    /// The election is annulled and held again for as many seats as it had filled; those it elected leave at once, what
    /// they did stands (C17).
    /// </summary>
    public static void Uphold(Unfolding unfolding, MatterNo no, Instant now)
    {
        var section = unfolding.Section;
        // Another protest may have been upheld before.
        if (
            section.Matters.Find(no) is not { Question: Question.Elect elect, Stage: Stage.Protest }
        )
            return;
        var seats = 0;
        foreach (
            var mandate in section
                .Mandates.Current.Values.Where(m => m.By == no && m.Body == elect.Body)
                .ToArray()
        )
        {
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.Annulled, now));
            seats++;
        }
        foreach (
            var pending in section
                .Elections.CountBacks.Values.Where(c => c.Election == no)
                .ToArray()
        )
        {
            unfolding.Then(
                new ElectionsEvent.CountedBack(pending.Vacated, 0, new Document(Digest.None, ""))
            );
            seats++;
        }
        unfolding.Then(new MattersEvent.Settled(no, Outcome.Annulled, Verdict.None, now));
        if (seats > 0)
            Calling.Call(
                unfolding,
                unfolding.Section.RuleOf(elect.Body),
                seats,
                ElectionCause.Rerun,
                elect.Until,
                now
            );
    }
}
