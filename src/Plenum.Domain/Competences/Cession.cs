using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>A cession in the record of one section, counted from 1.</summary>
public readonly record struct CessionNo(int Value) : IComparable<CessionNo>
{
    public static readonly CessionNo None = new(0);

    public int CompareTo(CessionNo other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A power that sections lend upward until a date (S13, T01): the federation decides about a reserved subject for those
/// that consented, each by its own vote. On the date it falls back by itself.
/// </summary>
public sealed record Cession(
    CessionNo No,
    SubjectId Subject,
    string What,
    SectionId Federation,
    CessionNo Theirs,
    MatterNo By,
    Instant At,
    Instant Review,
    bool WeLend
)
{
    /// <summary>The sections that have consented, as the federation knows them.</summary>
    public ImmutableSortedSet<SectionId> Consents { get; init; } = [];

    /// <summary>Those that have said no.</summary>
    public ImmutableSortedSet<SectionId> Declined { get; init; } = [];

    public Instant FellBack { get; init; } = Instant.MaxValue;

    public bool IsRunning => FellBack == Instant.MaxValue;

    /// <summary>Expired power is refused before anybody has woken.</summary>
    public bool HoldsAt(Instant now) => IsRunning && now < Review;

    public Instant NextAt => IsRunning ? Review : Instant.MaxValue;
}

/// <summary>How far a carried decision reaches.</summary>
public enum Binding
{
    /// <summary>It is about a reserved matter that no section has lent: it binds nobody and stands as advice.</summary>
    Advice,

    /// <summary>The sections that lent the power are bound, the others are advised.</summary>
    Lenders,

    /// <summary>A shared matter that most sections were for: all sections are bound.</summary>
    AllSections,
}

/// <summary>A decision about a subject, and whom it binds.</summary>
public sealed record Reached(SubjectId Subject, Binding Binding, EquatableArray<SectionId> Binds);
