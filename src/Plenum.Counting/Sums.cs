using System.Numerics;

namespace Plenum.Counting;

/// <summary>Whole numbers of any size added up.</summary>
internal static class Sums
{
    public static BigInteger Sum(this IEnumerable<BigInteger> numbers) =>
        numbers.Aggregate(BigInteger.Zero, (sum, each) => sum + each);
}
