using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Pairwise;

/// <summary>
/// How many papers prefer each candidate to each other one. A named candidate goes before all whom the paper does not
/// name; those who share a rank, and those not named, are not preferred to each other.
/// </summary>
public sealed class PairTable
{
    private readonly long[,] papers;

    private PairTable(
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
    public long this[Candidate one, Candidate other] => papers[one.Index, other.Index];

    /// <summary>Compares all candidates of a set.</summary>
    /// <param name="ballots">The set.</param>
    public static PairTable Of(BallotSet ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var count = ballots.Names.Length;
        var table = new long[count, count];
        var stands = new bool[count];
        Array.Fill(stands, true);
        foreach (var candidate in ballots.Withdrawn)
            stands[candidate.Index] = false;
        ImmutableArray<Candidate> standing =
        [
            .. Enumerable.Range(0, count).Where(c => stands[c]).Select(Candidate.At),
        ];
        var (valid, invalid) = (0L, 0L);
        var rank = new int[count];
        foreach (var (ranking, number) in ballots.Papers)
        {
            var named = Ranks(ranking, stands, rank);
            invalid += named == 0 ? number : 0;
            valid += named == 0 ? 0 : number;
            if (named == 0)
                continue;
            foreach (var one in standing)
            foreach (var other in standing)
            {
                if (rank[one.Index] < rank[other.Index])
                    table[one.Index, other.Index] += number;
            }
        }
        return new PairTable(table, standing, valid, invalid);
    }

    // The rank of each candidate on a paper; a repeated mark says nothing.
    private static int Ranks(Ranking ranking, bool[] stands, int[] rank)
    {
        Array.Fill(rank, int.MaxValue);
        var (at, named) = (0, 0);
        foreach (var mark in ranking.Marks)
        {
            at += mark >= 0 ? 1 : 0;
            var candidate = Math.Abs(mark) - 1;
            if (candidate < 0 || !stands[candidate] || rank[candidate] != int.MaxValue)
                continue;
            rank[candidate] = at;
            named++;
        }
        return named;
    }

    /// <summary>Whether more papers prefer the one than the other.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public bool Beats(Candidate one, Candidate other) => this[one, other] > this[other, one];

    /// <summary>Who beats everybody else among these, or nobody.</summary>
    /// <param name="among">These.</param>
    public Candidate? Winner(IReadOnlyCollection<Candidate> among)
    {
        foreach (var one in among)
        {
            if (among.All(other => other == one || Beats(one, other)))
                return one;
        }
        return null;
    }
}
