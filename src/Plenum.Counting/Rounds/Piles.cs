using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>Papers in piles, each with the weight it has left: weighted inclusive transfers.</summary>
internal sealed class Piles
{
    private readonly RoundSheet sheet;
    private readonly CountingSheet.Bundle[] bundles;
    private readonly int[] place;
    private readonly BigInteger[] weight;
    private readonly List<int>[] piles;

    public Piles(RoundSheet sheet)
    {
        this.sheet = sheet;
        bundles = sheet.Table.Bundles;
        place = new int[bundles.Length];
        weight = new BigInteger[bundles.Length];
        piles = new List<int>[sheet.Votes.Length];
        for (var c = 0; c < piles.Length; c++)
            piles[c] = [];
        for (var b = 0; b < bundles.Length; b++)
        {
            weight[b] = sheet.Scale.One;
            Move(b);
        }
    }

    /// <summary>Gives every paper of the pile its part of the surplus, and what that leaves stays as the quota.</summary>
    public void TransferSurplus(Candidate from)
    {
        var votes = sheet.Of(from);
        var surplus = votes - sheet.Quota;
        var pile = piles[from.Index];
        piles[from.Index] = [];
        foreach (var b in pile)
        {
            weight[b] = sheet.Scale.Over(sheet.Scale.Times(weight[b], surplus), votes);
            Move(b);
        }
        sheet.Votes[from.Index] = sheet.Quota;
        sheet.EndRound(new RoundAction.Surplus(from, sheet.Scale.Show(surplus)));
    }

    /// <summary>Carries on the papers of those already excluded, all at once.</summary>
    public void TransferExcluded(IReadOnlyCollection<Candidate> excluded)
    {
        foreach (var candidate in excluded)
        {
            var pile = piles[candidate.Index];
            piles[candidate.Index] = [];
            sheet.Votes[candidate.Index] = BigInteger.Zero;
            foreach (var b in pile)
                Move(b);
        }
        sheet.EndRound(new RoundAction.Exclusion([.. excluded]));
    }

    private void Move(int bundle)
    {
        ref readonly var papers = ref bundles[bundle];
        var worth = weight[bundle] * papers.Papers;
        for (; place[bundle] < papers.Preferences.Length; place[bundle]++)
        {
            var next = papers.Preferences[place[bundle]];
            if (!sheet.IsHopeful(next))
                continue;
            piles[next].Add(bundle);
            sheet.Votes[next] += worth;
            return;
        }
        sheet.NonTransferable += worth;
    }
}
