using System.Numerics;
using System.Runtime.InteropServices;

namespace Plenum.Counting.Power;

/// <summary>
/// Losing coalitions counted by weight, and by size where orders matter: the coefficients of the product of
/// (1 + y x^weight), in numbers of a fixed length, because no more than 2^voters of anything exist.
/// </summary>
internal sealed class Coalitions
{
    private readonly int rows;
    private readonly int quota;
    private readonly int limbs;
    private readonly ulong[] ways;

    private Coalitions(int rows, int quota, int limbs)
    {
        (this.rows, this.quota, this.limbs) = (rows, quota, limbs);
        ways = new ulong[(long)rows * quota * limbs];
        ways[0] = 1;
    }

    public static int Limbs(int voters) => (voters / 64) + 1;

    public static BigInteger[] Swings(int[] weights, int quota, bool ordered)
    {
        int[] heavy = [.. weights.Where(weight => weight > 0).Order()];
        var all = new Coalitions(
            ordered ? LargestLosing(heavy, quota) + 1 : 1,
            quota,
            Limbs(heavy.Length)
        );
        for (var i = 0; i < heavy.Length; i++)
            all.Add(heavy[i], Math.Min(i + 1, all.rows - 1));
        var without = new ulong[all.ways.Length];
        var swings = new Dictionary<int, BigInteger> { [0] = BigInteger.Zero };
        foreach (var weight in heavy.Distinct())
            swings[weight] = Orders.Swings(
                all.SwingsBySize(weight, without),
                heavy.Length,
                weights.Length - heavy.Length,
                ordered
            );
        return [.. weights.Select(weight => swings[weight])];
    }

    private static int LargestLosing(int[] ascending, int quota)
    {
        var (sum, size) = (0L, 0);
        while (size < ascending.Length && sum + ascending[size] < quota)
            sum += ascending[size++];
        return size;
    }

    private void Add(int weight, int largest)
    {
        if (rows == 1)
        {
            for (var w = quota - 1; w >= weight; w--)
                Plus(At(0, w), ways.AsSpan(Start(0, w - weight), limbs));
            return;
        }
        for (var s = largest; s > 0; s--)
        for (var w = quota - 1; w >= weight; w--)
            Plus(At(s, w), ways.AsSpan(Start(s - 1, w - weight), limbs));
    }

    // Taking a voter out again: without[s][w] = ways[s][w] - without[s - 1][w - weight].
    private BigInteger[] SwingsBySize(int weight, ulong[] without)
    {
        ways.CopyTo(without, 0);
        var swings = new BigInteger[rows];
        var sum = new ulong[limbs];
        for (var s = 0; s < rows; s++)
        {
            Array.Clear(sum);
            for (var w = 0; w < quota; w++)
            {
                var cell = without.AsSpan(Start(s, w), limbs);
                if (w >= weight && (rows == 1 || s > 0))
                    Minus(cell, without.AsSpan(Start(rows == 1 ? 0 : s - 1, w - weight), limbs));
                if (w + weight >= quota)
                    Plus(sum, cell);
            }
            swings[s] = new BigInteger(MemoryMarshal.AsBytes(sum.AsSpan()), isUnsigned: true);
        }
        return swings;
    }

    private int Start(int size, int weight) => ((size * quota) + weight) * limbs;

    private Span<ulong> At(int size, int weight) => ways.AsSpan(Start(size, weight), limbs);

    private static void Plus(Span<ulong> to, ReadOnlySpan<ulong> what)
    {
        unchecked
        {
            var carry = 0UL;
            for (var i = 0; i < to.Length; i++)
            {
                var sum = to[i] + what[i];
                var over = sum < to[i] ? 1UL : 0UL;
                to[i] = sum + carry;
                carry = over + (to[i] < sum ? 1UL : 0UL);
            }
        }
    }

    private static void Minus(Span<ulong> from, ReadOnlySpan<ulong> what)
    {
        unchecked
        {
            var borrow = 0UL;
            for (var i = 0; i < from.Length; i++)
            {
                var difference = from[i] - what[i];
                var under = from[i] < what[i] ? 1UL : 0UL;
                from[i] = difference - borrow;
                borrow = under + (difference < borrow ? 1UL : 0UL);
            }
        }
    }
}
