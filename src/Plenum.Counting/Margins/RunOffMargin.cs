using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Margins;

/// <summary>
/// The fewest papers of an instant run-off that have to say something else for somebody else to win, or to win by a lot.
/// </summary>
/// <remarks>
/// Branch and bound over orders of exclusion from the end (T. Magrino, R. Rivest, E. Shen, D. Wagner, "Computing the margin
/// of victory in IRV elections", 2011): what an order of the last few candidates costs is a bound for every order that ends
/// with it, as a linear programme over papers by what they say among those few; orders of all are solved in whole papers.
/// </remarks>
internal sealed class RunOffMargin
{
    public const int MostCandidates = 7;
    private const int MostProgrammes = 3_000;

    private readonly (int[] Preferences, long Papers)[] bundles;
    private int programmes;

    private RunOffMargin(PreferenceTree tree) => bundles = [.. tree.All()];

    public static Margin Of(BallotSet ballots, Lots lots)
    {
        var count = InstantRunOff.Count(ballots, lots);
        var table = PapersOnTheTable.Of(ballots);
        int[] standing = [.. Enumerable.Range(0, table.Stands.Length).Where(c => table.Stands[c])];
        if (standing.Length < 2 || count.Elected.IsEmpty)
            return new Margin.Nobody();
        var winner = count.Elected[0].Index;
        if (standing.Length <= MostCandidates)
        {
            if (new RunOffMargin(table.Tree).Search(standing, winner) is { } exact)
                return new Margin.Exactly(exact);
        }
        return new Margin.AtMost(LastRound(table, standing, winner, lots));
    }

    private long? Search(int[] standing, int winner)
    {
        var waiting = new PriorityQueue<int[], (long Bound, int Missing)>();
        foreach (var other in standing.Where(c => c != winner))
            waiting.Enqueue([other], (0, standing.Length));
        while (waiting.TryDequeue(out var order, out var bound))
        {
            if (order.Length == standing.Length)
                return bound.Bound;
            foreach (var next in standing.Except(order))
            {
                if (programmes > MostProgrammes)
                    return null;
                int[] longer = [next, .. order];
                if (Cost(longer, whole: longer.Length == standing.Length) is { } cost)
                    waiting.Enqueue(
                        longer,
                        (Math.Max(cost, bound.Bound), standing.Length - longer.Length)
                    );
            }
        }
        return null;
    }

    // The first of the order leaves first. A paper is for whomever it names of those left, round by round: only those of its
    // preferences matter who leave later than all before them, so papers are as many kinds as there are sets.
    private long? Cost(int[] order, bool whole)
    {
        var count = order.Length;
        var kinds = 1 << count;
        var papers = new long[kinds];
        foreach (var bundle in bundles)
        {
            var (set, last) = (0, -1);
            foreach (var candidate in bundle.Preferences)
            {
                var place = Array.IndexOf(order, candidate);
                if (place <= last)
                    continue;
                set |= 1 << place;
                last = place;
            }
            papers[set] += bundle.Papers;
        }
        int[] taken = [.. Enumerable.Range(0, kinds).Where(kind => papers[kind] > 0)];
        var variables = taken.Length + kinds;
        var rows = new List<Simplex.Row>();
        for (var gone = 0; gone < count; gone++)
        for (var stays = gone + 1; stays < count; stays++)
        {
            var row = new Fraction[variables];
            var lead = 0L;
            for (var i = 0; i < variables; i++)
            {
                var added = i >= taken.Length;
                var kind = added ? i - taken.Length : taken[i];
                // For whom it is when everybody before the one who leaves has left.
                var left = kind >> gone << gone;
                var with = left == 0 ? -1 : BitOperations.TrailingZeroCount(left);
                var says =
                    with == stays ? 1
                    : with == gone ? -1
                    : 0;
                row[i] = added ? says : -says;
                lead += added ? 0 : says * papers[kind];
            }
            rows.Add(new Simplex.Row(row, -lead));
        }
        for (var i = 0; i < taken.Length; i++)
        {
            var row = new Fraction[variables];
            row[i] = -Fraction.One;
            rows.Add(new Simplex.Row(row, -papers[taken[i]]));
        }
        rows.Add(
            new Simplex.Row(
                [
                    .. Enumerable
                        .Range(0, variables)
                        .Select(i => (Fraction)(i < taken.Length ? 1 : -1)),
                ],
                Fraction.Zero,
                Equal: true
            )
        );
        Fraction[] costs =
        [
            .. Enumerable.Range(0, variables).Select(i => (Fraction)(i < taken.Length ? 1 : 0)),
        ];
        return whole ? Whole(costs, rows, null) : Bound(costs, rows)?.Cost;
    }

    private (long Cost, Fraction[] With)? Bound(Fraction[] costs, List<Simplex.Row> rows)
    {
        programmes++;
        return Simplex.Least(costs, rows) is var (cost, with) ? ((long)cost.Ceiling, with) : null;
    }

    // Whole papers: where the programme wants a part of one, both neighbours are tried.
    private long? Whole(Fraction[] costs, List<Simplex.Row> rows, long? best)
    {
        if (
            programmes > MostProgrammes
            || Bound(costs, rows) is not var (cost, with)
            || (best is { } known && cost >= known)
        )
            return best;
        var part = Array.FindIndex(with, value => !value.IsWhole);
        if (part < 0)
            return cost;
        foreach (var up in (bool[])[false, true])
        {
            var row = new Fraction[costs.Length];
            row[part] = up ? Fraction.One : -Fraction.One;
            var bound = up ? new Fraction(with[part].Ceiling) : new Fraction(-with[part].Floor);
            best = Whole(costs, [.. rows, new Simplex.Row(row, bound)], best);
        }
        return best;
    }

    // The winner against whoever was last excluded: half of what lies between them, taken up, changes that.
    private static long LastRound(PapersOnTheTable table, int[] standing, int winner, Lots lots)
    {
        var left = standing.ToList();
        while (left.Count > 2)
        {
            var votes = left.ToDictionary(c => c, c => Votes(c));
            var least = left.Where(c => c != winner).Min(c => votes[c]);
            left.Remove(left.First(c => c != winner && votes[c] == least));
        }
        var other = left.First(c => c != winner);
        return Math.Max(0, (Votes(winner) - Votes(other) + 1) / 2);

        long Votes(int candidate) =>
            table
                .Tree.All()
                .Where(b => b.Preferences.FirstOrDefault(left.Contains, -1) == candidate)
                .Sum(b => b.Papers);
    }
}
