using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Pairwise;

/// <summary>
/// Beats are held fast from the strongest down, except those that would contradict what is already fast; who is beaten by
/// nobody then is elected.
/// </summary>
/// <remarks>
/// Source: T. N. Tideman, "Independence of clones as a criterion for voting rules", 1987. A beat is stronger with more
/// papers for it, and of as many with fewer against it (<c>ranked-pairs</c>), or by how many there are more
/// (<c>ranked-pairs-margins</c>). Beats of equal strength that contradict each other are taken in an order of the
/// candidates drawn by lot (T. M. Zavist and T. N. Tideman, 1989): first those of the candidate drawn first, over the one
/// drawn last.
/// </remarks>
internal static class RankedPairs
{
    private sealed record Beat(int Winner, int Loser, long Strength, long Against);

    /// <summary>Counts by <c>ranked-pairs</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount Count(BallotSet ballots, Lots lots) =>
        Count("ranked-pairs", ballots, lots, margins: false);

    /// <summary>Counts by <c>ranked-pairs-margins</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount CountMargins(BallotSet ballots, Lots lots) =>
        Count("ranked-pairs-margins", ballots, lots, margins: true);

    private static PairCount Count(string rule, BallotSet ballots, Lots lots, bool margins)
    {
        var pairs = PairTable.Of(ballots);
        var all = pairs.Standing;
        var beats =
            from w in Enumerable.Range(0, all.Length)
            from l in Enumerable.Range(0, all.Length)
            where w != l && pairs.Beats(all[w], all[l])
            let against = pairs[all[l], all[w]]
            let strength = pairs[all[w], all[l]] - (margins ? against : 0)
            select new Beat(w, l, strength, margins ? 0 : against);
        var fast = new bool[all.Length, all.Length];
        var ties = new List<Tie>();
        var place = Array.Empty<int>();
        foreach (
            var equal in beats
                .GroupBy(beat => (beat.Strength, beat.Against))
                .OrderByDescending(group => group.Key.Strength)
                .ThenBy(group => group.Key.Against)
        )
        {
            var possible = equal.Where(beat => !fast[beat.Loser, beat.Winner]).ToList();
            if (Contradict(possible, fast, all.Length))
            {
                if (place.Length == 0)
                    place = DrawOrder(all, lots, ties);
                possible =
                [
                    .. possible
                        .OrderBy(beat => place[beat.Winner])
                        .ThenByDescending(beat => place[beat.Loser]),
                ];
            }
            foreach (var beat in possible)
            {
                if (!fast[beat.Loser, beat.Winner])
                    Hold(beat, fast, all.Length);
            }
        }
        return PairCount.Of(rule, ballots, pairs, Order(all, fast), [], lots, ties);
    }

    private static bool Contradict(List<Beat> possible, bool[,] fast, int count)
    {
        var trial = (bool[,])fast.Clone();
        foreach (var beat in possible)
        {
            if (trial[beat.Loser, beat.Winner])
                return true;
            Hold(beat, trial, count);
        }
        return false;
    }

    // Fast is kept closed: whoever goes before the winner goes before whoever goes behind the loser.
    private static void Hold(Beat beat, bool[,] fast, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i != beat.Winner && !fast[i, beat.Winner])
                continue;
            for (var j = 0; j < count; j++)
                fast[i, j] |= j == beat.Loser || fast[beat.Loser, j];
        }
    }

    private static int[] DrawOrder(ImmutableArray<Candidate> all, Lots lots, List<Tie> ties)
    {
        var place = new int[all.Length];
        var left = all;
        var steps = new List<TieStep>();
        for (var i = 0; !left.IsEmpty; i++)
        {
            var drawn = lots.Draw(i + 1, left);
            steps.Add(new TieStep.Lot(i + 1, left, drawn.Slips, drawn.Candidate));
            place[all.IndexOf(drawn.Candidate)] = i;
            left = left.Remove(drawn.Candidate);
        }
        ties.Add(new Tie(1, TiedFor.Order, all, ((TieStep.Lot)steps[0]).Drawn, [.. steps]));
        return place;
    }

    private static List<ImmutableArray<Candidate>> Order(
        ImmutableArray<Candidate> all,
        bool[,] fast
    )
    {
        var left = Enumerable.Range(0, all.Length).ToList();
        var order = new List<ImmutableArray<Candidate>>();
        while (left.Count > 0)
        {
            var first = left.Where(i => !left.Exists(j => fast[j, i])).ToList();
            order.Add([.. first.Select(i => all[i])]);
            left.RemoveAll(first.Contains);
        }
        return order;
    }
}
