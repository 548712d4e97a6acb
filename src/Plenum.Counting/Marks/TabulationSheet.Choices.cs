using System.Collections.Immutable;
using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Marks;

/// <summary>Who wins, who leaves, and how equals are told apart.</summary>
internal sealed partial class TabulationSheet
{
    private List<string> Highest()
    {
        var most = Now.Votes.Values.Max();
        return [.. names.Where(name => Now.Votes.TryGetValue(name, out var v) && v == most)];
    }

    private List<string> Winners()
    {
        // Nobody wins while write-ins nobody declared still hold votes.
        if (Now.Votes.GetValueOrDefault(Mark.WriteIn).Sign != 0)
            return [];
        if (rules.SeatsBy == SeatsBy.BottomsUpToShare)
            return Now.Votes.Values.All(votes => votes > Now.Threshold) ? [.. Now.Votes.Keys] : [];
        var seats = rules.Seats - wonIn.Count;
        if (seats <= 0)
            return [];
        List<string> winners = [];
        if (Now.Votes.Count <= seats)
            winners = [.. names.Where(Now.Votes.ContainsKey)];
        else if (rules.FirstThreshold && Now.Votes.Count - 1 == rules.Seats)
            winners = Highest();
        else if (rules.SeatsBy != SeatsBy.BottomsUp)
            winners =
            [
                .. names
                    .Where(name =>
                        name != Mark.WriteIn
                        && Now.Votes.TryGetValue(name, out var votes)
                        && votes >= Now.Threshold
                    )
                    .OrderByDescending(name => Now.Votes[name]),
            ];
        var several =
            winners.Count > 1
            && (rules.SeatsBy == SeatsBy.ThresholdOneARound || rules.FirstThreshold);
        // Two are left, and neither has the threshold: nobody is left to be excluded.
        var evenly = rules.Seats == 1 && winners.Count == 0 && Now.Votes.Count == 2;
        if (several || evenly)
        {
            winners = Highest();
            if (winners.Count > 1)
                winners = [Break(winners, TiedFor.Election)];
        }
        return InOrder(winners);
    }

    // The most votes first, and equals as the configuration breaks ties: the order can decide who serves longer.
    private List<string> InOrder(List<string> winners)
    {
        var (left, ordered) = (winners.ToList(), new List<string>());
        while (left.Count > 0)
        {
            var most = left.Max(name => Now.Votes[name]);
            List<string> equal = [.. left.Where(name => Now.Votes[name] == most)];
            ordered.Add(equal.Count == 1 ? equal[0] : Break(equal, TiedFor.ElectedFirst));
            left.Remove(ordered[^1]);
        }
        return ordered;
    }

    private List<string> Losers()
    {
        if (Now.Votes.GetValueOrDefault(Mark.WriteIn).Sign > 0)
            return [Mark.WriteIn];
        if (rules.Cutoff)
        {
            List<string> below =
            [
                .. names.Where(name =>
                    Now.Votes.TryGetValue(name, out var votes) && votes < Now.Threshold
                ),
            ];
            if (below.Count > 0)
                return below;
        }
        if (rules.Batch && Together() is { Count: > 1 } together)
            return together;
        if (Now.Votes.Count == 0)
            return [];
        var least = Now.Votes.Values.Min();
        List<string> lowest =
        [
            .. names.Where(n => Now.Votes.TryGetValue(n, out var v) && v == least),
        ];
        return lowest.Count == 1 ? lowest : [Break(lowest, TiedFor.Exclusion)];
    }

    // Those who have less together than the next one alone; one at least must be left besides the winner.
    private List<string> Together()
    {
        List<string> sure = [];
        List<string> before = [];
        List<string> seen = [];
        var sum = Fraction.Zero;
        foreach (var level in Now.Votes.GroupBy(pair => pair.Value).OrderBy(group => group.Key))
        {
            if (sum < level.Key && seen.Count > sure.Count)
                (before, sure) = (sure, [.. seen]);
            var equal = level.Select(pair => pair.Key).ToList();
            sum += level.Key * equal.Count;
            seen.AddRange(equal);
        }
        return rules.UntilTwo && sure.Count + leftIn.Count == Standing - 1 ? before : sure;
    }

    private string Break(List<string> among, TiedFor purpose)
    {
        ImmutableArray<string> tied = [.. among.Order(StringComparer.Ordinal)];
        List<string> left = [.. tied];
        List<string> evidence = [];
        if (rules.Ties is MarkTies.EarlierRoundsThenRandom or MarkTies.EarlierRoundsThenLot)
        {
            for (var earlier = round - 2; earlier >= 0 && left.Count > 1; earlier--)
            {
                var votes = drafts[earlier].Votes;
                var wanted =
                    purpose == TiedFor.Exclusion
                        ? left.Min(n => votes[n])
                        : left.Max(n => votes[n]);
                left = [.. left.Where(name => votes[name] == wanted)];
                evidence.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"round {earlier + 1}: {wanted} {string.Join(", ", left)}"
                    )
                );
            }
        }
        if (left.Count > 1)
        {
            var (name, shown) = Choose(left, purpose);
            left = [name];
            evidence.Add(shown);
        }
        ties.Add(new NameTie(round, purpose, tied, left[0], rules.Ties, [.. evidence]));
        return left[0];
    }

    private (string Name, string Evidence) Choose(List<string> among, TiedFor purpose)
    {
        switch (rules.Ties)
        {
            case MarkTies.Random:
            case MarkTies.EarlierRoundsThenRandom:
                // The origin puts equals in no order, so its own draws are kept for what it draws.
                var place = (purpose == TiedFor.ElectedFirst ? orders : random).Place(among.Count);
                return (
                    among[place],
                    string.Create(CultureInfo.InvariantCulture, $"place {place + 1} drawn")
                );
            case MarkTies.Lot:
            case MarkTies.EarlierRoundsThenLot:
                var drawn = lots.Draw(
                    ties.Count + 1,
                    [.. among.Select(name => Candidate.At(names.IndexOf(name))).Order()]
                );
                return (names[drawn.Candidate.Index], string.Join(' ', drawn.Slips));
            default:
                var listed = order.Where(among.Contains).ToList();
                return (
                    purpose == TiedFor.Exclusion ? listed[^1] : listed[0],
                    string.Join(", ", listed)
                );
        }
    }
}
