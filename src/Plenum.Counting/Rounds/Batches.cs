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
internal sealed class Batches
{
    private readonly RoundSheet sheet;
    private readonly Parcels<BigInteger> piles;
    private readonly bool[] receiving;

    public Batches(RoundSheet sheet)
    {
        this.sheet = sheet;
        piles = new Parcels<BigInteger>(sheet.Table.Tree, sheet.Votes.Length);
        receiving = new bool[sheet.Votes.Length];
        Carry([sheet.Table.Tree.Root], sheet.Scale.One);
    }

    /// <summary>Carries the surplus on; what the papers cannot carry, or is cut, is nobody's.</summary>
    public void TransferSurplus(Candidate from, BigInteger surplus)
    {
        var (value, papers) = piles.LastOf(from.Index);
        Receiving();
        var transferable = piles.Transferable(papers, receiving);
        if (value * transferable > surplus)
            value = surplus / transferable;
        piles.Carry(papers, value, receiving);
        sheet.Votes[from.Index] -= surplus;
        sheet.NonTransferable += surplus - Credit(value);
    }

    /// <summary>What the excluded hold, papers of the same value together, the highest value first.</summary>
    public ImmutableArray<Batch> Lift(IEnumerable<Candidate> excluded) =>
        [
            .. excluded
                .SelectMany(c => piles.Lift(c.Index).Select(parcel => (c, parcel)))
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
        Carry([.. batch.Papers.SelectMany(held => held.Papers)], batch.Value);
    }

    private void Carry(List<Branch> papers, BigInteger value)
    {
        Receiving();
        piles.Carry(papers, value, receiving);
        Credit(value);
        sheet.NonTransferable += value * piles.Ended;
    }

    private void Receiving()
    {
        for (var c = 0; c < receiving.Length; c++)
            receiving[c] = sheet.IsHopeful(c);
    }

    private BigInteger Credit(BigInteger value)
    {
        var credited = BigInteger.Zero;
        for (var c = 0; c < receiving.Length; c++)
        {
            sheet.Votes[c] += value * piles.Received[c];
            credited += value * piles.Received[c];
        }
        return credited;
    }
}
