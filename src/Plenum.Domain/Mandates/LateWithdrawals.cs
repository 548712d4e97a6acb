using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Mandates;

/// <summary>
/// A letter may come after a division has closed that was open, or not yet begun, when its section took a mandate back:
/// it is worked out again without the seat, as if the letter had come at once, and the change is flagged.
/// </summary>
public static class LateWithdrawals
{
    public static void Recompute(
        Unfolding unfolding,
        Mandate mandate,
        Instant endedAt,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        foreach (
            var box in section.Ballots.Boxes.Values.Where(b =>
                b is { Closed: true, Secret: false }
                && b.Electorate == mandate.Body
                && b.Closes >= endedAt
                && b.Roll.Contains(mandate.Holder)
            )
        )
            if (
                section.Matters.Find(box.Matter)
                    is { Stage: Stage.Settled { Outcome: var outcome } } matter
                && outcome
                    is Outcome.Adopted
                        or Outcome.Advice
                        or Outcome.Rejected
                        or Outcome.NoQuorum
            )
                Again(unfolding, matter, box.No, mandate, outcome, occasion);
    }

    private static void Again(
        Unfolding unfolding,
        Matter matter,
        BoxNo no,
        Mandate mandate,
        Outcome before,
        Occasion occasion
    )
    {
        unfolding.Then(new BallotsEvent.SeatTakenOut(no, matter.No, mandate.Holder));
        var box = unfolding.Section.Ballots.Of(no);
        var verdict = Onward.VerdictOf(matter, box, []);
        var outcome = Congresses.Weighing.Weigh(unfolding, matter, box, verdict.Outcome);
        var reached = Competences.Reaching.WouldBe(
            unfolding.Section,
            matter,
            outcome,
            matter.SettledAt
        );
        unfolding.Then(
            new BallotsEvent.Recomputed(no, matter.No, box.TakenOut.Count, reached != before)
        );
        // Acts done on the strength of it stand; a motion is only words, and its words change with the count.
        if (reached != before && matter.Question is Question.Adopt)
            Onward.Settle(unfolding, matter, verdict, outcome, occasion);
    }
}
