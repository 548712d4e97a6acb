using System.Numerics;
using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>A point of the curve of Ed25519 in extended coordinates (Hisil, Wong, Carter and Dawson 2008).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Point25519
{
    public const int Limbs = 20;

    private static readonly BigInteger Coefficient =
        (Field25519.Prime - 121665)
        * BigInteger.ModPow(121666, Field25519.Prime - 2, Field25519.Prime)
        % Field25519.Prime;

    private static readonly Field25519 D = Field25519.Of(Coefficient);
    private static readonly Field25519 TwiceD = Field25519.Of(2 * Coefficient % Field25519.Prime);

    private static readonly Field25519 RootOfMinusOne = Field25519.Of(
        BigInteger.ModPow(2, (Field25519.Prime - 1) / 4, Field25519.Prime)
    );

    private readonly Field25519 _x;
    private readonly Field25519 _y;
    private readonly Field25519 _z;
    private readonly Field25519 _t;

    private Point25519(in Field25519 x, in Field25519 y, in Field25519 z, in Field25519 t) =>
        (_x, _y, _z, _t) = (x, y, z, t);

    public static Point25519 Neutral =>
        new(Field25519.Zero, Field25519.One, Field25519.One, Field25519.Zero);

    /// <summary>The point with this second coordinate whose first is even or odd; null when there is none.</summary>
    public static Point25519? Find(BigInteger y, bool odd)
    {
        var height = Field25519.Of(y % Field25519.Prime);
        var square = height * height;
        var (u, v) = (square - Field25519.One, D * square + Field25519.One);
        var cubed = v * v * v;
        var x = u * cubed * (u * cubed * cubed * v).Power((Field25519.Prime - 5) / 8);
        var check = v * x * x;
        if (!check.Equals(u))
        {
            if (!check.Equals(Field25519.Zero - u))
                return null;
            x *= RootOfMinusOne;
        }
        if (x.IsZero && odd)
            return null;
        if (x.Number().IsEven == odd)
            x = Field25519.Zero - x;
        return new(x, height, Field25519.One, x * height);
    }

    public static Point25519 Add(in Point25519 p, in Point25519 q)
    {
        var a = (p._y - p._x) * (q._y - q._x);
        var b = (p._y + p._x) * (q._y + q._x);
        var c = p._t * TwiceD * q._t;
        var d = p._z * q._z;
        d += d;
        return Of(b - a, d - c, d + c, b + a);
    }

    public static Point25519 Double(in Point25519 p)
    {
        var (a, b, c) = (p._x * p._x, p._y * p._y, p._z * p._z);
        var sum = a + b;
        var both = p._x + p._y;
        var g = a - b;
        return Of(sum - both * both, c + c + g, g, sum);
    }

    public (BigInteger X, BigInteger Y) Affine()
    {
        var inverse = _z.Inverse();
        return ((_x * inverse).Number(), (_y * inverse).Number());
    }

    public static bool Same(in Point25519 p, in Point25519 q) =>
        (p._x * q._z).Equals(q._x * p._z) && (p._y * q._z).Equals(q._y * p._z);

    private static Point25519 Of(
        in Field25519 e,
        in Field25519 f,
        in Field25519 g,
        in Field25519 h
    ) => new(e * f, g * h, f * g, e * h);
}
