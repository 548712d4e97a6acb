namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Buckets, one for each digit: what lies in the bucket of a digit counts so many times.</summary>
internal static class Buckets
{
    /// <summary>
    /// The product of the buckets, each to the power of its digit, by running sums from the highest down. False, and
    /// the total untouched, when all are empty.
    /// </summary>
    public static bool Combine(
        Scratch scratch,
        bool[] filled,
        int first,
        int count,
        nint sum,
        nint total
    )
    {
        var (hasSum, hasTotal) = (false, false);
        for (var bucket = first + count - 1; bucket >= first; bucket--)
        {
            if (filled[bucket])
            {
                if (hasSum)
                    scratch.Multiply(sum, sum, scratch[bucket]);
                else
                    scratch.Copy(sum, scratch[bucket]);
                hasSum = true;
            }
            if (!hasSum)
                continue;
            if (hasTotal)
                scratch.Multiply(total, total, sum);
            else
                scratch.Copy(total, sum);
            hasTotal = true;
        }
        return hasTotal;
    }
}
