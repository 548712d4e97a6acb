using System.Numerics;

namespace Plenum.Counting.Rounds;

/// <summary>
/// Fixed-point decimal arithmetic as published rules prescribe it: so many places, remainders dropped or taken up. With
/// guard digits it stands for exact arithmetic: numbers that differ by less than half a unit of the last shown place
/// are equal, and rounding up makes no difference.
/// </summary>
internal sealed class Scale
{
    private readonly BigInteger guard;

    public Scale(int places, int guardPlaces = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, MostDigits - guardPlaces);
        Places = places;
        Digits = places + guardPlaces;
        guard = BigInteger.Pow(10, guardPlaces);
        One = BigInteger.Pow(10, places + guardPlaces);
        Tolerance = guardPlaces > 0 ? guard / 2 : 1;
    }

    /// <summary>More would not fit the words that papers are shared out in.</summary>
    private const int MostDigits = 27;

    public int Places { get; }

    /// <summary>Places, the guard's included.</summary>
    public int Digits { get; }

    /// <summary>Numbers that differ by less are equal.</summary>
    public BigInteger Tolerance { get; }

    public BigInteger One { get; }

    /// <summary>Whether this stands for exact arithmetic.</summary>
    public bool Exact => guard > BigInteger.One;

    public BigInteger Times(BigInteger left, BigInteger right) =>
        BigInteger.Divide(left * right, One);

    public BigInteger TimesUp(BigInteger left, BigInteger right) =>
        Exact ? Times(left, right) : Up(left * right, One);

    public BigInteger Over(BigInteger left, BigInteger right) =>
        BigInteger.Divide(left * One, right);

    public BigInteger OverUp(BigInteger left, BigInteger right) =>
        Exact ? Over(left, right) : Up(left * One, right);

    public int Compare(BigInteger left, BigInteger right)
    {
        var difference = left - right;
        return BigInteger.Abs(difference) < Tolerance ? 0 : difference.Sign;
    }

    /// <summary>The quota of Droop: exactly, where more than it is needed, or taken up to the next unit, where it is enough.</summary>
    public BigInteger Quota(BigInteger votes, int seats) => (votes / (seats + 1)) + (Exact ? 0 : 1);

    public bool Reaches(BigInteger votes, BigInteger quota) =>
        Exact ? Compare(votes, quota) > 0 : votes >= quota;

    public Figure Show(BigInteger value) => new((value + (guard / 2)) / guard, Places);

    private static BigInteger Up(BigInteger above, BigInteger below)
    {
        var whole = BigInteger.DivRem(above, below, out var rest);
        return rest.Sign > 0 ? whole + 1 : whole;
    }
}
