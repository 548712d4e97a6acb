using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Sections;

/// <summary>How far an organisation reaches. It is worked out from its sections and never chosen (S02, S12).</summary>
public enum ScopeLabel
{
    /// <summary>Fewer than the charter's five: people who have found together.</summary>
    Circle,

    /// <summary>Members, and no section below.</summary>
    Branch,

    /// <summary>Other sections belong to it, too few or too unevenly spread to speak for a country.</summary>
    Section,

    National,
    World,
}

/// <summary>What stands in the way of the next label, or of the one held.</summary>
public enum ScopeLack
{
    Nothing,

    /// <summary>Too few active sections.</summary>
    Sections,

    /// <summary>Too few places with an active section.</summary>
    Localities,

    /// <summary>One place has more than half of the members.</summary>
    LargestLocality,

    /// <summary>Too few countries with an active section.</summary>
    Countries,

    /// <summary>One country has more than half of the members.</summary>
    LargestCountry,
}

/// <summary>
/// A label with the figures it follows from: so many active sections of so many, in so many places and countries, and
/// the largest of them.
/// </summary>
public sealed record Reach(
    ScopeLabel Label,
    int Active,
    int All,
    int Localities,
    int Countries,
    int Members,
    string Largest,
    int LargestMembers,
    ScopeLack Lack,
    int Needed
)
{
    public static readonly Reach None = new(
        ScopeLabel.Branch,
        0,
        0,
        0,
        0,
        0,
        "",
        0,
        ScopeLack.Nothing,
        0
    );
}

/// <summary>What a section last told this federation of itself.</summary>
public sealed record SectionReport(
    string Country,
    string Locality,
    int Members,
    Instant Since,
    Instant LastMet,
    EquatableArray<Letters.PlaceCount> Below,
    Instant At
);

/// <summary>The label this federation holds, what was worked out last, and the reports it follows from.</summary>
public sealed record Scope(
    ScopeLabel Held,
    Reach Reach,
    Instant AssessedAt,
    Instant LapsesAt,
    int Round,
    bool IsAsking,
    Instant NextAt
)
{
    public static readonly Scope Unknown = new(
        ScopeLabel.Branch,
        Reach.None,
        Instant.MinValue,
        Instant.MaxValue,
        0,
        IsAsking: false,
        Instant.MaxValue
    );

    public ImmutableSortedDictionary<SectionId, SectionReport> Reports { get; init; } =
        ImmutableSortedDictionary<SectionId, SectionReport>.Empty;

    /// <summary>Who has answered in the round that runs.</summary>
    public ImmutableSortedSet<SectionId> Answered { get; init; } = [];

    /// <summary>The label does not hold any more and goes at that instant, unless it holds again before.</summary>
    public bool IsLapsing => LapsesAt != Instant.MaxValue;

    public Scope Evolve(ScopeEvent happened) =>
        happened switch
        {
            ScopeEvent.Planned e => this with { NextAt = e.At, IsAsking = false },
            ScopeEvent.Asked e => this with
            {
                Round = e.Round,
                IsAsking = true,
                NextAt = e.Until,
                Answered = [],
            },
            ScopeEvent.Reported e => this with
            {
                Reports = Reports.SetItem(
                    e.Section,
                    new SectionReport(
                        e.Country,
                        e.Locality,
                        e.Members,
                        e.Since,
                        e.LastMet,
                        e.Below,
                        e.At
                    )
                ),
                Answered = Answered.Add(e.Section),
            },
            ScopeEvent.Assessed e => this with
            {
                Held = e.Held,
                Reach = e.Reach,
                AssessedAt = e.At,
                LapsesAt = e.LapsesAt,
                IsAsking = false,
                NextAt = e.Next,
            },
        };
}
