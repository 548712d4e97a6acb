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
/// <c>star</c> (M. Frohnmayer, 2014; Equal Vote Coalition): of the two with the most grades together the one whom more papers
/// grade higher, a candidate who is not named having the worst grade there too;
/// who is equal for the last of the two places, or in the comparison, is compared by the other of the two figures, then by
/// lot. <c>majority-judgment</c> (M. Balinski and R. Laraki, "Majority Judgment", 2010): the highest median grade, the lower
/// one of two; between equals one paper of that grade after the other is taken from each, until the medians differ.
/// </remarks>
internal static class GradedRules
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
        var pairs = table.Pairs(ballots);
        var choosing = new Choosing(lots);
        var finalists = choosing.Best(table.Standing, 2, ByScoreThenPairs);
        // By number, as every tie is told and drawn.
        var elected = choosing.Best(
            [.. finalists.Order()],
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
            .Select(c => (Fraction)(long)Median(Grades(table, Candidate.At(c))))
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

    // The lower middle grade.
    private static int Median(long[] grades) =>
        grades.Sum() is > 0 and var all ? GradeAt(grades, (all - 1) / 2) : 0;

    // Middles that are taken away one after the other lie ever further out, in turn on either side; between two steps at
    // which a grade changes they say the same, however many papers there are.
    private static int Compare(long[] one, long[] other, long papers)
    {
        var middle = (papers - 1) / 2;
        var steps = new SortedSet<long> { 0, 1 };
        foreach (var start in Starts(one).Concat(Starts(other)))
        {
            steps.Add(Math.Max(0, start - middle));
            steps.Add(Math.Max(0, middle - start + 1));
        }
        foreach (var step in steps)
        {
            var above = At(middle + step);
            var below = At(middle - step);
            if ((papers % 2 == 0 ? above : below) is not 0 and var nearer)
                return nearer;
            if ((papers % 2 == 0 ? below : above) is not 0 and var further)
                return further;
        }
        return 0;

        int At(long place) =>
            place < 0 || place >= papers ? 0 : GradeAt(one, place).CompareTo(GradeAt(other, place));
    }

    // The places, in ascending order of grades, at which each grade begins.
    private static IEnumerable<long> Starts(long[] grades)
    {
        var start = 0L;
        foreach (var papers in grades)
        {
            yield return start;
            start += papers;
        }
    }

    private static int GradeAt(long[] grades, long place)
    {
        var grade = 0;
        while (place >= grades[grade])
            place -= grades[grade++];
        return grade;
    }
}
