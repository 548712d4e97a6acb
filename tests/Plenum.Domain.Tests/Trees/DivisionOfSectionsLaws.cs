using System.Collections.Concurrent;
using System.Numerics;
using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>
/// What a change of sections may never bring (C6, F05): more members do not give a capped section more votes, and a
/// section that divides has no more power in its parts than it had whole, for twenty-four months.
/// </summary>
public sealed class DivisionOfSectionsLaws
{
    private static readonly Instant Now = Instant.FromUtc(2027, 6, 1, 12, 0);

    private static readonly ApportionmentRule[] Seats =
    [
        new(ApportionmentMethod.Equal, 1, 1, 3, []),
        new(ApportionmentMethod.PerMembers, 20, 1, 30, []),
        new(
            ApportionmentMethod.Bands,
            1,
            1,
            30,
            [new Band(20, 1), new Band(80, 3), new Band(999_999, 9)]
        ),
        new(ApportionmentMethod.SainteLague, 1, 1, 99, []),
    ];

    private static readonly SectionWeights[] Weights = Enum.GetValues<SectionWeights>();

    private static readonly ConcurrentDictionary<
        (ApportionmentRule, SectionWeights),
        Section
    > Unions = [];

    [Fact]
    public void More_members_never_give_a_capped_section_more_votes()
    {
        var capped = 0;
        Gen.Select(Gen.Int[5, 400].Array[4, 8], Gen.Int[1, Seats.Length - 1], Gen.Int[1, 60])
            .Sample(
                (sizes, seats, more) =>
                {
                    var largest = Array.IndexOf(sizes, sizes.Max());
                    var small = Table(Seats[seats], SectionWeights.Capped, sizes);
                    var before = Row(small, largest);
                    if (before.Votes >= before.Members)
                        return;
                    Interlocked.Increment(ref capped);
                    for (var added = more; added <= 5 * more; added += more)
                    {
                        int[] grown = [.. sizes.Select((s, at) => at == largest ? s + added : s)];
                        var table = Table(Seats[seats], SectionWeights.Capped, grown);
                        var after = Row(table, largest);
                        Assert.True(after.Votes <= before.Votes, $"{before} became {after}");
                    }
                }
            );
        Assert.True(capped > 0, "no section was capped");
    }

    [Fact]
    public void A_section_that_divides_has_no_more_power_in_its_parts_than_it_had_whole()
    {
        var gained = 0;
        Gen.Select(
                Gen.Int[10, 300].Array[2, 7],
                Gen.Int[0, Seats.Length - 1],
                Gen.Int[0, Weights.Length - 1],
                Gen.Int[2, 4],
                Gen.Int[0, int.MaxValue]
            )
            .Sample(
                (sizes, seats, weights, parts, seed) =>
                {
                    var chance = new Random(seed);
                    var divided = chance.Next(sizes.Length);
                    var whole = Table(Seats[seats], Weights[weights], sizes);
                    int[] after = [.. Split(sizes, divided, parts, chance)];
                    var origins = Enumerable
                        .Range(sizes.Length, parts - 1)
                        .ToDictionary(part => part, _ => divided);
                    var ids = origins.Keys.Append(divided).Select(Id).ToHashSet();

                    var known = Table(Seats[seats], Weights[weights], after, origins);
                    Assert.True(
                        PowerOf(known, ids).CompareTo(PowerOf(whole, ids)) <= 0,
                        $"{whole} became {known}"
                    );
                    // Whoever did not know that they are parts would often give them more.
                    if (
                        PowerOf(Table(Seats[seats], Weights[weights], after), ids)
                            .CompareTo(PowerOf(whole, ids)) > 0
                    )
                        Interlocked.Increment(ref gained);
                }
            );
        Assert.True(gained > 10, $"dividing would have paid {gained} times only");
    }

    [Fact]
    public void In_a_majority_of_sections_the_parts_are_one_until_the_day_comes()
    {
        int[] sizes = [20, 20, 20, 20, 20];
        var origins = new Dictionary<int, int> { [3] = 2, [4] = 3 };
        var union = Union(Seats[0], SectionWeights.Equal, sizes, origins);

        var table = SectionsVote.Of(union, Forest.Congress, Now);
        Assert.Equal(3, table.Sections.Count);
        Assert.Equal(
            [Id(2), Id(3), Id(4)],
            Row(table, 2)
                .Parts.OrderBy(p =>
                    p != Id(2)
                        ? p == Id(3)
                            ? 1
                            : 2
                        : 0
                )
        );
        var later = SectionsVote.Of(union, Forest.Congress, Now + Duration.FromDays(800));
        Assert.Equal(
            union.Congresses.Sitting(Forest.Congress)!.Seats.Values.Count(a => a.Seats > 0),
            later.Sections.Count
        );
    }

    /// <summary>Nobody declares it: it shows from who moved where.</summary>
    [Fact]
    public void A_section_most_of_whose_members_moved_there_from_another_counts_as_its_part()
    {
        var harbour = Forest.Section("Harbour", 1, members: 12);
        var docks = Forest.Section("Docks", 101);
        var mill = Forest.Section("Mill", 201);
        var union = Forest.Federation("Union", 301);
        var tree = new Federation(harbour, docks, mill, union);
        tree.AffiliateAll(union, harbour, docks, mill);
        tree.BringAll();
        for (var no = 7; no <= 12; no++)
            harbour.Do(no, new AskTransfer(docks.Id(), 1));
        tree.Until(() => docks.Section.Membership.InGoodStanding == 11, "six who move");
        tree.CallCongress(union);
        tree.BringAll();

        var part = union.Place().PartOf(docks.Id());
        Assert.Equal(harbour.Id(), part.Origin);
        var came = docks.All<TransferEvent.MovedIn>().Select(m => m.At).Min();
        Assert.Equal(docks.Section.After(came, Origins.Lasts), part.Until);
        var table = SectionsVote.Of(union.Section, Forest.Congress, union.Now);
        Assert.Equal(2, table.Sections.Count);
        Assert.Equal([docks.Id(), harbour.Id()], Parts(table, harbour.Id()).Order());
        Assert.Equal(3, SectionsVote.Of(union.Section, Forest.Congress, part.Until).Sections.Count);
        foreach (var section in tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    private static IEnumerable<SectionId> Parts(PowerTable table, SectionId section) =>
        table.Sections.Single(s => s.Section == section).Parts;

    private static IEnumerable<int> Split(int[] sizes, int divided, int parts, Random chance)
    {
        var left = sizes[divided];
        var moved = Enumerable
            .Range(1, parts - 1)
            .Select(no =>
            {
                var share = chance.Next(1, Math.Max(2, left - (parts - no)));
                left -= share;
                return share;
            })
            .ToArray();
        return sizes.Select((s, at) => at == divided ? left : s).Concat(moved);
    }

    private static (BigInteger Of, BigInteger All) Swings(
        PowerTable table,
        HashSet<SectionId> ids
    ) =>
        (
            table
                .Sections.Where(s => s.Parts.Any(ids.Contains))
                .Aggregate(BigInteger.Zero, (all, one) => all + one.Swings),
            table.Swings
        );

    private sealed record Power(BigInteger Of, BigInteger All) : IComparable<Power>
    {
        public int CompareTo(Power? other) => (Of * other!.All).CompareTo(other.Of * All);
    }

    private static Power PowerOf(PowerTable table, HashSet<SectionId> ids)
    {
        var (of, all) = Swings(table, ids);
        return new Power(of, BigInteger.Max(all, 1));
    }

    private static SectionPower Row(PowerTable table, int no) =>
        table.Sections.Single(s => s.Section == Id(no));

    private static SectionId Id(int no) => new(Digest.Of($"section/{no}").Hex);

    private static PowerTable Table(
        ApportionmentRule seats,
        SectionWeights weights,
        int[] sizes,
        Dictionary<int, int>? origins = null
    ) => SectionsVote.Of(Union(seats, weights, sizes, origins ?? []), Forest.Congress, Now);

    /// <summary>A federation of sections of these sizes with a congress just allotted.</summary>
    private static Section Union(
        ApportionmentRule seats,
        SectionWeights weights,
        int[] sizes,
        Dictionary<int, int> origins
    )
    {
        var section = Unions.GetOrAdd((seats, weights), Founded);
        foreach (var (no, size) in sizes.Select((s, at) => (at, s)))
            section = Section.Evolve(
                section,
                new TreeEvent.TookIn(Id(no), $"Section {no}", size, MatterNo.None, Now)
            );
        foreach (var (part, origin) in origins)
            section = Section.Evolve(
                section,
                new TreeEvent.PartOf(Id(part), Id(origin), Now + Duration.FromDays(700))
            );
        section = Section.Evolve(
            section,
            new CongressesEvent.Called(1, Forest.Congress, Now, Now, Now + Duration.FromDays(365))
        );
        foreach (var (no, size) in sizes.Select((s, at) => (at, s)))
            section = Section.Evolve(section, new CongressesEvent.Returned(1, Id(no), size, Now));
        var unfolding = new Unfolding(section);
        Allotting.Allot(
            unfolding,
            section.Congresses.All[1],
            new Occasion(Now, new Actor.Clock(), Draw.Nothing)
        );
        return unfolding.Section;
    }

    // Rules that no text states: what the charter asks of the petition for a recall is not what this is about.
    private static Section Founded((ApportionmentRule Seats, SectionWeights Weights) rule)
    {
        var section = Founding.Value;
        var book = section.Statutes.Book;
        return section with
        {
            Statutes = section.Statutes with
            {
                Book = book with
                {
                    Rules = book.Rules with
                    {
                        Bodies = book
                            .Rules.Bodies.Select(b =>
                                b.Id == Forest.Congress
                                    ? b with
                                    {
                                        Seats = 40,
                                        Apportionment = rule.Seats,
                                    }
                                    : b
                            )
                            .ToEquatable(),
                        SectionsVote = book.Rules.SectionsVote with
                        {
                            Weights = rule.Weights,
                            DoubleMajority = false,
                        },
                    },
                },
            },
        };
    }

    private static readonly Lazy<Section> Founding = new(() =>
        Branch
            .Founded(
                5,
                TreeStatutes.OfAFederation("method: equal, least: 1, most: 3"),
                Steps.Programme
            )
            .Section
    );
}
