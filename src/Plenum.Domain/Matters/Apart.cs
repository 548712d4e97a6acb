using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>
/// The second majority that basic law needs after an influx: more than half of the earlier members who vote for or
/// against (C19).
/// </summary>
public static class Apart
{
    /// <summary>Whether the box counts earlier members apart is settled when its roll freezes, and the roll is checked.</summary>
    public static void Part(Unfolding unfolding, Matter matter, BoxNo no, Occasion occasion)
    {
        if (!matter.Procedure.BasicLaw || matter.Procedure.Electorate != BodyId.Members)
            return;
        var section = unfolding.Section;
        var since = Influx.Since(section, section.Ballots.Of(no).Roll, occasion.Now);
        if (since == Instant.MaxValue)
            return;
        unfolding.Then(new BallotsEvent.Parted(no, since));
        if (!section.Membership.Checks.Values.Any(check => check.IsRunning))
            RollChecks.Begin(unfolding, matter.No, occasion);
    }

    /// <summary>The outcome with both majorities; how the earlier members voted stands beside it on the record.</summary>
    public static Outcome Weigh(
        Unfolding unfolding,
        Matter matter,
        Box box,
        EquatableArray<string> papers,
        Outcome outcome
    )
    {
        if (!box.IsParted)
            return outcome;
        var earlier = VerdictOf(box, papers);
        unfolding.Then(new MattersEvent.WeighedApart(matter.No, earlier));
        return outcome == Outcome.Adopted && !earlier.Carried ? Outcome.Rejected : outcome;
    }

    private static Verdict VerdictOf(Box box, EquatableArray<string> papers)
    {
        var votes = (
            box.Secret
                ? papers.Where(Parting.IsEarlier).Select(Parting.ChoiceOn)
                : box.Standing.Where(v => box.Earlier.Contains(v.Key)).Select(v => v.Value)
        ).ToLookup(choice => choice);
        return new Verdict(
            box.Earlier.Count,
            votes[Choice.For].Count(),
            votes[Choice.Against].Count(),
            votes[Choice.Abstain].Count(),
            QuorumNeeded: 0,
            Procedures.HalfOfCast
        );
    }
}
