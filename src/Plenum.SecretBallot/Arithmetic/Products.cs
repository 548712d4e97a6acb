using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>A base and its exponent, in a product of powers.</summary>
internal readonly record struct Factor(ulong[] Base, BigInteger Exponent);

/// <summary>Products of many powers in variable time.</summary>
internal static class Products
{
    /// <summary>Buckets for each window of the exponents (Pippenger 1976), windows beside each other on all cores.</summary>
    public static ulong[] Of(Engine engine, IReadOnlyList<Factor> factors)
    {
        var bits = 0;
        foreach (var factor in factors)
            bits = Math.Max(bits, (int)factor.Exponent.GetBitLength());
        if (bits == 0)
            return engine.One;
        if (factors.Count == 1)
            return Powers.Of(engine, factors[0].Base, factors[0].Exponent);
        var window = Window(factors.Count, bits);
        using var bases = engine.Rent(factors.Count);
        var exponents = new byte[factors.Count][];
        for (var f = 0; f < exponents.Length; f++)
        {
            bases.Load(bases[f], factors[f].Base);
            exponents[f] = factors[f].Exponent.ToByteArray(isUnsigned: true);
        }
        var sums = new ulong[]?[(bits + window - 1) / window];
        Cores.Each(
            sums.Length,
            at => sums[at] = Sum(engine, bases, exponents, at * window, window)
        );
        return Together(engine, sums, window);
    }

    private static ulong[]? Sum(
        Engine engine,
        Scratch bases,
        byte[][] exponents,
        int from,
        int window
    )
    {
        var count = (1 << window) - 1;
        using var scratch = engine.Rent(count + 2);
        var filled = new bool[count];
        for (var f = 0; f < exponents.Length; f++)
        {
            var digit = Words.Bits(exponents[f], from, window);
            if (digit == 0)
                continue;
            var bucket = scratch[digit - 1];
            if (filled[digit - 1])
                scratch.Multiply(bucket, bucket, bases[f]);
            else
                scratch.Copy(bucket, bases[f]);
            filled[digit - 1] = true;
        }
        return Buckets.Combine(scratch, filled, 0, count, scratch[count], scratch[count + 1])
            ? scratch.Stored(scratch[count + 1])
            : null;
    }

    private static ulong[] Together(Engine engine, ulong[]?[] sums, int window)
    {
        using var scratch = engine.Rent(2);
        var (result, next) = (scratch[0], scratch[1]);
        scratch.Load(result, engine.One);
        for (var at = sums.Length - 1; at >= 0; at--)
        {
            for (var bit = 0; bit < window && at < sums.Length - 1; bit++)
                scratch.Square(result, result);
            if (sums[at] is not { } sum)
                continue;
            scratch.Load(next, sum);
            scratch.Multiply(result, result, next);
        }
        return scratch.Stored(result);
    }

    // The width that needs the fewest multiplications for so many bases.
    private static int Window(int count, int bits)
    {
        var (best, least) = (1, long.MaxValue);
        for (var window = 1; window <= 14; window++)
        {
            var cost = (long)((bits + window - 1) / window) * (count + (2L << window));
            if (cost < least)
                (best, least) = (window, cost);
        }
        return best;
    }
}
