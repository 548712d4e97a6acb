using System.Numerics;

namespace Plenum.Counting.Power;

/// <summary>From coalitions counted by size to orders of all voters.</summary>
internal static class Orders
{
    /// <summary>
    /// What a voter's swings come to: <paramref name="bySize" />[s] coalitions of s others. For Banzhaf their sum, doubled
    /// for every voter without weight, who may join or not; for Shapley-Shubik each coalition in every order, with the
    /// voters without weight anywhere in it.
    /// </summary>
    public static BigInteger Swings(
        ReadOnlySpan<BigInteger> bySize,
        int voters,
        int weightless,
        bool ordered
    )
    {
        var swings = BigInteger.Zero;
        if (!ordered)
        {
            foreach (var coalitions in bySize)
                swings += coalitions;
            return swings << weightless;
        }
        var before = BigInteger.One;
        var orders = new BigInteger[bySize.Length];
        for (var s = 0; s < bySize.Length; s++, before *= s)
            orders[s] = bySize[s] * before;
        var after = Factorial(Math.Max(0, voters - bySize.Length));
        for (var s = bySize.Length - 1; s >= 0; s--)
        {
            swings += orders[s] * after;
            after *= voters - s;
        }
        return swings * (Factorial(voters + weightless) / Factorial(voters));
    }

    private static BigInteger Factorial(int number)
    {
        var product = BigInteger.One;
        for (var i = 2; i <= number; i++)
            product *= i;
        return product;
    }
}
