using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Sections of places and of workplaces in one congress, each kind with its declared part of the seats (S17, T15).</summary>
public sealed class ConstituencyTests
{
    private const string Halves =
        "method: sainte_lague, least: 1, most: 12, shares: [{constituency: place, part: \"1/2\"}, {constituency: workplace, part: \"1/2\"}]";

    private const string Workplace = "  constituency: workplace\n  time_zone: Etc/UTC";

    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 24);
    private readonly Branch _docks = Forest.Section("Docks", 101, members: 12);
    private readonly Branch _mill = At(Workplace, "Mill", 301, 9);
    private readonly Branch _yard = At(Workplace, "Yard", 401, 6);

    private static Branch At(string zone, string name, int first, int members) =>
        Branch.Founded(
            members,
            TreeStatutes.OfASection.Replace("  time_zone: Etc/UTC", zone, StringComparison.Ordinal),
            Steps.Programme,
            name: name,
            first: first
        );

    private (Branch Union, Federation Tree) Called(string seats = Halves, int all = 12)
    {
        // Of more seats half an electing quota is less.
        var text = TreeStatutes
            .OfAFederation(seats)
            .Replace("max(2, 8%)", "max(2, 0.1%)", StringComparison.Ordinal);
        const string many = "kind: congress # default: delegates of the sections\n    seats: 15 ";
        Assert.Contains(many, text, StringComparison.Ordinal);
        var union = Branch.Founded(
            5,
            text.Replace(many, $"kind: congress\n    seats: {all} ", StringComparison.Ordinal),
            Steps.Programme,
            name: "Union",
            first: 901
        );
        var tree = new Federation(_harbour, _docks, _mill, _yard, union);
        tree.AffiliateAll(union, _harbour, _docks, _mill, _yard);
        tree.CallCongress(union);
        tree.BringAll();
        return (union, tree);
    }

    private static int SeatsOf(Branch union, Branch section) =>
        union.Section.Congresses.Sitting(Forest.Congress)!.Seats[section.Id()].Seats;

    [Fact]
    public void Each_constituency_has_its_part_and_shares_it_by_members()
    {
        var (union, tree) = Called();
        Assert.Equal(4, SeatsOf(union, _harbour));
        Assert.Equal(2, SeatsOf(union, _docks));
        // Fifteen members of workplaces have as many seats as thirty-six of places.
        Assert.Equal(4, SeatsOf(union, _mill));
        Assert.Equal(2, SeatsOf(union, _yard));
        foreach (var section in tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void A_constituency_without_sections_leaves_its_part_to_the_others()
    {
        var (union, _) = Called(
            Halves.Replace(
                "{constituency: workplace, part: \"1/2\"}",
                "{constituency: workplace, part: \"1/4\"}, {constituency: trade, part: \"1/4\"}",
                StringComparison.Ordinal
            )
        );
        // Eight to four, and nobody of a trade.
        Assert.Equal(8, SeatsOf(union, _harbour) + SeatsOf(union, _docks));
        Assert.Equal(4, SeatsOf(union, _mill) + SeatsOf(union, _yard));
    }

    [Fact]
    public void A_section_that_becomes_one_of_a_workplace_votes_there_from_the_next_congress()
    {
        var (union, tree) = Called();
        tree.Carry(
            _docks,
            CompetenceTests.Amendment(_docks, "organisation", "  time_zone: Etc/UTC", Workplace)
        );
        tree.BringAll();
        Assert.Equal(
            Constituency.Workplace,
            union.Section.Sections.Tree.Affiliates[_docks.Id()].Constituency
        );
        Assert.Equal(2, SeatsOf(union, _docks));
        tree.CallCongress(union);
        tree.BringAll();
        Assert.Equal(6, SeatsOf(union, _harbour));
        Assert.Equal(6, SeatsOf(union, _docks) + SeatsOf(union, _mill) + SeatsOf(union, _yard));
    }

    [Fact]
    public void Another_part_is_put_with_what_it_does_to_power()
    {
        var (union, _) = Called();
        var change = CompetenceTests.Amendment(
            union,
            "congress",
            "{constituency: place, part: \"1/2\"}, {constituency: workplace, part: \"1/2\"}",
            "{constituency: place, part: \"3/4\"}, {constituency: workplace, part: \"1/4\"}"
        );
        Assert.IsType<NeedsSimulation>(union.Refused(1, change));
        union.Do(
            1,
            new Reweigh(
                change.Title,
                change.Changes,
                "More of us live than work.",
                union.Now + Duration.FromDays(700)
            )
        );
        var simulation = union.Last<CongressesEvent.ReweighingPut>().Simulation;
        var harbour = simulation.Sections.Single(s => s.Section == _harbour.Id());
        Assert.Equal((4, 6), (harbour.SeatsBefore, harbour.SeatsAfter));
        var yard = simulation.Sections.Single(s => s.Section == _yard.Id());
        Assert.Equal((2, 1), (yard.SeatsBefore, yard.SeatsAfter));
    }

    [Theory]
    [InlineData("part: \"1/2\"}, {constituency: workplace, part: \"1/3\"}", "shares")]
    [InlineData("part: \"1/2\"}, {constituency: place, part: \"1/2\"}", "constituency")]
    [InlineData("part: \"3/2\"}", "part")]
    [InlineData("part: \"1/2\"}, {constituency: planet, part: \"1/2\"}", "constituency")]
    public void Parts_that_are_no_whole_are_refused_where_they_stand(string parts, string where)
    {
        var text = TreeStatutes.OfAFederation(
            $"method: sainte_lague, least: 1, most: 12, shares: [{{constituency: place, {parts}]"
        );
        var breaks = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text));
        Assert.Contains(
            breaks.Findings,
            f =>
                f.Severity == Severity.Error
                && f.Path.ToString().Contains(where, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_method_that_gives_seats_whatever_their_number_has_no_parts_to_give()
    {
        var text = TreeStatutes.OfAFederation(
            Halves.Replace("method: sainte_lague", "method: equal", StringComparison.Ordinal)
        );
        Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text));
    }

    [Fact]
    public void However_many_sections_of_however_many_members_no_part_is_off_by_a_seat() =>
        Gen.Select(
                Gen.Int[1, 400].Array[1, 12],
                Gen.Int[0, 2].Array[12],
                Gen.Int[1, 9].Array[3],
                Gen.Int[30, 200]
            )
            .Sample(
                (members, kinds, parts, seats) =>
                {
                    var whole = parts.Sum();
                    EquatableArray<ConstituencyShare> shares =
                    [
                        .. parts.Select(
                            (p, at) => new ConstituencyShare((Constituency)at, new Ratio(p, whole))
                        ),
                    ];
                    var claims = members
                        .Select((m, at) => new Claim(m, (Constituency)kinds[at]))
                        .ToArray();
                    var body = SmallBranch.Rules.Bodies.Items[0] with
                    {
                        Seats = seats,
                        Apportionment = ApportionmentRule.Equal with
                        {
                            Method = ApportionmentMethod.SainteLague,
                            Least = 0,
                            Shares = shares,
                        },
                    };
                    var given = Allotting.Share(body, [.. claims], Draw.Nothing);
                    Assert.Equal(seats, given.Sum());
                    var there = claims.Select(c => (int)c.In).Distinct().ToArray();
                    var declared = there.Sum(k => parts[k]);
                    foreach (var kind in there)
                    {
                        var has = given.Where((_, at) => (int)claims[at].In == kind).Sum();
                        var exact = (decimal)seats * parts[kind] / declared;
                        Assert.True(Math.Abs(has - exact) < 1);
                    }
                }
            );
}
