namespace Plenum.Counting.Stages;

/// <summary>
/// Papers in piles by candidate, each pile in parcels of papers that are worth the same. Carrying a parcel on only adds
/// up whole papers; what they are worth is worked out once a parcel, so sums come out alike in whatever order.
/// </summary>
/// <typeparam name="TValue">What one paper is worth.</typeparam>
internal sealed class Parcels<TValue>
    where TValue : notnull
{
    private readonly PreferenceTree tree;
    private readonly Dictionary<TValue, List<Branch>>[] piles;
    private readonly List<Branch>?[] into;
    private readonly long[] received;
    private readonly List<Branch> skipped = [];
    private readonly (TValue Value, int From)[] last;

    public Parcels(PreferenceTree tree, int candidates)
    {
        this.tree = tree;
        piles = new Dictionary<TValue, List<Branch>>[candidates];
        for (var c = 0; c < candidates; c++)
            piles[c] = [];
        into = new List<Branch>?[candidates];
        received = new long[candidates];
        last = new (TValue, int)[candidates];
    }

    /// <summary>Papers each candidate received from the parcel carried on last.</summary>
    public ReadOnlySpan<long> Received => received;

    /// <summary>Papers of that parcel that name nobody further.</summary>
    public long Ended { get; private set; }

    public IEnumerable<(TValue Value, List<Branch> Papers)> Of(int candidate) =>
        piles[candidate].Select(parcel => (parcel.Key, parcel.Value));

    /// <summary>The papers a candidate received together last, and what each is worth; only of somebody who has received any.</summary>
    public (TValue Value, List<Branch> Papers) LastOf(int candidate)
    {
        var (value, from) = last[candidate];
        var parcel = piles[candidate][value];
        return (value, parcel.GetRange(from, parcel.Count - from));
    }

    /// <summary>How many papers of a parcel name somebody further who goes on receiving.</summary>
    public long Transferable(List<Branch> parcel, ReadOnlySpan<bool> receiving)
    {
        var papers = 0L;
        skipped.AddRange(parcel);
        while (skipped.Count > 0)
        {
            var from = skipped[^1];
            skipped.RemoveAt(skipped.Count - 1);
            var at = from.From;
            while (tree.Next(from, ref at, out var candidate, out var next))
            {
                if (receiving[candidate])
                    papers += tree.Papers(next);
                else
                    skipped.Add(next);
            }
        }
        return papers;
    }

    /// <summary>Takes a candidate's pile off the table.</summary>
    public IReadOnlyCollection<KeyValuePair<TValue, List<Branch>>> Lift(int candidate)
    {
        var pile = piles[candidate];
        piles[candidate] = [];
        return pile;
    }

    /// <summary>Carries papers on, each to the next candidate on it who goes on receiving.</summary>
    public void Carry(List<Branch> parcel, TValue value, ReadOnlySpan<bool> receiving)
    {
        Array.Clear(received);
        Array.Clear(into);
        Ended = 0;
        foreach (var branch in parcel)
        {
            skipped.Add(branch);
            while (skipped.Count > 0)
            {
                var from = skipped[^1];
                skipped.RemoveAt(skipped.Count - 1);
                Carry(from, value, receiving);
            }
        }
    }

    private void Carry(Branch from, TValue value, ReadOnlySpan<bool> receiving)
    {
        var (at, going) = (from.From, 0L);
        while (tree.Next(from, ref at, out var candidate, out var next))
        {
            var papers = tree.Papers(next);
            going += papers;
            if (!receiving[candidate])
            {
                skipped.Add(next);
                continue;
            }
            received[candidate] += papers;
            (into[candidate] ??= Parcel(candidate, value)).Add(next);
        }
        Ended += tree.Papers(from) - going;
    }

    private List<Branch> Parcel(int candidate, TValue value)
    {
        if (!piles[candidate].TryGetValue(value, out var parcel))
            piles[candidate][value] = parcel = [];
        last[candidate] = (value, parcel.Count);
        return parcel;
    }
}
