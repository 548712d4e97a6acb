using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Margins;

/// <summary>
/// Papers that are enough, when they say something else, for somebody else to win an instant run-off, or to win by a lot.
/// </summary>
/// <remarks>
/// Half of what lies between the last two: put the one before the other on so many of the winner's papers, and until then
/// nobody else has a vote less. Fewer may be enough, at an earlier round; so this is a bound and is called one.
/// </remarks>
internal static class RunOffMargin
{
    public static Margin Of(BallotSet ballots, Lots lots)
    {
        var count = InstantRunOff.Count(ballots, lots);
        var table = PapersOnTheTable.Of(ballots);
        int[] standing = [.. Enumerable.Range(0, table.Stands.Length).Where(c => table.Stands[c])];
        return standing.Length < 2 || count.Elected.IsEmpty
            ? new Margin.Nobody()
            : new Margin.AtMost(LastRound(table, standing, count.Elected[0].Index));
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
