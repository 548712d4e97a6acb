using System.Numerics;
using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>
/// A number modulo 2^255 - 19, in five words of 51 bits and a little more. No branch and no address depends on it,
/// except where it is said.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Field25519 : IEquatable<Field25519>
{
    private const ulong Mask = (1UL << 51) - 1;

    private readonly ulong _0;
    private readonly ulong _1;
    private readonly ulong _2;
    private readonly ulong _3;
    private readonly ulong _4;

    private Field25519(ulong w0, ulong w1, ulong w2, ulong w3, ulong w4) =>
        (_0, _1, _2, _3, _4) = (w0, w1, w2, w3, w4);

    public static readonly BigInteger Prime = (BigInteger.One << 255) - 19;

    public static Field25519 Zero => default;

    public static Field25519 One => new(1, 0, 0, 0, 0);

    public static Field25519 Of(BigInteger value)
    {
        var words = Words.Of(value, 4);
        return new(
            words[0] & Mask,
            ((words[0] >> 51) | (words[1] << 13)) & Mask,
            ((words[1] >> 38) | (words[2] << 26)) & Mask,
            ((words[2] >> 25) | (words[3] << 39)) & Mask,
            words[3] >> 12
        );
    }

    /// <summary>The number below the prime.</summary>
    public BigInteger Number()
    {
        var value = (BigInteger)_4;
        value = (value << 51) + _3;
        value = (value << 51) + _2;
        value = (value << 51) + _1;
        return ((value << 51) + _0) % Prime;
    }

    public bool IsZero => Number().IsZero;

    public static Field25519 operator +(in Field25519 a, in Field25519 b)
    {
        unchecked
        {
            return Carried(a._0 + b._0, a._1 + b._1, a._2 + b._2, a._3 + b._3, a._4 + b._4);
        }
    }

    // Twice the prime is added first, so that no word falls below nought.
    public static Field25519 operator -(in Field25519 a, in Field25519 b)
    {
        unchecked
        {
            return Carried(
                a._0 + 0xFFFFFFFFFFFDA - b._0,
                a._1 + 0xFFFFFFFFFFFFE - b._1,
                a._2 + 0xFFFFFFFFFFFFE - b._2,
                a._3 + 0xFFFFFFFFFFFFE - b._3,
                a._4 + 0xFFFFFFFFFFFFE - b._4
            );
        }
    }

    public static Field25519 operator *(in Field25519 a, in Field25519 b)
    {
        unchecked
        {
            var (b1, b2, b3, b4) = (b._1 * 19, b._2 * 19, b._3 * 19, b._4 * 19);
            var r0 = By(a._0, b._0) + By(a._1, b4) + By(a._2, b3) + By(a._3, b2) + By(a._4, b1);
            var r1 = By(a._0, b._1) + By(a._1, b._0) + By(a._2, b4) + By(a._3, b3) + By(a._4, b2);
            var r2 = By(a._0, b._2) + By(a._1, b._1) + By(a._2, b._0) + By(a._3, b4) + By(a._4, b3);
            var r3 =
                By(a._0, b._3) + By(a._1, b._2) + By(a._2, b._1) + By(a._3, b._0) + By(a._4, b4);
            var r4 =
                By(a._0, b._4) + By(a._1, b._3) + By(a._2, b._2) + By(a._3, b._1) + By(a._4, b._0);
            r1 += (ulong)(r0 >> 51);
            r2 += (ulong)(r1 >> 51);
            r3 += (ulong)(r2 >> 51);
            r4 += (ulong)(r3 >> 51);
            var low = ((ulong)r0 & Mask) + 19 * (ulong)(r4 >> 51);
            return new(
                low & Mask,
                ((ulong)r1 & Mask) + (low >> 51),
                (ulong)r2 & Mask,
                (ulong)r3 & Mask,
                (ulong)r4 & Mask
            );
        }
    }

    /// <summary>By an exponent everybody knows.</summary>
    public Field25519 Power(BigInteger exponent)
    {
        var result = One;
        for (var bit = (int)exponent.GetBitLength() - 1; bit >= 0; bit--)
        {
            result *= result;
            if (!((exponent >> bit) & 1).IsZero)
                result *= this;
        }
        return result;
    }

    public Field25519 Inverse() => Power(Prime - 2);

    public bool Equals(Field25519 other) => Number() == other.Number();

    public override bool Equals(object? obj) => obj is Field25519 other && Equals(other);

    public override int GetHashCode() => Number().GetHashCode();

    private static UInt128 By(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return new(high, low);
    }

    private static Field25519 Carried(ulong r0, ulong r1, ulong r2, ulong r3, ulong r4)
    {
        unchecked
        {
            r1 += r0 >> 51;
            r2 += r1 >> 51;
            r3 += r2 >> 51;
            r4 += r3 >> 51;
            return new((r0 & Mask) + 19 * (r4 >> 51), r1 & Mask, r2 & Mask, r3 & Mask, r4 & Mask);
        }
    }
}
