using System.Collections.Immutable;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Congresses;

/// <summary>
/// Sections that had a seat in a division and have not been heard since it closed. As long as there is one the division is
/// provisional: a mandate taken back before may not have been told yet, and then it is worked out again without the seat.
/// </summary>
public sealed record Unheard(
    ImmutableSortedDictionary<MatterNo, ImmutableSortedSet<SectionId>> Divisions
)
{
    public static readonly Unheard Nobody = new(
        ImmutableSortedDictionary<MatterNo, ImmutableSortedSet<SectionId>>.Empty
    );

    public ImmutableSortedSet<SectionId> In(MatterNo matter) =>
        Divisions.GetValueOrDefault(matter, []);

    /// <summary>Whoever has left the federation answers no more, and is not waited for.</summary>
    public static IEnumerable<SectionId> Of(Section section, MatterNo matter) =>
        section.Congresses.Unheard.In(matter).Where(section.Sections.Tree.HasAffiliate);

    /// <summary>The same of one section: each of thousands answers, and none walks through the others.</summary>
    public static bool Awaits(Section section, MatterNo matter, SectionId from) =>
        section.Congresses.Unheard.In(matter).Contains(from)
        && section.Sections.Tree.HasAffiliate(from);

    public Unheard With(MatterNo matter, SeatsBySection seats) =>
        seats.Seats.IsEmpty ? this : new(Divisions.SetItem(matter, [.. seats.Seats.Keys]));

    public Unheard Without(MatterNo matter, SectionId section)
    {
        var left = In(matter).Remove(section);
        return new(left.IsEmpty ? Divisions.Remove(matter) : Divisions.SetItem(matter, left));
    }
}
