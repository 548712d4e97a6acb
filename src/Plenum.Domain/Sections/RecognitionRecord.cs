using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Sections;

/// <summary>Where a section works, as it says itself.</summary>
public sealed record Place(string Country, string Locality)
{
    public static readonly Place Nowhere = new("", "");
}

/// <summary>Why somebody who decides is for or against taking a section in.</summary>
public sealed record Ground(MemberNo By, bool ForTaking, string Words);

/// <summary>A section that asked and stands above: before anybody debated it, or by the time it was carried.</summary>
public sealed record TurnedAway(SectionId Section, string Name, MatterNo By, Instant At);

/// <summary>What was said about recognition: here about others, and elsewhere about this section.</summary>
public sealed record RecognitionRecord
{
    public static readonly RecognitionRecord Empty = new();

    /// <summary>Where the sections that asked work.</summary>
    public ImmutableSortedDictionary<SectionId, Place> Places { get; init; } =
        ImmutableSortedDictionary<SectionId, Place>.Empty;

    public ImmutableSortedDictionary<MatterNo, EquatableArray<Ground>> Grounds { get; init; } =
        ImmutableSortedDictionary<MatterNo, EquatableArray<Ground>>.Empty;

    /// <summary>Who could not be taken in, whatever anybody decided; the first one first.</summary>
    public ImmutableSortedDictionary<int, TurnedAway> TurnedAway { get; init; } =
        ImmutableSortedDictionary<int, TurnedAway>.Empty;

    /// <summary>Which federation refused this section last, and why.</summary>
    public SectionId RefusedBy { get; init; } = new("");

    public EquatableArray<string> Heard { get; init; } = [];

    public EquatableArray<Ground> On(MatterNo matter) => Grounds.GetValueOrDefault(matter, []);

    public RecognitionRecord Evolve(RecognitionEvent happened) =>
        happened switch
        {
            RecognitionEvent.WorksIn e => this with
            {
                Places = Places.SetItem(e.Section, new Place(e.Country, e.Locality)),
            },
            // Whoever states a ground again means the new one.
            RecognitionEvent.GroundStated e => this with
            {
                Grounds = Grounds.SetItem(
                    e.Matter,
                    [
                        .. On(e.Matter).Where(g => g.By != e.By),
                        new Ground(e.By, e.ForTaking, e.Words),
                    ]
                ),
            },
            RecognitionEvent.GroundsHeard e => this with
            {
                RefusedBy = e.Federation,
                Heard = e.Grounds,
            },
            RecognitionEvent.TurnedAway e => this with
            {
                TurnedAway = TurnedAway.Add(
                    TurnedAway.Count + 1,
                    new TurnedAway(e.Section, e.Name, e.By, e.At)
                ),
            },
        };

    /// <summary>A federation that has taken this section in after all refuses nothing any more.</summary>
    public RecognitionRecord After(TreeEvent.Joined joined) =>
        RefusedBy == joined.Federation
            ? this with
            {
                RefusedBy = new SectionId(""),
                Heard = [],
            }
            : this;
}
