using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain;

/// <summary>What kind of thing a deadline belongs to.</summary>
public enum DueKind
{
    Member,
    Matter,
    Mandate,
    Sitting,
    CountBack,
    Congress,
    RollCheck,
    Intervention,
    Merger,
    Cession,
    Vacancy,
    Scope,
}

/// <summary>
/// A deadline: at this instant the clock issues an ordinary command about that thing. Deadlines are computed once, in
/// a decision, and stored as instants.
/// </summary>
public readonly record struct Due(Instant At, DueKind Kind, int No) : IComparable<Due>
{
    public int CompareTo(Due other)
    {
        var byTime = At.CompareTo(other.At);
        if (byTime != 0)
            return byTime;
        var byKind = Kind.CompareTo(other.Kind);
        return byKind != 0 ? byKind : No.CompareTo(other.No);
    }
}

/// <summary>The diary of a section.</summary>
public static class Diary
{
    /// <summary>The thing's next deadline has moved; an instant that never comes stands for none.</summary>
    public static ImmutableSortedSet<Due> Moved(
        this ImmutableSortedSet<Due> dues,
        DueKind kind,
        int no,
        Instant before,
        Instant after
    )
    {
        if (before == after)
            return dues;
        var without = before == Instant.MaxValue ? dues : dues.Remove(new Due(before, kind, no));
        return after == Instant.MaxValue ? without : without.Add(new Due(after, kind, no));
    }
}
