using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Mandates;

/// <summary>A recall ends a delegate's say at certification: divisions still open are worked out again without the seat (C2).</summary>
public static class Divisions
{
    /// <summary>What a seat that was taken back has said in divisions that are still open counts no more.</summary>
    public static void WithoutSeat(Unfolding unfolding, Mandate mandate, Instant now)
    {
        var section = unfolding.Section;
        if (section.IsElector(mandate.Body, mandate.Holder, now))
            return;
        foreach (var matter in section.Matters.OpenMatters)
            if (
                matter.Stage is Stage.Voting voting
                && matter.Procedure.Electorate == mandate.Body
                && section.Ballots.Of(voting.Box) is { Secret: false } box
                && box.Roll.Contains(mandate.Holder)
            )
                unfolding.Then(new BallotsEvent.SeatTakenOut(box.No, matter.No, mandate.Holder));
    }

    /// <summary>Says beside the verdict that it was reached without seats taken back, and whether it would have been another with them.</summary>
    public static void Flag(Unfolding unfolding, Matter matter, Box box)
    {
        if (box.TakenOut.IsEmpty)
            return;
        var with = box with { Roll = box.Roll.Union(box.TakenOut), TakenOut = [] };
        unfolding.Then(
            new BallotsEvent.Recomputed(
                box.No,
                matter.No,
                box.TakenOut.Count,
                OutcomeOf(unfolding.Section, matter, with)
                    != OutcomeOf(unfolding.Section, matter, box)
            )
        );
    }

    private static Outcome OutcomeOf(Section section, Matter matter, Box box) =>
        Congresses.Weighing.WouldBe(
            section,
            matter,
            box,
            Onward.VerdictOf(matter, box, []).Outcome
        );
}
