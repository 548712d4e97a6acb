using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>The mandate somebody holds from a section: the mandate lives with its electors, the seat with its body.</summary>
public readonly record struct Credential(SectionId Section, MandateNo Mandate)
    : IComparable<Credential>
{
    public int CompareTo(Credential other)
    {
        var bySection = Section.CompareTo(other.Section);
        return bySection != 0 ? bySection : Mandate.CompareTo(other.Mandate);
    }
}

/// <summary>How many seats one section has, and over how many members.</summary>
public sealed record Allotment(SectionId Section, int Members, int Seats);

/// <summary>What a section last said of its members in standing.</summary>
public sealed record Return(int Members, Instant At);

/// <summary>A congress that was called: what sections return, and what they were allotted.</summary>
public sealed record Congress(
    int No,
    BodyId Body,
    Instant RecordDate,
    Instant ReturnsUntil,
    Instant Until
)
{
    public ImmutableSortedDictionary<SectionId, int> Returns { get; init; } =
        ImmutableSortedDictionary<SectionId, int>.Empty;

    /// <summary>None before the allotment.</summary>
    public ImmutableSortedDictionary<SectionId, Allotment> Seats { get; init; } =
        ImmutableSortedDictionary<SectionId, Allotment>.Empty;

    public bool IsAllotted { get; init; }

    /// <summary>The seats of all sections together; kept, because every rule of the congress asks for it.</summary>
    public int AllSeats { get; init; }

    /// <summary>A congress that sat before there was a record here: nobody returns anything to it, and its seats are allotted.</summary>
    public static Congress CarriedOver(CongressesEvent.CarriedOver e) =>
        new(e.Congress, e.Body, Instant.MinValue, Instant.MinValue, e.Until) { IsAllotted = true };

    public Congress With(EquatableArray<Allotment> seats) =>
        this with
        {
            Seats = Seats.SetItems(seats.Select(a => KeyValuePair.Create(a.Section, a))),
            AllSeats = AllSeats + seats.Sum(a => a.Seats),
        };
}
