using System.Collections.Immutable;
using System.Numerics;

namespace Plenum.Domain.Statutes;

/// <summary>
/// How often each voter turns a losing side into a winning one, counted exactly over all coalitions by dynamic
/// programming on whole votes (J. F. Banzhaf, 1965).
/// </summary>
public static class PowerIndex
{
    /// <summary>More votes than this are not counted out coalition by coalition.</summary>
    public const int MostVotes = 20_000;

    /// <summary>Swings of each voter when <paramref name="quota"/> votes win.</summary>
    public static ImmutableArray<BigInteger> Swings(IReadOnlyList<int> votes, int quota)
    {
        var ways = Coalitions(votes);
        return [.. votes.Select(v => SwingsOf(v, ways, quota))];
    }

    /// <summary>The fewest voters that together reach the quota.</summary>
    public static int FewestToWin(IEnumerable<int> votes, int quota)
    {
        var (sum, count) = (0, 0);
        foreach (var vote in votes.OrderDescending())
        {
            if (sum >= quota)
                break;
            sum += vote;
            count++;
        }
        return count;
    }

    // ways[w] = coalitions of all voters with exactly w votes.
    private static BigInteger[] Coalitions(IReadOnlyList<int> votes)
    {
        var total = votes.Sum();
        var ways = new BigInteger[total + 1];
        ways[0] = 1;
        foreach (var vote in votes)
            for (var w = total; w >= vote; w--)
                ways[w] += vote == 0 ? ways[w] : ways[w - vote];
        return ways;
    }

    // Taking one voter out again: without[w] = ways[w] - without[w - vote]. It swings where the others lack up to its votes.
    private static BigInteger SwingsOf(int vote, BigInteger[] ways, int quota)
    {
        if (vote == 0)
            return 0;
        var without = new BigInteger[ways.Length];
        BigInteger swings = 0;
        for (var w = 0; w < Math.Min(quota, ways.Length); w++)
        {
            without[w] = ways[w] - (w >= vote ? without[w - vote] : 0);
            if (w + vote >= quota)
                swings += without[w];
        }
        return swings;
    }
}
