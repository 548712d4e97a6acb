using System.Numerics;

namespace Plenum.Domain.Statutes;

/// <summary>An exact fraction as rules are written in: 1/2, 2/3, 10 % = 10/100.</summary>
public readonly record struct Ratio(int Over, int Under) : IComparable<Ratio>
{
    /// <summary>The smallest whole number that is at least this share of <paramref name="whole"/>.</summary>
    public int CeilingOf(int whole) =>
        Under == 0 ? 0 : checked((int)(((long)Over * whole + Under - 1) / Under));

    /// <summary>Compares two shares without rounding.</summary>
    public int CompareTo(Ratio other) =>
        ((long)Over * other.Under).CompareTo((long)other.Over * Under);

    public override string ToString() => $"{Over}/{Under}";
}

/// <summary>
/// How many are needed, as a rule over the number of members: a number, a share, a multiple of the square root, the
/// larger or the smaller of several. Always rounded up to whole people, in exact integers.
/// </summary>
public abstract record Quantity
{
    private Quantity() { }

    public sealed record Number(int Count) : Quantity;

    public sealed record Share(Ratio Of) : Quantity;

    /// <summary>A multiple of the square root of the members, as Debian's constitution counts its sponsors.</summary>
    public sealed record Root(Ratio Times) : Quantity;

    public sealed record Greatest(EquatableArray<Quantity> Parts) : Quantity;

    public sealed record Least(EquatableArray<Quantity> Parts) : Quantity;

    public int Among(int members) =>
        this switch
        {
            Number n => n.Count,
            Share s => s.Of.CeilingOf(members),
            Root r => RootCeiling(r.Times, members),
            Greatest g => g.Parts.Max(p => p.Among(members)),
            Least l => l.Parts.Min(p => p.Among(members)),
        };

    // ceil(a/b * sqrt(n)) is the smallest k with k^2 * b^2 >= a^2 * n.
    private static int RootCeiling(Ratio times, int members)
    {
        var target = (BigInteger)times.Over * times.Over * members;
        var under = (BigInteger)times.Under * times.Under;
        var low = 0;
        var high = int.MaxValue / 2;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if ((BigInteger)middle * middle * under >= target)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}

/// <summary>What a share is taken of.</summary>
public enum VoteBase
{
    /// <summary>Votes for and against; abstentions count nowhere.</summary>
    Cast,

    /// <summary>All who took part, abstentions included.</summary>
    Present,

    /// <summary>Everybody on the roll.</summary>
    Eligible,

    /// <summary>All seats of the body, vacant ones included.</summary>
    Seats,

    /// <summary>Sections, one each.</summary>
    Sections,
}

/// <summary>
/// A threshold has four parts: the share, its base, whether it must be exceeded or only reached, and so what
/// abstentions and vacancies count as (that follows from the base).
/// </summary>
public sealed record Threshold(Ratio Share, VoteBase Base, bool Strict)
{
    /// <summary>The votes that reach it out of <paramref name="whole"/> in the base.</summary>
    public int Needed(int whole)
    {
        var product = (long)Share.Over * whole;
        return Strict
            ? checked((int)(product / Share.Under)) + 1
            : checked((int)((product + Share.Under - 1) / Share.Under));
    }

    public override string ToString() =>
        $"{(Strict ? ">" : ">=")} {Share} of {Base.ToString().ToLowerInvariant()}";
}
