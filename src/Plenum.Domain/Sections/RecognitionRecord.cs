using System.Collections.Immutable;

namespace Plenum.Domain.Sections;

/// <summary>Where a section works, as it says itself.</summary>
public sealed record Place(string Country, string Locality)
{
    public static readonly Place Nowhere = new("", "");
}

/// <summary>Why somebody who decides is for or against taking a section in.</summary>
public sealed record Ground(MemberNo By, bool ForTaking, string Words);

/// <summary>What was said about recognition: here about others, and elsewhere about this section.</summary>
public sealed record RecognitionRecord
{
    public static readonly RecognitionRecord Empty = new();

    /// <summary>Where the sections that asked work.</summary>
    public ImmutableSortedDictionary<SectionId, Place> Places { get; init; } =
        ImmutableSortedDictionary<SectionId, Place>.Empty;

    public ImmutableSortedDictionary<MatterNo, EquatableArray<Ground>> Grounds { get; init; } =
        ImmutableSortedDictionary<MatterNo, EquatableArray<Ground>>.Empty;

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
        };
}
