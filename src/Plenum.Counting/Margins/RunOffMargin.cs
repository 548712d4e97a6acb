using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Margins;

/// <summary>
/// The fewest papers that, when they say something else, let somebody else win an instant run-off, or win by a lot.
/// </summary>
/// <remarks>
/// Orders of exclusion are searched from their end, the lowest bound first (Magrino, Rivest, Shen and Wagner 2011; Blom,
/// Stuckey and Teague 2016). Under the last few of an order, papers that name the same ones of them in the same turn are
/// alike, and who is left at each exclusion are sums of such classes: the fewest papers to move are a linear program in whole
/// numbers, and what it costs in parts is a bound for every order that ends so. Whoever leaves has no more than anybody else;
/// with as many, no more at the latest earlier stage at which the two differ, as the rule breaks ties: of a whole order that is
/// asked too, one stage after the other. Beyond six candidates, or where the search grows long, it is what puts the last one
/// excluded above the winner: enough, but not always the fewest.
/// </remarks>
internal static class RunOffMargin
{
    private const int MostCandidates = 6;

    // Some seconds with six candidates; who needs more has the upper bound.
    private const int Pivots = 10_000;

    public static Margin Of(BallotSet ballots, Lots lots)
    {
        var count = InstantRunOff.Count(ballots, lots);
        var table = PapersOnTheTable.Of(ballots);
        int[] standing = [.. Enumerable.Range(0, table.Stands.Length).Where(c => table.Stands[c])];
        if (standing.Length < 2 || count.Elected.IsEmpty)
            return new Margin.None();
        var winner = count.Elected[0].Index;
        var enough = LastRound(table, standing, winner);
        return
            standing.Length <= MostCandidates
            && Fewest(table, standing, winner, enough) is { } fewest
            ? new Margin.Exactly(fewest)
            : new Margin.AtMost(enough);
    }

    private static long? Fewest(PapersOnTheTable table, int[] standing, int winner, long enough)
    {
        var (best, left) = (enough, Pivots);
        var waiting = new PriorityQueue<int[], long>();
        foreach (var other in standing.Where(c => c != winner))
            waiting.Enqueue([other], 0);
        while (waiting.TryDequeue(out var last, out var bound) && bound < best)
        {
            foreach (var before in standing.Except(last))
            {
                int[] order = [before, .. last];
                var program = Program(table, order, left);
                if (order.Length == standing.Length)
                {
                    // The last two are told apart first: most ends are level there, and the winner had more before.
                    var papers = Classes(table, order);
                    best = (long)
                        program.AnyOf(
                            Apart(papers, order.Length - 2, order.Length - 1),
                            best,
                            taken => Ways(papers, order, taken)
                        );
                }
                else if (program.Bound() is { } least && least < best)
                    waiting.Enqueue(order, (long)BigInteger.Max(least, bound));
                left = program.Left;
                if (left == 0)
                    return null;
            }
        }
        return best;
    }

    // So many of each class taken away, which costs, and so many put to each, which does not; what is taken and not put says
    // nothing.
    private static LeastChange Program(PapersOnTheTable table, int[] order, int pivots)
    {
        var papers = Classes(table, order);
        var classes = papers.Length;
        var program = new LeastChange(
            [.. Enumerable.Repeat(1, classes), .. Enumerable.Repeat(0, classes)],
            pivots
        );
        for (var of = 0; of < classes; of++)
            program.AtMost(of, papers[of]);
        program.AtMost(
            [.. Enumerable.Repeat(-1, classes), .. Enumerable.Repeat(1, classes)],
            BigInteger.Zero
        );
        for (var leaves = 0; leaves < order.Length; leaves++)
        for (var stays = leaves + 1; stays < order.Length; stays++)
        {
            var (of, most) = NoMore(papers, leaves, leaves, stays);
            program.AtMost(of, most);
        }
        return program;
    }

    // When those from that place on are left, the one has no more than the other.
    private static (int[] Of, BigInteger Most) NoMore(long[] papers, int from, int one, int other)
    {
        int[] more =
        [
            .. Enumerable
                .Range(0, papers.Length)
                .Select(of =>
                    First(of, from) is var first && first == one ? 1
                    : first == other ? -1
                    : 0
                ),
        ];
        return (
            [.. more.Select(each => -each), .. more],
            -more.Select((each, of) => each * (BigInteger)papers[of]).Sum()
        );
    }

    // In which ways the one can leave before the other: fewer now, or level now and fewer at the stage before, and so on.
    private static List<(int[] Of, BigInteger Most)[]> Apart(long[] papers, int leaves, int stays)
    {
        var (ways, level) = (
            new List<(int[] Of, BigInteger Most)[]>(),
            new List<(int[] Of, BigInteger Most)>()
        );
        for (var stage = leaves; stage >= 0; stage--)
        {
            var (of, most) = NoMore(papers, stage, leaves, stays);
            ways.Add([.. level, (of, most - 1)]);
            level.Add((of, most));
            level.Add(NoMore(papers, stage, stays, leaves));
        }
        ways.Add([.. level]);
        return ways;
    }

    // Where somebody leaves level with another who had less before: less now, or at one of the stages since; or no more then.
    private static List<(int[] Of, BigInteger Most)[]> Ways(
        long[] papers,
        int[] order,
        BigInteger[] taken
    )
    {
        for (var leaves = 0; leaves < order.Length; leaves++)
        for (var stays = leaves + 1; stays < order.Length; stays++)
        {
            var stage = leaves;
            while (stage >= 0 && More(stage) == 0)
                stage--;
            if (stage < 0 || More(stage) < 0)
                continue;
            var (ways, level) = (
                new List<(int[] Of, BigInteger Most)[]>(),
                new List<(int[] Of, BigInteger Most)>()
            );
            for (var since = leaves; since > stage; since--)
            {
                var (of, most) = NoMore(papers, since, leaves, stays);
                ways.Add([.. level, (of, most - 1)]);
                level.Add(NoMore(papers, since, stays, leaves));
            }
            ways.Add([.. level, NoMore(papers, stage, leaves, stays)]);
            return ways;

            int More(int from)
            {
                var (of, most) = NoMore(papers, from, leaves, stays);
                return (of.Select((each, i) => each * taken[i]).Sum() - most).Sign;
            }
        }
        return [];
    }

    // Whom a paper of the class is for when those from that place on are left.
    private static int First(int of, int from) =>
        (of >> from) == 0 ? -1 : from + BitOperations.TrailingZeroCount(of >> from);

    // How many papers there are of each class: bit n stands for the n-th of the order, named before all after it.
    private static long[] Classes(PapersOnTheTable table, int[] order)
    {
        var papers = new long[1 << order.Length];
        papers[0] = table.InvalidPapers;
        foreach (var (preferences, number) in table.Tree.All())
        {
            var (of, reached) = (0, -1);
            foreach (var candidate in preferences)
            {
                var place = Array.IndexOf(order, candidate);
                if (place > reached)
                    (of, reached) = (of | (1 << place), place);
            }
            papers[of] += number;
        }
        return papers;
    }

    // The winner against whoever is excluded last, as the rule excludes; so many of the winner's papers put that one above them.
    // Then either the winner leaves before, or everybody else leaves as they did. Where the winner has not so many, all papers do.
    private static long LastRound(PapersOnTheTable table, int[] standing, int winner)
    {
        var left = standing.ToList();
        var stages = new List<Dictionary<int, long>> { Votes() };
        while (left.Count > 2)
        {
            var lowest = left.Where(c => c != winner).ToList();
            for (var stage = stages.Count - 1; stage >= 0; stage--)
            {
                var least = lowest.Min(c => stages[stage][c]);
                lowest.RemoveAll(c => stages[stage][c] > least);
            }
            left.Remove(lowest[0]);
            stages.Add(Votes());
        }
        var (has, other) = (stages[^1][winner], stages[^1][left.First(c => c != winner)]);
        var papers = Math.Max(0, has - other) / 2 + 1;
        return papers <= has ? papers : table.ValidPapers + table.InvalidPapers;

        Dictionary<int, long> Votes() =>
            left.ToDictionary(
                c => c,
                c =>
                    table
                        .Tree.All()
                        .Where(b => b.Preferences.FirstOrDefault(left.Contains, -1) == c)
                        .Sum(b => b.Papers)
            );
    }
}
