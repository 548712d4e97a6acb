using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>
/// Several powers of one base in variable time: its squares are worked out once, and each exponent gathers those at
/// which a digit of its own begins into a bucket for that digit (Yao 1976). Digits are odd, with noughts between them.
/// </summary>
internal static class Chains
{
    public static ulong[][] Of(
        Engine engine,
        ulong[] value,
        params ReadOnlySpan<BigInteger> exponents
    )
    {
        var longest = 1;
        foreach (var exponent in exponents)
            longest = Math.Max(longest, (int)exponent.GetBitLength());
        var window = longest > 600 ? 6 : 4;
        var buckets = 1 << (window - 1);
        using var scratch = engine.Rent(exponents.Length * buckets + 3);
        var filled = new bool[exponents.Length * buckets];
        var bytes = new byte[exponents.Length][];
        var next = new int[exponents.Length];
        for (var e = 0; e < bytes.Length; e++)
            bytes[e] = exponents[e].ToByteArray(isUnsigned: true);
        var square = scratch[filled.Length];
        scratch.Load(square, value);
        for (var at = 0; at < longest; at++)
        {
            for (var e = 0; e < bytes.Length; e++)
            {
                if (at < next[e] || Words.Bits(bytes[e], at, 1) == 0)
                    continue;
                Gather(
                    scratch,
                    filled,
                    e * buckets + (Words.Bits(bytes[e], at, window) >> 1),
                    square
                );
                next[e] = at + window;
            }
            if (at + 1 < longest)
                scratch.Square(square, square);
        }
        var (sum, total) = (scratch[filled.Length + 1], scratch[filled.Length + 2]);
        var powers = new ulong[bytes.Length][];
        for (var e = 0; e < bytes.Length; e++)
            powers[e] = Combined(engine, scratch, filled, e * buckets, buckets, sum, total);
        return powers;
    }

    private static void Gather(Scratch scratch, bool[] filled, int bucket, nint value)
    {
        if (filled[bucket])
            scratch.Multiply(scratch[bucket], scratch[bucket], value);
        else
            scratch.Copy(scratch[bucket], value);
        filled[bucket] = true;
    }

    // The bucket with number j stands for the digit 2j + 1: all buckets, and twice j times each.
    private static ulong[] Combined(
        Engine engine,
        Scratch scratch,
        bool[] filled,
        int first,
        int count,
        nint sum,
        nint total
    )
    {
        var above = Buckets.Combine(scratch, filled, first + 1, count - 1, sum, total);
        if (!above)
            return filled[first] ? scratch.Stored(scratch[first]) : engine.One;
        scratch.Square(total, total);
        // What the running sums end with is the product of all but the first.
        scratch.Multiply(total, total, sum);
        if (filled[first])
            scratch.Multiply(total, total, scratch[first]);
        return scratch.Stored(total);
    }
}
