namespace Plenum.Checker;

/// <summary>scottish-stv and irv, votes in hundred-thousandths, and wigm-prf, in ten-thousandths; remainders dropped.</summary>
public sealed partial class Replay
{
    private sealed class Parcel(int[] order, long papers)
    {
        public int[] Order => order;
        public long Papers => papers;
        public int At { get; set; } = -1;
        public Int128 Value { get; set; }
        public int Holder { get; set; }
    }

    private sealed record Seated(int Candidate, string By);

    private readonly SortedDictionary<int, (long Papers, Int128 Votes)> received = [];
    private readonly List<Seated> electedNow = [];

    private object Stages()
    {
        quota = (Int128)((valid / (seats + 1L)) + 1) * one;
        Move(parcels);
        Elect();
        End("sorting");
        while (elected.Count < seats && hopeful.Count > 0)
        {
            var over = elected.Exists(c => votes[c] > quota);
            var (who, surplus) = Transfer(over ? elected : hopeful, over);
            Elect();
            End(over ? "surplus" : "exclusion", who, surplus);
        }
        return Count();
    }

    private object Rounds()
    {
        quota = (total / (seats + 1)) + 1;
        Move(parcels);
        End("sorting");
        var pending = new SortedSet<int>();
        while (hopeful.Count > seats - elected.Count && elected.Count < seats)
        {
            var now = InOrder(hopeful.Where(c => votes[c] >= quota));
            now.ForEach(c => Take(c, ""));
            pending.UnionWith(now);
            var over = pending.Count > 0;
            var (who, surplus) = Transfer(over ? pending : hopeful, over);
            pending.Remove(who);
            End(over ? "surplus" : "exclusion", who, surplus);
        }
        foreach (var c in InOrder(elected.Count < seats ? hopeful : []))
            Take(c, "");
        if (electedNow.Count > 0)
            End("filling");
        return Count();
    }

    // The surplus, or all papers, of the one with the most or the fewest votes.
    private (int Who, Int128 Surplus) Transfer(IReadOnlyCollection<int> pool, bool over)
    {
        var edge = over ? pool.Max(c => votes[c]) : pool.Min(c => votes[c]);
        var who = Break(pool.Where(c => votes[c] == edge), over ? "surplus-first" : "exclusion");
        var (pile, part) = (parcels.FindAll(p => p.Holder == who), rule == "wigm-prf" ? one : 1);
        foreach (var parcel in over ? pile : [])
            parcel.Value = parcel.Value * (edge - quota) / part * part / edge;
        votes[who] = over ? quota : 0;
        hopeful.Remove(who);
        Move(pile);
        return (who, edge - quota);
    }

    // At the quota first; then whoever is left, where there are as many places.
    private void Elect()
    {
        InOrder(hopeful.Where(c => votes[c] >= quota)).ForEach(c => Take(c, "quota"));
        if (hopeful.Count <= seats - elected.Count)
            InOrder(hopeful).ForEach(c => Take(c, "last-vacancies"));
    }

    private void Take(int candidate, string by)
    {
        elected.Add(candidate);
        electedNow.Add(new Seated(candidate, by));
        hopeful.Remove(candidate);
    }

    private void End(string action, int? who = null, Int128 surplus = default)
    {
        var (rounds, over, now) = (rule == "wigm-prf", action == "surplus", electedNow.ToList());
        stages.Add(
            new
            {
                Number = stages.Count + 1,
                action,
                Candidate = rounds && !over ? null : who,
                Candidates = rounds && !over && who is { } excluded ? new[] { excluded } : null,
                Surplus = over ? Show(surplus) : null,
                Quota = rounds ? Show(quota) : null,
                Transfers = rounds
                    ? null
                    : received.Where(to => to.Key > 0).Select(Receipt).ToList(),
                Votes = votes.Skip(1).Select(Show).ToList(),
                NonTransferable = Show(votes[0]),
                LostInRounding = rounds ? null : Show(total - votes.Aggregate((a, b) => a + b)),
                Elected = rounds ? now.ConvertAll<object>(e => e.Candidate) : [.. now],
                Excluded = rounds ? Array.Empty<int>() : null,
            }
        );
        if (!rounds)
            history.Add([.. votes]);
        received.Clear();
        electedNow.Clear();
    }

    private object Receipt(KeyValuePair<int, (long Papers, Int128 Votes)> to) =>
        new
        {
            To = to.Key,
            Papers = Text(to.Value.Papers),
            Votes = Show(to.Value.Votes),
        };

    private void Move(List<Parcel> pile)
    {
        foreach (var parcel in pile)
        {
            do parcel.At++;
            while (parcel.At < parcel.Order.Length && !hopeful.Contains(parcel.Order[parcel.At]));
            parcel.Holder = parcel.At < parcel.Order.Length ? parcel.Order[parcel.At] : 0;
            var worth = parcel.Value * parcel.Papers;
            var (papers, sum) = received.GetValueOrDefault(parcel.Holder);
            received[parcel.Holder] = (papers + parcel.Papers, sum + worth);
            votes[parcel.Holder] += worth;
        }
    }
}
