using System.Globalization;

namespace Plenum.Counting.Stages;

/// <summary>
/// Votes to five decimal places, exactly: SSI 2011/399 rule 49(3) has values calculated to five places and any
/// remainder ignored. Nothing here is ever a floating-point number.
/// </summary>
/// <param name="Units">Hundred-thousandths of a vote.</param>
public readonly record struct Votes(Int128 Units) : IComparable<Votes>
{
    /// <summary>Units in one vote.</summary>
    public const int PerVote = 100_000;

    /// <summary>No votes.</summary>
    public static Votes None => default;

    /// <summary>One vote a paper.</summary>
    /// <param name="papers">How many papers.</param>
    public static Votes Of(long papers) => new((Int128)papers * PerVote);

    /// <inheritdoc />
    public int CompareTo(Votes other) => Units.CompareTo(other.Units);

    /// <summary>The sum.</summary>
    public static Votes operator +(Votes left, Votes right) => new(left.Units + right.Units);

    /// <summary>The difference.</summary>
    public static Votes operator -(Votes left, Votes right) => new(left.Units - right.Units);

    /// <summary>As many papers at this value.</summary>
    public static Votes operator *(Votes value, long papers) => new(value.Units * papers);

    /// <summary>Fewer.</summary>
    public static bool operator <(Votes left, Votes right) => left.Units < right.Units;

    /// <summary>More.</summary>
    public static bool operator >(Votes left, Votes right) => left.Units > right.Units;

    /// <summary>At most.</summary>
    public static bool operator <=(Votes left, Votes right) => left.Units <= right.Units;

    /// <summary>At least.</summary>
    public static bool operator >=(Votes left, Votes right) => left.Units >= right.Units;

    /// <summary>Always five decimals: <c>1705.00000</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Units < 0 ? "-" : "")}{Int128.Abs(Units) / PerVote}.{(int)(Int128.Abs(Units) % PerVote):D5}"
        );
}
