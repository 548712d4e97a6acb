using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>A verdict worked out again from the papers the record keeps, as anybody may, by the plainest arithmetic.</summary>
internal static class Recomputation
{
    public static void Of(Branch branch, MattersEvent.Settled settled)
    {
        var opened = branch.All<BallotsEvent.Opened>().Last(o => o.Matter == settled.Matter);
        var closed = branch.All<BallotsEvent.Closed>().Single(c => c.Box == opened.Box);
        var papers = closed.Papers.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var yes = papers.Count(p => p == "For");
        var no = papers.Count(p => p == "Against");
        var verdict = settled.Verdict;
        Assert.Equal((yes, no, papers.Length), (verdict.For, verdict.Against, verdict.TookPart));
        Assert.Equal(closed.Roll, verdict.Roll);
        var all = verdict.Majority.Base switch
        {
            VoteBase.Cast => yes + no,
            VoteBase.Present => papers.Length,
            VoteBase.Eligible or VoteBase.Seats or VoteBase.Sections => closed.Roll,
        };
        var share = verdict.Majority.Share;
        var needed = (long)share.Over * all;
        var enough = verdict.Majority.Strict
            ? (long)yes * share.Under > needed
            : (long)yes * share.Under >= needed;
        var carried = papers.Length >= verdict.QuorumNeeded && yes > 0 && enough;
        Assert.Equal(carried, settled.Outcome is Outcome.Adopted or Outcome.Stopped);
    }
}
