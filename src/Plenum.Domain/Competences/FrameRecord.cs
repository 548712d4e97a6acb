using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>What one section varies, as of that version of the frame.</summary>
public sealed record Varying(int Version, EquatableArray<Variation> Values, Instant At)
{
    public static readonly Varying Nothing = new(0, [], Instant.MinValue);
}

/// <summary>The statutes handed down: what this section issued to those below, and what it received from above.</summary>
public sealed record FrameRecord
{
    public static readonly FrameRecord Empty = new();

    /// <summary>Of no version while nothing has been issued.</summary>
    public int IssuedVersion { get; init; }
    public EquatableArray<FrameRule> IssuedRules { get; init; } = [];

    /// <summary>What the sections below vary.</summary>
    public ImmutableSortedDictionary<SectionId, Varying> Below { get; init; } =
        ImmutableSortedDictionary<SectionId, Varying>.Empty;

    public SectionId From { get; init; } = new("");
    public int Version { get; init; }
    public EquatableArray<FrameRule> Rules { get; init; } = [];
    public Instant Since { get; init; } = Instant.MaxValue;

    /// <summary>What this section itself varies.</summary>
    public Varying Own { get; init; } = Varying.Nothing;

    /// <summary>The rules taken over from that federation; whoever has left it has taken over none.</summary>
    public EquatableArray<FrameRule> RulesOf(SectionId federation) =>
        From == federation ? Rules : [];

    public FrameRecord Evolve(FrameEvent happened) =>
        happened switch
        {
            FrameEvent.Issued e => this with { IssuedVersion = e.Version, IssuedRules = e.Rules },
            FrameEvent.Received e => this with
            {
                From = e.Federation,
                Version = e.Version,
                Rules = e.Rules,
                Since = e.At,
            },
            FrameEvent.Registered e => this with { Own = new Varying(e.Version, e.Values, e.At) },
            FrameEvent.Noted e => this with
            {
                Below = Below.SetItem(e.Section, new Varying(e.Version, e.Values, e.At)),
            },
        };
}
