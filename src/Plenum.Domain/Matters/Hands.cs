using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>
/// A motion on the agenda of the members' meeting is debated there, and the meeting may decide it by raising hands:
/// nobody's vote is cut short, because no box has opened.
/// </summary>
public static class Hands
{
    /// <summary>The meeting whose agenda holds the motion, when it comes soon enough for the motion to wait for it.</summary>
    public static Sitting? Ahead(Section section, Matter matter, Instant now)
    {
        if (!IsOfTheirKind(section, matter))
            return null;
        // However many meetings are called, a motion waits no longer than support, debate and one summons may take.
        var rules = section.Rules;
        var latest = section.After(
            section.After(
                section.After(matter.PutForwardAt, rules.Motions.SupportWindow),
                matter.Procedure.Debate
            ),
            rules.Initiative.AssemblyWithin
        );
        return section
            .Bodies.Sittings.Values.Where(s =>
                s.Stage is SittingStage.Called or SittingStage.Open
                && IsOfMembers(section, s)
                && s.Agenda.Contains(matter.No)
                && now < EndOf(s)
                && s.At <= latest
            )
            .MinBy(s => s.At);
    }

    public static Instant EndOf(Sitting sitting) => sitting.At + BodiesRecord.LongestSitting;

    /// <summary>Only in the meeting the motion waited for: its debate has had its time, and everybody had notice by the agenda.</summary>
    public static bool MayBeRaised(Section section, Matter matter, Sitting sitting) =>
        matter.Stage is Stage.Debate
        && matter.Meeting == sitting.No
        && IsOfMembers(section, sitting)
        && IsOfTheirKind(section, matter);

    /// <summary>Both tellers counted the same: the meeting's count decides.</summary>
    public static void Settle(
        Unfolding unfolding,
        Matter matter,
        HandCount count,
        Occasion occasion
    )
    {
        var verdict = new Verdict(
            matter.Hands.Present,
            count.For,
            count.Against,
            count.Abstained,
            matter.Hands.Needed,
            matter.Procedure.Majority
        );
        Onward.Settle(unfolding, matter, verdict, verdict.Outcome, occasion);
    }

    // Delegates vote by name, persons and what a fifth wants secret are voted on secretly (C7), basic law takes its own road (C8).
    private static bool IsOfTheirKind(Section section, Matter matter) =>
        matter is { Question: Question.Adopt, Procedure: { BasicLaw: false, Secret: false } }
        && matter.Procedure.Electorate == BodyId.Members
        && !Onward.SecrecyWon(section, matter);

    private static bool IsOfMembers(Section section, Sitting sitting) =>
        section.Statutes.Book.Has(sitting.Body, BodyKind.Assembly);
}
