using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Pairwise;

namespace Plenum.Counting.Graded;

/// <summary>
/// How many papers give each candidate each grade, the worst first. A candidate a paper does not name has the worst.
/// </summary>
internal sealed class GradeTable
{
    private readonly long[][] papers;

    private GradeTable(
        long[][] papers,
        ImmutableArray<Candidate> standing,
        long valid,
        long invalid
    ) => (this.papers, Standing, ValidPapers, InvalidPapers) = (papers, standing, valid, invalid);

    /// <summary>Those who did not withdraw, by number.</summary>
    public ImmutableArray<Candidate> Standing { get; }

    /// <summary>Papers that grade somebody who stands.</summary>
    public long ValidPapers { get; }

    /// <summary>Papers that do not.</summary>
    public long InvalidPapers { get; }

    /// <summary>How many grades there are.</summary>
    public int Grades => papers.Length == 0 ? 0 : papers[0].Length;

    /// <summary>Papers that give a candidate a grade, from 0.</summary>
    /// <param name="candidate">Whom.</param>
    /// <param name="grade">Which.</param>
    public long this[Candidate candidate, int grade] => papers[candidate.Index][grade];

    /// <summary>Reads a set whose papers grade.</summary>
    /// <param name="ballots">The set.</param>
    public static GradeTable Of(BallotSet ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentOutOfRangeException.ThrowIfLessThan(ballots.Grades, 1, nameof(ballots));
        var count = ballots.Names.Length;
        var table = new long[count][];
        for (var c = 0; c < count; c++)
            table[c] = new long[ballots.Grades];
        var standing = Enumerable
            .Range(0, count)
            .Select(Candidate.At)
            .Except(ballots.Withdrawn)
            .ToImmutableArray();
        var (valid, invalid) = (0L, 0L);
        var grade = new int[count];
        foreach (var (ranking, number) in ballots.Papers)
        {
            Read(ranking, ballots.Grades, grade);
            if (!standing.Any(c => grade[c.Index] >= 0))
            {
                invalid += number;
                continue;
            }
            valid += number;
            foreach (var c in standing)
                table[c.Index][Math.Max(0, grade[c.Index])] += number;
        }
        return new GradeTable(table, standing, valid, invalid);
    }

    // The grade of each, and -1 for whom the paper does not name.
    private static void Read(Ranking ranking, int grades, int[] grade)
    {
        Array.Fill(grade, -1);
        var at = -1;
        foreach (var mark in ranking.Marks)
        {
            at += mark >= 0 ? 1 : 0;
            if (mark != 0 && grade[Math.Abs(mark) - 1] < 0)
                grade[Math.Abs(mark) - 1] = Math.Max(0, grades - 1 - at);
        }
    }

    /// <summary>How many papers grade each candidate higher than each other one; not to be named is the worst grade here too.</summary>
    /// <param name="ballots">The set that was read.</param>
    public PairTable Pairs(BallotSet ballots)
    {
        var higher = new long[papers.Length, papers.Length];
        var graded = new long[papers.Length];
        var grade = new int[papers.Length];
        foreach (var (ranking, number) in ballots.Papers)
        {
            Read(ranking, ballots.Grades, grade);
            ImmutableArray<Candidate> above = [.. Standing.Where(c => grade[c.Index] > 0)];
            foreach (var one in above)
            {
                graded[one.Index] += number;
                foreach (var other in above.Where(c => grade[c.Index] >= grade[one.Index]))
                    higher[one.Index, other.Index] -= number;
            }
        }
        // Whoever has more than the worst grade is above all but those with as much.
        foreach (var one in Standing)
        foreach (var other in Standing.Where(other => other != one))
            higher[one.Index, other.Index] += graded[one.Index];
        foreach (var one in Standing)
            higher[one.Index, one.Index] = 0;
        return new PairTable(higher, Standing, ValidPapers, InvalidPapers);
    }

    /// <summary>All grades of a candidate together.</summary>
    /// <param name="candidate">Whose.</param>
    public BigInteger Sum(Candidate candidate) =>
        papers[candidate.Index].Select((number, grade) => (BigInteger)number * grade).Sum();
}
