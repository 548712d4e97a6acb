namespace Plenum.Counting.Marks;

/// <summary>For whom each paper counts.</summary>
internal sealed partial class TabulationSheet
{
    private bool Stands(string name) =>
        standing.Contains(name)
        && !leftIn.ContainsKey(name)
        && (rules.UntilTwo || !wonIn.ContainsKey(name));

    private void Distribute()
    {
        foreach (var name in names.Where(Stands))
            Now.Votes[name] = Fraction.Zero;
        var filled = rules.CarriesSurplus && rules.Seats > 1 && wonIn.Count == rules.Seats;
        foreach (var pile in piles)
        {
            if (pile.Out is null && (pile.With is null || !Stands(pile.With)))
            {
                var (to, why) =
                    filled && pile.Ranks.Length > 0 ? (null, Inactive.LastSurplus) : Next(pile);
                Move(pile, to, why);
            }
            var votes = pile.Worth * pile.Number;
            if (pile.Out is { } reason)
                Now.Inactive[reason] = Now.Inactive.GetValueOrDefault(reason) + votes;
            else
                Now.Votes[pile.With!] += votes;
        }
    }

    private void Move(Pile pile, string? to, Inactive why)
    {
        if (pile.Worth.Sign > 0)
        {
            var way = (pile.With ?? "", to ?? "");
            Now.Transfers[way] = Now.Transfers.GetValueOrDefault(way) + (pile.Worth * pile.Number);
        }
        pile.With = to;
        pile.Out = to is null ? why : null;
    }

    private (string? To, Inactive Why) Next(Pile pile)
    {
        if (pile.Ranks.IsEmpty)
            return (null, Inactive.Unmarked);
        var last = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rank in pile.Ranks)
        {
            if ((long)rank.Number - last > rules.SkippedRanks + 1L)
                return (null, Inactive.SkippedRank);
            last = rank.Number;
            if (rules.RepeatsExhaust && rank.Choices.Any(choice => !seen.Add(choice)))
                return (null, Inactive.Repeat);
            var several = rank.Choices.Length > 1 || rank.Choices[0] == Mark.Overvote;
            if (several && rules.Overvotes == OvervoteRule.Exhaust)
                return (null, Inactive.Overvote);
            if (several && rules.Overvotes == OvervoteRule.Skip)
                continue;
            string[] left = [.. rank.Choices.Where(Stands)];
            if (left.Length > 1)
                return (null, Inactive.Overvote);
            if (left.Length == 1)
                return (left[0], default);
        }
        return (null, Inactive.Exhausted);
    }

    // Every paper of a winner passes on its part of the surplus, cut twice: the factor and the product.
    private void Share(List<string> winners)
    {
        foreach (var winner in winners)
        {
            var votes = Now.Votes[winner];
            var extra = votes - Now.Threshold;
            var part = extra.Sign > 0 ? Cut(extra / votes) : Fraction.Zero;
            foreach (var pile in piles.Where(pile => pile.Out is null && pile.With == winner))
            {
                var passed = Cut(pile.Worth * part);
                pile.Kept[winner] = pile.Worth - passed;
                pile.Worth = passed;
            }
        }
    }

    // Winners of earlier rounds are shown with what their papers left them, the threshold and no more.
    private void Settle()
    {
        foreach (var (winner, won) in wonIn.Where(pair => pair.Value < round).ToList())
        {
            if (won < round - 1)
            {
                Now.Votes[winner] = drafts[^2].Votes[winner];
                continue;
            }
            var kept = piles
                .Where(pile => pile.Kept.ContainsKey(winner))
                .Aggregate(Fraction.Zero, (sum, pile) => sum + (pile.Kept[winner] * pile.Number));
            var residual = kept - Now.Threshold;
            if (residual.Sign > 0)
            {
                Now.Residual += residual;
                Now.Transfers[(winner, "residual surplus")] = residual;
                kept = Now.Threshold;
            }
            Now.Votes[winner] = kept;
        }
    }
}
