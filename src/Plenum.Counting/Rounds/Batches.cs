using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>Papers of one value, and whose they were.</summary>
internal readonly record struct Batch(
    BigInteger Value,
    ImmutableArray<(Candidate From, List<Branch> Papers)> Papers
);

/// <summary>Papers in batches, each of one value: a surplus is carried on by the batch that made it, and by no other.</summary>
internal sealed class Batches(RoundSheet sheet)
{
    private readonly Piles piles = new(sheet);

    /// <summary>Carries the surplus on; what the papers cannot carry, or is cut, is nobody's.</summary>
    public void TransferSurplus(Candidate from, BigInteger surplus)
    {
        var (value, papers) = piles.LastOf(from);
        var transferable = piles.Transferable(papers);
        if (value * transferable > surplus)
            value = surplus / transferable;
        sheet.Votes[from.Index] -= surplus;
        sheet.NonTransferable += surplus - piles.Lay(papers, value);
    }

    /// <summary>What the excluded hold, papers of the same value together, the highest value first.</summary>
    public ImmutableArray<Batch> Lift(IEnumerable<Candidate> excluded) =>
        [
            .. excluded
                .SelectMany(c => piles.Lift(c).Select(parcel => (c, parcel)))
                .GroupBy(held => held.parcel.Key)
                .OrderByDescending(held => held.Key)
                .Select(held => new Batch(
                    held.Key,
                    [.. held.Select(each => (each.c, each.parcel.Value))]
                )),
        ];

    /// <summary>Carries one batch on at the value its papers came with.</summary>
    public void Carry(Batch batch)
    {
        foreach (var (candidate, papers) in batch.Papers)
            sheet.Votes[candidate.Index] -= batch.Value * papers.Sum(sheet.Table.Tree.Papers);
        piles.Carry([.. batch.Papers.SelectMany(held => held.Papers)], batch.Value);
    }
}
