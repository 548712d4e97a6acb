using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Pairwise;

/// <summary>
/// How many papers prefer each candidate to each other one. A named candidate goes before all whom the paper does not
/// name; those who share a rank, and those not named, are not preferred to each other.
/// </summary>
public sealed class PairTable : IEquatable<PairTable>
{
    private readonly long[,] papers;

    internal PairTable(
        long[,] papers,
        ImmutableArray<Candidate> standing,
        long valid,
        long invalid
    ) => (this.papers, Standing, ValidPapers, InvalidPapers) = (papers, standing, valid, invalid);

    /// <summary>Those who did not withdraw, by number.</summary>
    public ImmutableArray<Candidate> Standing { get; }

    /// <summary>Papers that name somebody who stands.</summary>
    public long ValidPapers { get; }

    /// <summary>Papers that do not.</summary>
    public long InvalidPapers { get; }

    /// <summary>Papers that prefer one to another.</summary>
    /// <param name="one">The preferred.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public long this[Candidate one, Candidate other] =>
        papers[
            Candidate.Within(one, papers.GetLength(0)),
            Candidate.Within(other, papers.GetLength(0))
        ];

    /// <summary>Compares all candidates of a set by the order of its papers.</summary>
    /// <param name="ballots">The set.</param>
    internal static PairTable Of(BallotSet ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var count = ballots.Names.Length;
        var table = new long[count, count];
        var stands = PapersOnTheTable.StandsOf(ballots);
        ImmutableArray<Candidate> standing =
        [
            .. Enumerable.Range(0, count).Where(c => stands[c]).Select(Candidate.At),
        ];
        var naming = new long[count];
        var before = new long[count, count];
        var level = new long[count, count];
        var (order, ranks, valid) = (new int[count], new int[count], 0L);
        var namedOn = new int[count];
        for (var row = 0; row < ballots.Sorted.Length; row++)
        {
            var number = ballots.Sorted.Number(row);
            var named = Order(ballots.Sorted.Marks(row), stands, row + 1, namedOn, order, ranks);
            valid += named == 0 ? 0 : number;
            for (var i = 0; i < named; i++)
            {
                naming[order[i]] += number;
                for (var j = i + 1; j < named; j++)
                    (ranks[i] == ranks[j] ? level : before)[order[i], order[j]] += number;
            }
        }
        // Whoever is named is preferred to all but those named before or at the same rank.
        foreach (var one in standing)
        foreach (var other in standing.Where(other => other != one))
            table[one.Index, other.Index] =
                naming[one.Index]
                - before[other.Index, one.Index]
                - level[one.Index, other.Index]
                - level[other.Index, one.Index];
        return new PairTable(table, standing, valid, ballots.Number - valid);
    }

    // Who is named, in order, and at which rank; a repeated mark says nothing.
    private static int Order(
        ReadOnlySpan<short> marks,
        bool[] stands,
        int paper,
        int[] namedOn,
        int[] order,
        int[] ranks
    )
    {
        var (rank, named) = (0, 0);
        foreach (var mark in marks)
        {
            rank += mark >= 0 ? 1 : 0;
            var candidate = Math.Abs((int)mark) - 1;
            if (candidate < 0 || !stands[candidate] || namedOn[candidate] == paper)
                continue;
            namedOn[candidate] = paper;
            (order[named], ranks[named]) = (candidate, rank);
            named++;
        }
        return named;
    }

    /// <summary>Whether more papers prefer the one than the other.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public bool Beats(Candidate one, Candidate other) => this[one, other] > this[other, one];

    /// <summary>Who beats everybody else among these (the Condorcet winner), or nobody.</summary>
    /// <param name="among">These.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public Candidate? Winner(IReadOnlyCollection<Candidate> among)
    {
        ArgumentNullException.ThrowIfNull(among);
        foreach (var one in among)
        {
            if (among.All(other => other == one || Beats(one, other)))
                return one;
        }
        return null;
    }

    /// <summary>Whether both say the same of the same candidates.</summary>
    /// <param name="other">The other table.</param>
    public bool Equals(PairTable? other) =>
        other is not null
        && ValidPapers == other.ValidPapers
        && InvalidPapers == other.InvalidPapers
        && Lists.Same(Standing, other.Standing)
        && papers.Cast<long>().SequenceEqual(other.papers.Cast<long>());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PairTable);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(ValidPapers, InvalidPapers, Lists.Hash(Standing));
}
