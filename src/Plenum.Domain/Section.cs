using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain;

/// <summary>The whole state of one section: one record per word of the law, holding what a decision needs.</summary>
public sealed record Section
{
    public static readonly Section Unfounded = new();

    /// <summary>Every deadline that will have to be acted on, earliest first.</summary>
    public ImmutableSortedSet<Due> Dues { get; init; } = [];

    public static Section Evolve(Section section, Event happened) => happened.Evolve(section);
}
