using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>Whether somebody elected may take the seat.</summary>
public static class Eligible
{
    private static readonly Ratio TwoThirds = new(2, 3);

    /// <summary>Whoever has left since no longer stands, though papers carry their number until the count.</summary>
    public static bool StillStands(Section section, Candidate candidate) =>
        !candidate.StoodDown && section.Membership.Of(candidate.Member).IsInGoodStanding;

    /// <summary>
    /// Nobody holds two seats of one body. Beyond the limit of terms a holder is elected once more only when fewer others
    /// stand than there are seats, and two thirds of the papers want them rather than new nominations (C1).
    /// </summary>
    public static bool MayTakeTheSeat(
        Section section,
        MatterNo no,
        Box box,
        EquatableArray<string> papers,
        int candidate,
        Instant now
    )
    {
        var elect = (Question.Elect)section.Matters.All[no].Question;
        var election = section.Elections.Of(no);
        var member = election.Candidate(candidate).Member;
        if (
            elect.Cause != ElectionCause.Recall
            && Seating.Holds(section, elect.Body, member, elect.Until)
        )
            return false;
        if (IsWithinTheLimit(section, elect, member, now))
            return true;
        var others = election.Standing.Count(c => IsWithinTheLimit(section, elect, c.Member, now));
        return others < elect.Seats
            && papers.Count(p => Wants(p, candidate, box.Options))
                >= TwoThirds.CeilingOf(papers.Count);
    }

    private static bool IsWithinTheLimit(
        Section section,
        Question.Elect elect,
        MemberNo member,
        Instant now
    ) =>
        Nominations.TermOf(section, elect, member, now)
        <= section.RuleOf(elect.Body).MaxConsecutive;

    private static bool Wants(string paper, int candidate, int reopen)
    {
        var order = Papers.Ranking(paper, reopen);
        var place = Array.IndexOf(order, candidate);
        var refused = Array.IndexOf(order, reopen);
        return place >= 0 && (refused < 0 || place < refused);
    }
}
