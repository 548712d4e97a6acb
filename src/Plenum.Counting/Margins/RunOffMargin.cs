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
/// numbers, and what it costs in parts is a bound for every order that ends so. Beyond six candidates, or where the
/// search grows long, it is half of what lies between the last two: enough, but not always the fewest.
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
                    best = (long)program.Whole(best);
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
            int[] more =
            [
                .. Enumerable
                    .Range(0, classes)
                    .Select(of =>
                        First(of, leaves) is var first && first == leaves ? 1
                        : first == stays ? -1
                        : 0
                    ),
            ];
            program.AtMost(
                [.. more.Select(each => -each), .. more],
                -more.Select((each, of) => each * (BigInteger)papers[of]).Sum()
            );
        }
        return program;
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

    // The winner against whoever was last excluded: half of what lies between them, taken up, changes that.
    private static long LastRound(PapersOnTheTable table, int[] standing, int winner)
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
