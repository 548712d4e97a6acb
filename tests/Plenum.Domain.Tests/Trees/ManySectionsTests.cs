using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Tests.Trees;

/// <summary>What a federation of thousands of sections needs that one of a few never notices.</summary>
public sealed class ManySectionsTests
{
    private const int Sections = 2000;
    private const int MostInOneEntry = 400;

    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 9, 0);

    private static SectionId Section(int no) =>
        new(Digest.Of(FormattableString.Invariant($"section {no}")).Hex);

    private static Section Federation()
    {
        var alone = Forest
            .Federation("Above", first: 1, "method: per_members, per: 30, least: 1, most: 3")
            .Section;
        var below = Enumerable
            .Range(1, Sections)
            .Select(Section)
            .ToImmutableSortedDictionary(id => id, id => new Affiliate(id, "Local", 50, Now));
        var called = new CongressesEvent.Called(
            1,
            Forest.Congress,
            Now,
            Now + Duration.FromDays(14),
            Now + Duration.FromDays(365)
        );
        var returned = below.Keys.Select(id => new CongressesEvent.Returned(1, id, 50, Now));
        return Enumerable.Aggregate<Event, Section>(
            [called, .. returned],
            alone with
            {
                Sections = alone.Sections with
                {
                    Tree = alone.Sections.Tree with { Affiliates = below },
                },
            },
            Domain.Section.Evolve
        );
    }

    [Fact]
    public void Seats_of_thousands_of_sections_are_allotted_in_one_decision_and_in_entries_the_record_has_room_for()
    {
        var section = Federation();
        var due = section.Congresses.NextAt(1);
        var ruling = new AllotSeats(1, due).RuledOn(
            section,
            new Occasion(due, new Actor.Clock(), Draw.Nothing)
        );
        var events = Assert.IsType<Ruling.InOrder>(ruling).Events;
        var parts = events.OfType<CongressesEvent.AllottedInPart>().ToArray();
        var last = Assert.Single(events.OfType<CongressesEvent.Allotted>());
        Assert.Equal(Sections / MostInOneEntry - 1, parts.Length);
        Assert.All(parts, part => Assert.Equal(MostInOneEntry, part.Seats.Count));
        Assert.Equal(MostInOneEntry, last.Seats.Count);

        var allotted = events
            .Aggregate(section, Domain.Section.Evolve)
            .Congresses.Sitting(Forest.Congress)!;
        Assert.Equal(section.Sections.Tree.Affiliates.Keys, allotted.Seats.Keys);
        Assert.All(
            allotted.Seats.Values,
            seats => Assert.Equal((50, 2), (seats.Members, seats.Seats))
        );
        Assert.Equal(2 * Sections, allotted.AllSeats);
    }

    [Fact]
    public void A_congress_is_no_congress_before_the_last_of_its_sections_has_its_seats()
    {
        var part = new CongressesEvent.AllottedInPart(1, [new Allotment(Section(1), 50, 2)]);
        var begun = Domain.Section.Evolve(Federation(), part);
        Assert.Null(begun.Congresses.Sitting(Forest.Congress));
        Assert.Equal(0, begun.Congresses.SeatsOf(Forest.Congress));
    }
}
