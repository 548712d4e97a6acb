using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Rights;

namespace Plenum.Domain.Membership;

/// <summary>Something about somebody that is not decided yet, and when its present step is over.</summary>
public sealed record Case(MatterNo No, Instant Until)
{
    public static readonly Case None = new(MatterNo.None, Instant.MinValue);
}

/// <summary>What is still to be decided about somebody, or because they asked: a protest, an appeal, a panel, a seat.</summary>
public static class Cases
{
    /// <summary>The case that is looked at next; none where nothing runs.</summary>
    public static Case Of(Section section, MemberNo member) =>
        Open(section, member)
            .Concat(CountBacks(section, member))
            .Concat(Recounts(section, member))
            .MinBy(running => (running.Until, running.No))
        ?? Case.None;

    private static IEnumerable<Case> Open(Section section, MemberNo member) =>
        section
            .Matters.OpenMatters.Where(matter => IsAbout(section, matter, member))
            .Select(matter => new Case(matter.No, matter.Stage.NextAt));

    // Whoever may still get a seat by the papers of an election they stood in.
    private static IEnumerable<Case> CountBacks(Section section, MemberNo member) =>
        section
            .Elections.CountBacks.Values.Where(pending =>
                StoodIn(section.Elections.Of(pending.Election), member)
            )
            .Select(pending => new Case(pending.Election, pending.Until));

    private static IEnumerable<Case> Recounts(Section section, MemberNo member) =>
        section
            .Elections.All.Values.Where(election =>
                election.Recounting != Recounting.None && StoodIn(election, member)
            )
            .Select(election => new Case(election.No, election.Recounting.Until));

    private static bool IsAbout(Section section, Matter matter, MemberNo member) =>
        matter.Question switch
        {
            Question.Admit admit => admit.Applicant == member,
            Question.UpholdNotice notice => notice.Member == member,
            Question.Recall recall => section.Mandates.Of(recall.Mandate).Holder == member,
            Question.Unseat unseat => section.Mandates.Of(unseat.Seat).Holder == member,
            // Who protests, and who may lose or win the seat by it.
            Question.Protest protest => matter.By == member
                || StoodIn(section.Elections.Of(protest.Election), member),
            // Also while its result can still be protested.
            Question.Elect => StoodIn(section.Elections.Of(matter.No), member),
            Question.OnRights { Asked: RightsQuestion.AppealIntervention } => matter.By == member,
            _ => false,
        };

    // Also who stood down or went: their name stood on papers that may be counted again.
    private static bool StoodIn(Election election, MemberNo member) =>
        election.Candidates.Items.Any(candidate => candidate.Member == member);
}
