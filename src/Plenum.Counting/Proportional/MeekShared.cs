using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>Meek's method for papers with equal ranks: candidates who share a rank share the paper.</summary>
/// <remarks>
/// <c>meek-shared</c> is <c>meek</c> on such papers: whoever still stands at a rank has an equal part, and each part goes on
/// to the next rank by itself; a paper with equal ranks ends at a rank of which nobody is left, as in its reference (Droop
/// 0.14). <c>meek-fixed</c> is the same to nine places cut, until 10^-6, one exclusion at a time, keep factors taken up (stv-rs
/// 0.5). <c>meek-fixed-equalized</c> gives each paper as if it were all its orders in equal parts (Hill's completion), so that
/// it does not end there.
/// </remarks>
internal static class MeekShared
{
    private sealed record Shared(int[][] Ranks, long Papers, bool Tied);

    /// <summary>Counts by <c>meek-shared</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots) =>
        Run(
            new("meek-shared", new Scale(18, 9), 9, Less: false, Batch: true, NoSurplus),
            equalized: false,
            ballots,
            lots
        );

    /// <summary>Counts by <c>meek-fixed</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountFixed(BallotSet ballots, Lots lots) =>
        Run(Fixed("meek-fixed"), equalized: false, ballots, lots);

    /// <summary>Counts by <c>meek-fixed-equalized</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountEqualized(BallotSet ballots, Lots lots) =>
        Run(Fixed("meek-fixed-equalized"), equalized: true, ballots, lots);

    // Keep factors cut too low leave less than the quota: that is no surplus of anybody.
    private const SurplusBy NoSurplus = SurplusBy.EachNotBelowNought;

    private static KeepForm Fixed(string rule) =>
        new(rule, new Scale(9), 6, Less: false, Batch: false, NoSurplus);

    private static RoundCount Run(KeepForm form, bool equalized, BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var stands = PapersOnTheTable.StandsOf(ballots);
        var papers = Read(ballots, stands);
        var valid = papers.Sum(each => each.Papers);
        var table = new PapersOnTheTable(
            stands,
            PreferenceTree.Of(ballots, stands),
            valid,
            ballots.Number - valid,
            ballots.Threads
        );
        var sheet = new RoundSheet(ballots, table, form.Scale, lots);
        return new KeepCount(form, sheet, new RanksSharing(form.Scale, papers, equalized)).Run();
    }

    private static List<Shared> Read(BallotSet ballots, bool[] stands)
    {
        var papers = new List<Shared>();
        foreach (var (ranking, number) in ballots.Papers)
        {
            var seen = new HashSet<Candidate>();
            int[][] ranks =
            [
                .. ranking
                    .Ranks.Select(rank =>
                        rank.Where(c => stands[c.Index] && seen.Add(c))
                            .Select(c => c.Index)
                            .ToArray()
                    )
                    .Where(rank => rank.Length > 0),
            ];
            if (ranks.Length > 0)
                papers.Add(new Shared(ranks, number, ranks.Any(rank => rank.Length > 1)));
        }
        return papers;
    }

    private sealed class RanksSharing(Scale scale, List<Shared> papers, bool equalized) : Sharing
    {
        private BigInteger[] keep = [];
        private BigInteger[] votes = [];

        public override void Share(BigInteger[] keep, BigInteger[] votes)
        {
            (this.keep, this.votes) = (keep, votes);
            Array.Clear(votes);
            foreach (var paper in papers)
            {
                if (!paper.Tied)
                    InOrder(paper);
                else if (equalized)
                    Equalize(paper);
                else
                    Split(paper, 0, scale.One);
            }
        }

        private void InOrder(Shared paper)
        {
            var weight = scale.One;
            foreach (var rank in paper.Ranks)
            {
                weight = Give(paper, rank[0], weight);
                if (scale.Compare(weight, BigInteger.Zero) <= 0)
                    return;
            }
        }

        private void Split(Shared paper, int at, BigInteger weight)
        {
            if (at == paper.Ranks.Length)
                return;
            int[] left = [.. paper.Ranks[at].Where(c => !keep[c].IsZero)];
            if (left.Length == 0)
                return;
            foreach (var candidate in left)
            {
                var passed = Give(paper, candidate, weight / left.Length);
                if (scale.Compare(passed, BigInteger.Zero) > 0)
                    Split(paper, at + 1, passed);
            }
        }

        private BigInteger Give(Shared paper, int candidate, BigInteger weight)
        {
            votes[candidate] += scale.Times(weight, keep[candidate]) * paper.Papers;
            return scale.Times(weight, scale.One - keep[candidate]);
        }

        // Of n at a rank, each comes first, second ... in equally many orders; what comes to them is what those before left.
        private void Equalize(Shared paper)
        {
            var weight = scale.One;
            foreach (var rank in paper.Ranks)
            {
                if (rank.Length == 1)
                    weight = Give(paper, rank[0], weight);
                else
                {
                    BigInteger[] passing = [.. rank.Select(c => scale.One - keep[c])];
                    for (var i = 0; i < rank.Length; i++)
                    {
                        var part = scale.Times(Before(passing, i), keep[rank[i]]) / rank.Length;
                        votes[rank[i]] += scale.Times(weight, part) * paper.Papers;
                    }
                    weight = scale.Times(weight, passing.Aggregate(scale.One, scale.Times));
                }
                if (weight.IsZero)
                    return;
            }
        }

        // The mean over all orders of what passes those who stand before one of them.
        private BigInteger Before(BigInteger[] passing, int one)
        {
            var most = passing.Length - 1;
            var sums = new BigInteger[most + 1];
            sums[0] = scale.One;
            for (var i = 0; i <= most; i++)
            {
                if (i == one || passing[i].IsZero)
                    continue;
                for (var j = most; j >= 1; j--)
                    sums[j] += scale.Times(sums[j - 1], passing[i]);
            }
            var mean = BigInteger.Zero;
            var ways = BigInteger.One;
            for (var j = 0; j <= most; j++)
            {
                mean += sums[j] / ways;
                ways = ways * (most - j) / (j + 1);
            }
            return mean;
        }
    }
}
