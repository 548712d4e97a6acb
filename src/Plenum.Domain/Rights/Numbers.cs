using System.Globalization;

namespace Plenum.Domain.Rights;

/// <summary>A finding of one federation, counted from 1.</summary>
public readonly record struct FindingNo(int Value) : IComparable<FindingNo>
{
    public static readonly FindingNo None = new(0);

    public int CompareTo(FindingNo other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An intervention: those a federation ordered and those a section underwent are counted apart, each from 1.</summary>
public readonly record struct InterventionNo(int Value) : IComparable<InterventionNo>
{
    public static readonly InterventionNo None = new(0);

    public int CompareTo(InterventionNo other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
