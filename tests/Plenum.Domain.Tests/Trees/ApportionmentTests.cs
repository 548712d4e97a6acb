using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Plenum.Domain.Congresses;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Statutes name any method of sharing out seats, and what cannot be shared out is refused while it is written.</summary>
public sealed class ApportionmentTests
{
    private static readonly Draw Lot = new(new string('7', 64));

    public static readonly TheoryData<string> OfTheHouse =
    [
        "sainte_lague",
        "dhondt",
        "adams",
        "dean",
        "huntington_hill",
        "square_root",
        "hare",
        "droop",
        "hagenbach_bischoff",
        "imperiali",
        "degressive",
    ];

    [Theory]
    [InlineData("method: dhondt", "ref_dhondt")]
    [InlineData("method: sainte_lague", "ref_sainte_lague")]
    [InlineData("method: hare", "ref_hare_largest_remainder")]
    [InlineData("method: adams", "ref_adams")]
    [InlineData("method: degressive, base: 5, most: 96", "ref_camcom_base5_cap96")]
    [InlineData("method: square_root", "ref_sqrt_sainte_lague")]
    public void The_European_Parliament_of_2024_comes_out_as_published(string rule, string column)
    {
        var states = Table("eu_parliament_2024.csv");
        var least = column == "ref_camcom_base5_cap96" ? "least: 5" : "least: 0";
        Assert.Equal(
            states.Select(s => Number(s[column])),
            Share($"{rule}, {least}", 720, states.Select(s => Number(s["population_2024_01_01"])))
        );
    }

    [Fact]
    public void The_Commune_of_Paris_gave_a_seat_for_every_twenty_thousand_and_for_a_part_above_the_half()
    {
        var wards = Table("paris_commune_1871.csv");
        var seats = Share(
            "method: per_members, per: 20000, rounding: half_down, least: 0",
            90,
            wards.Select(w => Number(w["population"]))
        );
        Assert.Equal(
            wards.Select(w => Number(w["seats_by_rule_1_per_20000_plus_fraction_over_10000"])),
            seats
        );
        Assert.Equal(90, seats.Sum());
    }

    [Fact]
    public void The_bands_of_a_world_federation_give_what_its_rules_say_at_every_edge()
    {
        var bands = Table("itf_congress_delegate_bands_2018.csv");
        var closed = bands.Where(b => b["members_to"].Length > 0).ToArray();
        var rule = string.Join(
            ", ",
            closed.Select(b => $"{{to: {b["members_to"]}, seats: {b["delegates"]}}}")
        );
        var seats = Share(
            $"method: bands, least: 0, bands: [{rule}]",
            100,
            closed.SelectMany(b => new[] { Number(b["members_from"]), Number(b["members_to"]) })
        );
        Assert.Equal(
            closed.SelectMany(b => new[] { Number(b["delegates"]), Number(b["delegates"]) }),
            seats
        );
    }

    [Theory]
    [InlineData("up", 3, 3, 2)]
    [InlineData("half_up", 3, 2, 2)]
    [InlineData("half_down", 2, 2, 2)]
    [InlineData("half_even", 2, 2, 2)]
    [InlineData("down", 2, 2, 2)]
    public void A_part_of_a_seat_gives_what_is_written(
        string rounding,
        int half,
        int less,
        int none
    ) =>
        Assert.Equal(
            [half, less, none],
            Share($"method: per_members, per: 20, rounding: {rounding}, least: 0", 9, [50, 49, 40])
        );

    [Theory]
    [MemberData(nameof(OfTheHouse))]
    public void All_seats_are_given_between_the_least_and_the_most_and_nobody_has_fewer_than_a_smaller_section(
        string method
    )
    {
        var body = Body($"method: {method}, least: 1, most: 40") with { Seats = 60 };
        Gen.Int[1, 5_000]
            .Array[3, 12]
            .Sample(sizes =>
            {
                var seats = Allotting.Share(body, Claims(sizes), Lot);
                Assert.Equal(60, seats.Sum());
                Assert.All(seats, s => Assert.InRange(s, 1, 40));
                // Nor does a lot between two who are level take from one that is larger.
                var bySize = sizes.Zip(seats).OrderBy(s => s.First).ThenBy(s => s.Second).ToArray();
                Assert.Equal(bySize.Select(s => s.Second).Order(), bySize.Select(s => s.Second));
            });
    }

    [Theory]
    [InlineData("method: bands", "bands")]
    [InlineData("method: bands, bands: []", "bands")]
    [InlineData("method: per_members", "per")]
    [InlineData("method: sainte_lague, least: 4, most: 3", "least")]
    [InlineData("method: degressive, base: 9, most: 8", "base")]
    [InlineData("method: bands, bands: [{to: 9, seats: 1}, {to: 9, seats: 2}]", "to")]
    [InlineData("method: bands, bands: [{to: 9, seats: 1}, {to: 5, seats: 2}]", "to")]
    [InlineData("method: dhont", "method")]
    [InlineData("method: per_members, per: 3, rounding: sideways", "rounding")]
    public void What_cannot_be_shared_out_is_refused_where_it_stands(string rule, string key)
    {
        var found = Assert.Single(Findings(rule));
        Assert.Equal(Severity.Error, found.Severity);
        Assert.EndsWith(key, found.Path.ToString(), StringComparison.Ordinal);
        Assert.True(found.Line > 1);
    }

    [Theory]
    [MemberData(nameof(OfTheHouse))]
    public void Every_method_conforms_and_is_read_back_as_it_was_written(string method)
    {
        Assert.Empty(Findings($"method: {method}, least: 1, most: 9"));
        Assert.Equal(
            Words.Parse<ApportionmentMethod>(method),
            Body($"method: {method}").Apportionment.Method
        );
    }

    private static IEnumerable<Finding> Findings(string rule) =>
        CharterCheck
            .Examine(Draft.Parse(Text(rule)), SectionFacts.None)
            .Items.Where(f => f.Severity == Severity.Error);

    private static BodyRule Body(string rule) =>
        Branch
            .Founded(5, Text(rule), Steps.Programme, name: "Union", first: 201)
            .Section.RuleOf(Forest.Congress);

    // However many one section sends, so few recall one of them (R1).
    private static string Text(string rule) =>
        TreeStatutes
            .OfAFederation(rule)
            .Replace("max(2, 8%)", "max(2, 0.1%)", StringComparison.Ordinal);

    private static ImmutableArray<Claim> Claims(IEnumerable<int> sizes) =>
        [.. sizes.Select(s => new Claim(s, Constituency.Place))];

    private static int[] Share(string rule, int seats, IEnumerable<int> sizes) =>
        [.. Allotting.Share(Body(rule) with { Seats = seats }, Claims(sizes), Lot)];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, string>[] Table(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Golden.Root, "testdata", "tables", name));
        var names = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Where(l => l.Length > 0)
                .Select(l => names.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second)),
        ];
    }
}
