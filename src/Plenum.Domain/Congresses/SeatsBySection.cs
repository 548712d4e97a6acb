using System.Collections.Immutable;

namespace Plenum.Domain.Congresses;

/// <summary>Which seats delegates of a section hold, and for which section somebody sits on a seat.</summary>
public sealed record SeatsBySection(
    ImmutableSortedDictionary<SectionId, ImmutableSortedSet<MandateNo>> Seats,
    ImmutableSortedDictionary<MandateNo, SectionId> Sections
)
{
    public static readonly SeatsBySection Empty = new(
        ImmutableSortedDictionary<SectionId, ImmutableSortedSet<MandateNo>>.Empty,
        ImmutableSortedDictionary<MandateNo, SectionId>.Empty
    );

    public ImmutableSortedSet<MandateNo> Of(SectionId section) =>
        Seats.GetValueOrDefault(section, []);

    public SeatsBySection With(SectionId section, MandateNo seat) =>
        new(Seats.SetItem(section, Of(section).Add(seat)), Sections.SetItem(seat, section));

    public SeatsBySection Without(SectionId section, MandateNo seat)
    {
        var left = Of(section).Remove(seat);
        return new SeatsBySection(
            left.IsEmpty ? Seats.Remove(section) : Seats.SetItem(section, left),
            Sections.Remove(seat)
        );
    }
}
