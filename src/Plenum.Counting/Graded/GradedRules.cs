using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Committees;
using Plenum.Counting.Pairwise;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Graded;

/// <summary>Rules on papers that approve or grade candidates.</summary>
/// <remarks>
/// <c>approval</c> (S. J. Brams and P. C. Fishburn, 1978): the most approvals. <c>score</c>: the most grades together.
/// <c>star</c> (M. Frohnmayer, 2014): of the two with the most grades together the one whom more papers grade higher;
/// who is equal for the last of the two places, or in the comparison, is compared by the other of the two figures, then by
/// lot. <c>majority-judgment</c> (M. Balinski and R. Laraki, "Majority Judgment", 2010): the highest median grade, the lower
/// one of two; between equals one paper of that grade after the other is taken from each, until the medians differ.
/// </remarks>
public static class GradedRules
{
    /// <summary>Counts by <c>approval</c>.</summary>
    /// <param name="ballots">The papers; at most 64 candidates.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static ScoreCount Approval(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var approvals = Approvals.Of(ballots);
        var scores = Enumerable
            .Range(0, ballots.Names.Length)
            .Select(c => (Fraction)approvals.PapersFor(c))
            .ToImmutableArray();
        var choosing = new Choosing(lots);
        var elected = choosing.Best(
            CommitteeCount.Members(approvals.Standing),
            ballots.Seats,
            (one, other) => scores[one.Index].CompareTo(scores[other.Index])
        );
        return new ScoreCount(
            "approval",
            ballots,
            approvals.Valid,
            approvals.Invalid,
            scores,
            [],
            elected,
            choosing.Ties
        );
    }

    /// <summary>Counts by <c>score</c>.</summary>
    /// <param name="ballots">The papers, which grade.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static ScoreCount Score(BallotSet ballots, Lots lots)
    {
        var (table, scores) = Sums(ballots);
        var choosing = new Choosing(lots);
        var elected = choosing.Best(
            table.Standing,
            ballots.Seats,
            (one, other) => scores[one.Index].CompareTo(scores[other.Index])
        );
        return Told("score", ballots, table, scores, [], elected, choosing);
    }

    /// <summary>Counts by <c>star</c>.</summary>
    /// <param name="ballots">The papers, which grade.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static ScoreCount Star(BallotSet ballots, Lots lots)
    {
        var (table, scores) = Sums(ballots);
        var pairs = PairTable.Of(ballots);
        var choosing = new Choosing(lots);
        var finalists = choosing.Best(table.Standing, 2, ByScoreThenPairs);
        var elected = choosing.Best(
            finalists,
            1,
            (one, other) =>
                pairs[one, other].CompareTo(pairs[other, one]) is not 0 and var preferred
                    ? preferred
                    : scores[one.Index].CompareTo(scores[other.Index])
        );
        return Told("star", ballots, table, scores, finalists, elected, choosing);

        // Of those with equal grades together, whoever beats more of the others in that position.
        int ByScoreThenPairs(Candidate one, Candidate other)
        {
            var compared = scores[one.Index].CompareTo(scores[other.Index]);
            return compared != 0 ? compared : Beaten(one).CompareTo(Beaten(other));
        }

        int Beaten(Candidate one) =>
            table.Standing.Count(c => scores[c.Index] == scores[one.Index] && pairs.Beats(one, c));
    }

    /// <summary>Counts by <c>majority-judgment</c>.</summary>
    /// <param name="ballots">The papers, which grade.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static ScoreCount MajorityJudgment(BallotSet ballots, Lots lots)
    {
        var table = GradeTable.Of(ballots);
        var medians = Enumerable
            .Range(0, ballots.Names.Length)
            .Select(c => (Fraction)(long)Median(Grades(table, Candidate.At(c)), 0))
            .ToImmutableArray();
        var choosing = new Choosing(lots);
        var elected = choosing.Best(
            table.Standing,
            ballots.Seats,
            (one, other) => Compare(Grades(table, one), Grades(table, other), table.ValidPapers)
        );
        return Told("majority-judgment", ballots, table, medians, [], elected, choosing);
    }

    private static (GradeTable, ImmutableArray<Fraction>) Sums(BallotSet ballots)
    {
        var table = GradeTable.Of(ballots);
        return (
            table,
            [
                .. Enumerable
                    .Range(0, ballots.Names.Length)
                    .Select(c => (Fraction)table.Sum(Candidate.At(c))),
            ]
        );
    }

    private static ScoreCount Told(
        string rule,
        BallotSet ballots,
        GradeTable table,
        ImmutableArray<Fraction> scores,
        ImmutableArray<Candidate> finalists,
        ImmutableArray<Candidate> elected,
        Choosing choosing
    ) =>
        new(
            rule,
            ballots,
            table.ValidPapers,
            table.InvalidPapers,
            scores,
            finalists,
            elected,
            choosing.Ties
        );

    private static long[] Grades(GradeTable table, Candidate candidate) =>
        [.. Enumerable.Range(0, table.Grades).Select(grade => table[candidate, grade])];

    // The lower middle grade among the papers that are left.
    private static int Median(long[] grades, int none)
    {
        var all = grades.Sum();
        if (all == 0)
            return none;
        var below = 0L;
        var grade = 0;
        while ((below + grades[grade]) * 2 < all)
            below += grades[grade++];
        return grade;
    }

    // Papers of the middle grade are taken from both, as many at once as leave both middles where they are.
    private static int Compare(long[] one, long[] other, long papers)
    {
        while (papers > 0)
        {
            var (left, right) = (Median(one, -1), Median(other, -1));
            if (left != right)
                return left.CompareTo(right);
            var taken = Math.Max(1, Math.Min(Stays(one, left), Stays(other, right)));
            one[left] -= taken;
            other[right] -= taken;
            papers -= taken;
        }
        return 0;
    }

    // How many papers of the middle grade can go before the middle moves; at least all but one step is safe.
    private static long Stays(long[] grades, int middle)
    {
        var below = grades.Take(middle).Sum();
        var above = grades.Skip(middle + 1).Sum();
        return Math.Min(
            grades[middle],
            Math.Min(grades[middle] + above - below, grades[middle] + below - above) - 1
        );
    }
}
