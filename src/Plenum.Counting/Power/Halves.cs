using System.Numerics;

namespace Plenum.Counting.Power;

/// <summary>
/// Swings of few voters of any weight: the others are cut into two halves, the sums of each half's coalitions sorted,
/// and laid against each other.
/// </summary>
internal static class Halves
{
    public static BigInteger[] Swings(long[] weights, long quota, bool ordered)
    {
        var heavy = weights.Where(weight => weight > 0).ToList();
        var swings = new Dictionary<long, BigInteger> { [0] = BigInteger.Zero };
        foreach (var weight in heavy.Distinct())
        {
            var others = new List<long>(heavy);
            others.Remove(weight);
            swings[weight] = Orders.Swings(
                SwingsBySize(others, weight, quota, ordered),
                heavy.Count,
                weights.Length - heavy.Count,
                ordered
            );
        }
        return [.. weights.Select(weight => swings[weight])];
    }

    private static BigInteger[] SwingsBySize(
        List<long> others,
        long weight,
        long quota,
        bool ordered
    )
    {
        var half = others.Count / 2;
        var left = Sums(others[..half], ordered);
        var right = Sums(others[half..], ordered);
        var swings = new BigInteger[left.Length + right.Length - 1];
        for (var a = 0; a < left.Length; a++)
        for (var b = 0; b < right.Length; b++)
            swings[a + b] +=
                Below(left[a], right[b], quota) - Below(left[a], right[b], quota - weight);
        return swings;
    }

    // The sums of all coalitions, ascending; by size where orders matter, else all in one.
    private static long[][] Sums(List<long> voters, bool bySize)
    {
        var sums = new List<long>[bySize ? voters.Count + 1 : 1];
        for (var s = 0; s < sums.Length; s++)
            sums[s] = [];
        var all = new long[1 << voters.Count];
        sums[0].Add(0);
        for (var set = 1; set < all.Length; set++)
        {
            all[set] = all[set & (set - 1)] + voters[BitOperations.TrailingZeroCount(set)];
            sums[bySize ? BitOperations.PopCount((uint)set) : 0].Add(all[set]);
        }
        return [.. sums.Select(each => each.Order().ToArray())];
    }

    // How many pairs come to less than the bound.
    private static long Below(long[] left, long[] right, long bound)
    {
        var (pairs, r) = (0L, right.Length);
        foreach (var sum in left)
        {
            while (r > 0 && sum + right[r - 1] >= bound)
                r--;
            pairs += r;
        }
        return pairs;
    }
}
