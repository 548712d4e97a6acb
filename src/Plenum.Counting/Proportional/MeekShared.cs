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
public static class MeekShared
{
    private sealed record Form(string Rule, Scale Scale, int Omega, bool Batch, bool Equalized);

    private sealed record Shared(int[][] Ranks, long Papers, bool Tied);

    private enum Ended
    {
        Elected,
        Small,
        SureLosers,
    }

    /// <summary>Counts by <c>meek-shared</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots) =>
        new Counting(new("meek-shared", new Scale(18, 9), 9, true, false), ballots, lots).Run();

    /// <summary>Counts by <c>meek-fixed</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountFixed(BallotSet ballots, Lots lots) =>
        new Counting(new("meek-fixed", new Scale(9), 6, false, false), ballots, lots).Run();

    /// <summary>Counts by <c>meek-fixed-equalized</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountEqualized(BallotSet ballots, Lots lots) =>
        new Counting(
            new("meek-fixed-equalized", new Scale(9), 6, false, true),
            ballots,
            lots
        ).Run();

    private sealed class Counting
    {
        private readonly Form form;
        private readonly Scale scale;
        private readonly RoundSheet sheet;
        private readonly List<Shared> papers = [];
        private readonly BigInteger all;
        private readonly BigInteger omega;
        private readonly BigInteger[] keep;
        private BigInteger surplus;
        private int steps;

        public Counting(Form form, BallotSet ballots, Lots lots)
        {
            ArgumentNullException.ThrowIfNull(ballots);
            ArgumentNullException.ThrowIfNull(lots);
            (this.form, scale) = (form, form.Scale);
            var stands = new bool[ballots.Names.Length];
            Array.Fill(stands, true);
            foreach (var candidate in ballots.Withdrawn)
                stands[candidate.Index] = false;
            var invalid = 0L;
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
                if (ranks.Length == 0)
                    invalid += number;
                else
                    papers.Add(new Shared(ranks, number, ranks.Any(rank => rank.Length > 1)));
            }
            var valid = papers.Sum(each => each.Papers);
            var table = new PapersOnTheTable(
                stands,
                PreferenceTree.Of(ballots, stands),
                valid,
                invalid,
                ballots.Threads
            );
            sheet = new RoundSheet(ballots, table, scale, lots);
            all = valid * scale.One;
            omega = scale.One / BigInteger.Pow(10, form.Omega);
            keep = [.. stands.Select(each => each ? scale.One : BigInteger.Zero)];
            sheet.Keep = keep;
        }

        public RoundCount Run()
        {
            Distribute();
            sheet.NonTransferable = BigInteger.Zero;
            sheet.Quota = scale.Quota(all, sheet.Seats);
            sheet.EndRound(new RoundAction.Sorting());
            while (sheet.Hopeful.Length > sheet.SeatsLeft && sheet.SeatsLeft > 0)
            {
                steps = 0;
                var ended = Iterate();
                var action = new RoundAction.Iteration(steps, scale.Show(surplus));
                if (ended == Ended.Elected)
                {
                    sheet.EndRound(action);
                    continue;
                }
                var excluded =
                    ended == Ended.SureLosers
                        ? sheet.SureLosers(surplus)
                        : [sheet.Lowest(within: surplus)];
                foreach (var candidate in excluded)
                    sheet.Exclude(candidate);
                sheet.EndRound(action);
                foreach (var candidate in excluded)
                    keep[candidate.Index] = BigInteger.Zero;
            }
            if (sheet.SeatsLeft <= 0)
            {
                foreach (var candidate in sheet.Hopeful)
                {
                    sheet.Exclude(candidate);
                    keep[candidate.Index] = BigInteger.Zero;
                }
            }
            Distribute();
            return sheet.Finish(form.Rule);
        }

        private Ended Iterate()
        {
            var last = all;
            while (true)
            {
                Distribute();
                steps++;
                sheet.Quota = scale.Quota(all - sheet.NonTransferable, sheet.Seats);
                var before = sheet.Elected.Count;
                // Cut to nine places, one more than there are seats can have the quota.
                foreach (var candidate in sheet.Hopeful.OrderByDescending(sheet.Of))
                {
                    if (
                        sheet.SeatsLeft > 0
                        && scale.Reaches(sheet.Of(candidate), sheet.Quota)
                        && !sheet.IsDoomed(candidate)
                    )
                        sheet.Elect(candidate);
                }
                // Keep factors cut too low leave less than the quota: that is no surplus of anybody.
                surplus = sheet.Elected.Aggregate(
                    BigInteger.Zero,
                    (sum, c) => sum + BigInteger.Max(0, sheet.Of(c) - sheet.Quota)
                );
                if (sheet.Elected.Count > before)
                    return Ended.Elected;
                if (scale.Compare(surplus, omega) <= 0 || scale.Compare(surplus, last) >= 0)
                    return Ended.Small;
                if (form.Batch && !sheet.SureLosers(surplus).IsEmpty)
                    return Ended.SureLosers;
                last = surplus;
                foreach (var c in sheet.Elected)
                    keep[c.Index] = scale.OverUp(
                        scale.TimesUp(keep[c.Index], sheet.Quota),
                        sheet.Of(c)
                    );
            }
        }

        private void Distribute()
        {
            Array.Clear(sheet.Votes);
            foreach (var paper in papers)
            {
                if (!paper.Tied)
                    InOrder(paper);
                else if (form.Equalized)
                    Equalize(paper);
                else
                    Split(paper, 0, scale.One);
            }
            sheet.NonTransferable =
                all - sheet.Votes.Aggregate(BigInteger.Zero, (sum, each) => sum + each);
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
            sheet.Votes[candidate] += scale.Times(weight, keep[candidate]) * paper.Papers;
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
                        sheet.Votes[rank[i]] += scale.Times(weight, part) * paper.Papers;
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
