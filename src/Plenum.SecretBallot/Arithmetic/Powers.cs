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
}
