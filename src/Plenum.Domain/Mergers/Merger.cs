using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Plenum.Domain.Mergers;

/// <summary>A merger of one section, counted from 1.</summary>
public readonly record struct MergerNo(int Value) : IComparable<MergerNo>
{
    public static readonly MergerNo None = new(0);

    public int CompareTo(MergerNo other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

public enum MergerStage
{
    /// <summary>The members here have decided; those of the other section have not.</summary>
    Offered,

    /// <summary>Both have decided; until it takes effect every member of the section that goes chooses.</summary>
    Agreed,

    Done,
    Declined,
}

/// <summary>An entry of another section's record, by its version and the digest of its leaf.</summary>
public sealed record Fork(int Version, Digest Leaf)
{
    public static readonly Fork None = new(0, Digest.None);
}

/// <summary>
/// Two sections become one: the members of one of them go over to the other, each by their own choice, at one instant
/// that both records name. Or one becomes two, by the same instrument in reverse (S03).
/// </summary>
public sealed record Merger(
    MergerNo No,
    SectionId With,
    string Name,
    bool WeGo,
    MatterNo By,
    MergerStage Stage,
    Instant TakesEffect,
    int Programme
)
{
    /// <summary>Who has said that they go along. Silence stays: nobody is moved without consent (C5).</summary>
    public ImmutableSortedSet<MemberNo> Going { get; init; } = [];

    /// <summary>One section becomes two: those who go found theirs, and nobody has to take them in.</summary>
    public bool Divides { get; init; }

    /// <summary>In the section that began so: the last entry of the other's record that is the past of both.</summary>
    public Fork Fork { get; init; } = Fork.None;

    /// <summary>The section that divided has a part from then on; the part comes from it from its first entry on.</summary>
    public bool IsFork => Divides && (!WeGo || Stage == MergerStage.Done);

    /// <summary>How many went or came.</summary>
    public int Members { get; init; }

    public bool IsOpen => Stage is MergerStage.Offered or MergerStage.Agreed;

    public Instant NextAt => Stage == MergerStage.Agreed && WeGo ? TakesEffect : Instant.MaxValue;
}
