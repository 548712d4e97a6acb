using System.Globalization;
using System.Numerics;

namespace Plenum.Counting;

/// <summary>An exact number: an integer over a positive integer, in lowest terms.</summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    // One less than the denominator, so that the default value is nought and not nought over nought.
    private readonly BigInteger below;

    /// <summary>A number over another, brought to lowest terms.</summary>
    /// <param name="numerator">Above the line.</param>
    /// <param name="denominator">Below it; not zero.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / common;
        below = (denominator / common) - 1;
    }

    /// <summary>A whole number.</summary>
    /// <param name="whole">Which.</param>
    public Fraction(BigInteger whole) => Numerator = whole;

    /// <summary>Above the line.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Below the line, positive.</summary>
    public BigInteger Denominator => below + 1;

    /// <summary>Nought.</summary>
    public static Fraction Zero => default;

    /// <summary>One.</summary>
    public static Fraction One => new(BigInteger.One);

    /// <summary>Whether this is a whole number.</summary>
    public bool IsWhole => below.IsZero;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The largest whole number that is not larger.</summary>
    public BigInteger Floor
    {
        get
        {
            var whole = BigInteger.DivRem(Numerator, Denominator, out var rest);
            return rest.Sign < 0 ? whole - 1 : whole;
        }
    }

    /// <summary>The smallest whole number that is not smaller.</summary>
    public BigInteger Ceiling => -(-this).Floor;

    /// <summary>Whole numbers are exact numbers.</summary>
    public static implicit operator Fraction(long whole) => new(whole);

    /// <summary>Whole numbers are exact numbers.</summary>
    public static implicit operator Fraction(BigInteger whole) => new(whole);

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator
        );

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The opposite.</summary>
    public static Fraction operator -(Fraction value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The right one is nought.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Less.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>More.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>At most.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>At least.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The same number.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Another number.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <inheritdoc />
    public int CompareTo(Fraction other) =>
        below == other.below
            ? Numerator.CompareTo(other.Numerator)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc />
    public bool Equals(Fraction other) => Numerator == other.Numerator && below == other.below;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Numerator, below);

    /// <summary>Reads <c>12</c>, <c>12.50</c> or <c>25/2</c>; nothing else, and nothing negative.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What it says.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Fraction value)
    {
        value = default;
        if (text.IndexOf('/') is var stroke and > 0)
        {
            if (
                !Whole(text[..stroke], out var above)
                || !Whole(text[(stroke + 1)..], out var under)
                || under.IsZero
            )
                return false;
            value = new Fraction(above, under);
            return true;
        }
        var point = text.IndexOf('.');
        if (point < 0)
        {
            var read = Whole(text, out var whole);
            value = new Fraction(whole);
            return read;
        }
        var decimals = text[(point + 1)..];
        if (!Whole(text[..point], out var units) || !Whole(decimals, out var parts))
            return false;
        var scale = BigInteger.Pow(10, decimals.Length);
        value = new Fraction((units * scale) + parts, scale);
        return true;
    }

    private static bool Whole(ReadOnlySpan<char> text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Rounded half up to so many decimals: <c>0.0778</c>.</summary>
    /// <param name="decimals">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than none.</exception>
    public string ToDecimal(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var scaled = ((this * BigInteger.Pow(10, decimals)) + new Fraction(1, 2)).Floor;
        var digits = BigInteger
            .Abs(scaled)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(decimals + 1, '0');
        var sign = scaled.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary><c>5/21</c>, or <c>5</c> when whole.</summary>
    public override string ToString() =>
        IsWhole
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
