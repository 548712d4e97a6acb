using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Products of two powers in variable time, with one chain of squares for both (Straus 1964).</summary>
internal static class Pairs
{
    private const int Window = 4;
    private const int Odd = 1 << (Window - 1);

    public static ulong[] Of(
        Engine engine,
        ulong[] one,
        BigInteger ofOne,
        ulong[] other,
        BigInteger ofOther
    )
    {
        using var scratch = engine.Rent(2 * Odd + 2);
        var (result, square) = (scratch[2 * Odd], scratch[2 * Odd + 1]);
        Odds(scratch, 0, one, square);
        Odds(scratch, Odd, other, square);
        var bits = (int)Math.Max(ofOne.GetBitLength(), ofOther.GetBitLength());
        var (first, second) = (Digits(ofOne, bits), Digits(ofOther, bits));
        scratch.Load(result, engine.One);
        for (var at = bits - 1; at >= 0; at--)
        {
            scratch.Square(result, result);
            if (first[at] > 0)
                scratch.Multiply(result, result, scratch[first[at] >> 1]);
            if (second[at] > 0)
                scratch.Multiply(result, result, scratch[Odd + (second[at] >> 1)]);
        }
        return scratch.Stored(result);
    }

    private static void Odds(Scratch scratch, int from, ulong[] value, nint square)
    {
        scratch.Load(scratch[from], value);
        scratch.Square(square, scratch[from]);
        for (var odd = 1; odd < Odd; odd++)
            scratch.Multiply(scratch[from + odd], scratch[from + odd - 1], square);
    }

    // Odd digits at the places where they are multiplied in, noughts between.
    private static byte[] Digits(BigInteger exponent, int bits)
    {
        var bytes = exponent.ToByteArray(isUnsigned: true);
        var digits = new byte[bits];
        for (var at = 0; at < bits; )
        {
            if (Words.Bits(bytes, at, 1) == 0)
            {
                at++;
                continue;
            }
            digits[at] = (byte)Words.Bits(bytes, at, Window);
            at += Window;
        }
        return digits;
    }
}
