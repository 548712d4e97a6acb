using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>Papers in piles, each with the weight it has left: weighted inclusive transfers.</summary>
internal sealed class Piles
{
    private readonly RoundSheet sheet;
    private readonly Parcels<BigInteger> piles;
    private readonly bool[] receiving;

    public Piles(RoundSheet sheet)
    {
        this.sheet = sheet;
        piles = new Parcels<BigInteger>(sheet.Table.Tree, sheet.Votes.Length);
        receiving = new bool[sheet.Votes.Length];
        Carry([sheet.Table.Tree.Root], sheet.Scale.One);
    }

    /// <summary>Gives every paper of the pile its part of the surplus, and what that leaves stays as the quota.</summary>
    public void TransferSurplus(Candidate from)
    {
        var votes = sheet.Of(from);
        var surplus = votes - sheet.Quota;
        foreach (var (weight, papers) in piles.Lift(from.Index))
            Carry(papers, sheet.Scale.Over(sheet.Scale.Times(weight, surplus), votes));
        sheet.Votes[from.Index] = sheet.Quota;
        sheet.EndRound(new RoundAction.Surplus(from, sheet.Scale.Show(surplus)));
    }

    /// <summary>Carries on the papers of those already excluded, all at once.</summary>
    public void TransferExcluded(IReadOnlyCollection<Candidate> excluded)
    {
        foreach (var candidate in excluded)
        {
            sheet.Votes[candidate.Index] = BigInteger.Zero;
            foreach (var (weight, papers) in piles.Lift(candidate.Index))
                Carry(papers, weight);
        }
        sheet.EndRound(new RoundAction.Exclusion([.. excluded]));
    }

    /// <summary>The papers a candidate received together last, and what each is worth.</summary>
    public (BigInteger Value, List<Branch> Papers) LastOf(Candidate candidate) =>
        piles.LastOf(candidate.Index);

    /// <summary>How many of the papers go on to somebody.</summary>
    public long Transferable(List<Branch> papers) => piles.Transferable(papers, Receiving());

    /// <summary>Takes a pile off the table, papers of one weight together.</summary>
    public IReadOnlyCollection<KeyValuePair<BigInteger, List<Branch>>> Lift(Candidate candidate) =>
        piles.Lift(candidate.Index);

    /// <summary>Carries papers on at a weight; those that end are nobody's.</summary>
    public void Carry(List<Branch> papers, BigInteger weight)
    {
        Lay(papers, weight);
        sheet.NonTransferable += weight * piles.Ended;
    }

    /// <summary>Carries papers on at a weight, and says how many votes came to somebody.</summary>
    public BigInteger Lay(List<Branch> papers, BigInteger weight)
    {
        piles.Carry(papers, weight, Receiving());
        var laid = BigInteger.Zero;
        for (var c = 0; c < receiving.Length; c++)
        {
            if (piles.Received[c] == 0)
                continue;
            sheet.Votes[c] += weight * piles.Received[c];
            laid += weight * piles.Received[c];
        }
        return laid;
    }

    private bool[] Receiving()
    {
        for (var c = 0; c < receiving.Length; c++)
            receiving[c] = sheet.IsHopeful(c);
        return receiving;
    }
}
