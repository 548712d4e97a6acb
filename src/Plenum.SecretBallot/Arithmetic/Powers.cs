using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Powers in variable time, for what everybody may see.</summary>
internal static class Powers
{
    /// <summary>Sliding windows from the highest bit down.</summary>
    public static ulong[] Of(Engine engine, ulong[] value, BigInteger exponent)
    {
        if (exponent.IsZero)
            return engine.One;
        var bytes = exponent.ToByteArray(isUnsigned: true);
        var bits = (int)exponent.GetBitLength();
        var window =
            bits > 600 ? 6
            : bits > 80 ? 5
            : 3;
        using var scratch = engine.Rent((1 << (window - 1)) + 2);
        var (result, square) = (scratch[1 << (window - 1)], scratch[(1 << (window - 1)) + 1]);
        // Odd powers alone.
        scratch.Load(scratch[0], value);
        scratch.Square(square, scratch[0]);
        for (var odd = 1; odd < 1 << (window - 1); odd++)
            scratch.Multiply(scratch[odd], scratch[odd - 1], square);
        var started = false;
        for (var at = bits - 1; at >= 0; )
        {
            if (Words.Bits(bytes, at, 1) == 0)
            {
                scratch.Square(result, result);
                at--;
                continue;
            }
            var low = Math.Max(0, at - window + 1);
            while (Words.Bits(bytes, low, 1) == 0)
                low++;
            var digit = Words.Bits(bytes, low, at - low + 1);
            if (!started)
                scratch.Copy(result, scratch[digit >> 1]);
            else
            {
                for (var squared = 0; squared <= at - low; squared++)
                    scratch.Square(result, result);
                scratch.Multiply(result, result, scratch[digit >> 1]);
            }
            started = true;
            at = low - 1;
        }
        return scratch.Stored(result);
    }

    /// <summary>
    /// Several powers of one base: its squares are worked out once, and each exponent gathers them into a bucket for
    /// each of its digits (Yao 1976).
    /// </summary>
    public static ulong[][] Several(
        Engine engine,
        ulong[] value,
        params ReadOnlySpan<BigInteger> exponents
    )
    {
        var longest = 1;
        foreach (var exponent in exponents)
            longest = Math.Max(longest, (int)exponent.GetBitLength());
        var window = longest > 600 ? 5 : 4;
        var digits = (1 << window) - 1;
        using var scratch = engine.Rent(exponents.Length * digits + 3);
        var filled = new bool[exponents.Length * digits];
        var bytes = new byte[exponents.Length][];
        for (var e = 0; e < bytes.Length; e++)
            bytes[e] = exponents[e].ToByteArray(isUnsigned: true);
        var (square, sum, total) = (
            scratch[filled.Length],
            scratch[filled.Length + 1],
            scratch[filled.Length + 2]
        );
        scratch.Load(square, value);
        for (var at = 0; at < longest; at += window)
        {
            for (var e = 0; e < bytes.Length; e++)
                if (Words.Bits(bytes[e], at, window) is > 0 and var digit)
                    Gather(scratch, filled, e * digits + digit - 1, square);
            for (var bit = 0; bit < window && at + window < longest; bit++)
                scratch.Square(square, square);
        }
        var powers = new ulong[bytes.Length][];
        for (var e = 0; e < bytes.Length; e++)
            powers[e] = Buckets.Combine(scratch, filled, e * digits, digits, sum, total)
                ? scratch.Stored(total)
                : engine.One;
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
}
