using System.Globalization;
using System.Text.Json;
using Plenum.Counting.Apportionment;

namespace Plenum.Counting.Tests.Apportionment;

public sealed class ApportionTableTests
{
    public static TheoryData<string, SeatRule> European() =>
        new()
        {
            { "ref_dhondt", new SeatRule.Dividing(Divisor.DHondt) },
            { "ref_sainte_lague", new SeatRule.Dividing(Divisor.SainteLague) },
            { "ref_adams", new SeatRule.Dividing(Divisor.Adams) },
            { "ref_hare_largest_remainder", new SeatRule.Remainders(Quota.Hare) },
            { "ref_camcom_base5_cap96", new SeatRule.Degressive(5, 96) },
            { "ref_sqrt_sainte_lague", new SeatRule.Dividing(Divisor.SquareRoot) },
        };

    [Theory, MemberData(nameof(European))]
    public void The_parliament_of_2024_has_the_seats_of_every_reference(
        string column,
        SeatRule rule
    )
    {
        const string file = "eu_parliament_2024.csv";
        var states = Tables.Claimants(Tables.Numbers(file, "population_2024_01_01"));
        Assert.Equal(Tables.Numbers(file, column), Tables.Give(states, rule, 720).Seats);
    }

    [Fact]
    public void The_parliament_of_2014_would_have_been_degressive_by_the_Cambridge_Compromise()
    {
        const string file = "eu28_parliament_2014.csv";
        var states = Tables.Claimants(Tables.Numbers(file, "population_2012"));
        var seats = Tables.Give(states, new SeatRule.Degressive(5, 96), 751).Seats;
        Assert.Equal(751, seats.Sum());
        Assert.Equal((6, 96), (seats.Min(), seats.Max()));
        Assert.Equal(seats.Order(), seats);
    }

    [Fact]
    public void Paris_elected_ninety_in_1871()
    {
        const string file = "paris_commune_1871.csv";
        var districts = Tables.Claimants(Tables.Numbers(file, "population"));
        var rule = new SeatRule.PerMembers(20_000, new Rounding.Over(10_000));
        var seats = Tables.Give(districts, rule).Seats;
        Assert.Equal(
            Tables.Numbers(file, "seats_by_rule_1_per_20000_plus_fraction_over_10000"),
            seats
        );
        Assert.Equal(90, seats.Sum());
    }

    [Fact]
    public void Transport_workers_have_delegates_by_band()
    {
        var rows = Tables.Rows("itf_congress_delegate_bands_2018.csv");
        var rule = new SeatRule.Banded([
            .. rows.Select(row => new Band(
                row["members_to"].Length == 0 ? null : Whole(row["members_to"]),
                Whole(row["delegates"])
            )),
        ]);
        foreach (var row in rows)
        {
            var ends = new[] { row["members_from"], row["members_to"] }
                .Where(end => end.Length > 0)
                .Select(Whole);
            Assert.Equal(
                ends.Select(_ => Whole(row["delegates"])),
                Tables.Give(Tables.Claimants([.. ends]), rule).Seats
            );
        }
    }

    [Theory]
    [InlineData(270, 4)]
    [InlineData(400, 5)]
    public void A_chapter_has_a_delegate_for_every_75_members_rounded(
        long members,
        long delegates
    ) =>
        Assert.Equal(
            [delegates],
            Tables
                .Give(Tables.Claimants(members), new SeatRule.PerMembers(75, new Rounding.HalfUp()))
                .Seats
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(749, 1)]
    [InlineData(750, 2)]
    [InlineData(2_000, 6)]
    [InlineData(90_000, 6)]
    public void A_constituency_party_has_a_first_block_and_a_cap(long members, long delegates) =>
        Assert.Equal(
            [delegates],
            Tables
                .Give(
                    [new Claimant("CLP", members, Most: 6)],
                    new SeatRule.PerMembers(250, new Rounding.Up(), 749, 1)
                )
                .Seats
        );

    // The association's members are not published with the table; the delegates themselves are the sizes, so that
    // every proportional method has to give them back.
    [Fact]
    public void The_six_hundred_of_2018_come_back_from_their_own_proportions()
    {
        var delegates = Tables.Numbers("spd_congress_delegates_2018.csv", "delegates");
        foreach (var by in Enum.GetValues<Divisor>().Except([Divisor.SquareRoot]))
            Assert.Equal(
                delegates,
                Tables.Give(Tables.Claimants(delegates), new SeatRule.Dividing(by), 600).Seats
            );
    }

    public static TheoryData<string> ListElections()
    {
        using var cases = Cases();
        return
        [
            .. cases
                .RootElement.EnumerateArray()
                .Where(each => RuleOf(each.GetProperty("method").GetString()!, each) is not null)
                .Select(each => each.GetProperty("id").GetString()!),
        ];
    }

    [Theory, MemberData(nameof(ListElections))]
    public void List_elections_give_the_declared_seats(string id)
    {
        using var cases = Cases();
        var one = cases
            .RootElement.EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == id);
        var most = one.TryGetProperty("max", out var max) ? max.GetInt64() : long.MaxValue;
        Claimant[] lists =
        [
            .. one.GetProperty("votes")
                .EnumerateObject()
                .Select(list => new Claimant(list.Name, list.Value.GetInt64(), Most: most)),
        ];
        var seats = one.GetProperty("seats").GetInt64();
        var rule = RuleOf(one.GetProperty("method").GetString()!, one)!;
        var given = Tables.Give(lists, rule, seats).Seats;
        foreach (var expected in one.GetProperty("expected").EnumerateObject())
            Assert.Equal(
                expected.Value.GetInt64(),
                given[Array.FindIndex(lists, list => list.Name == expected.Name)]
            );
        Assert.Equal(seats, given.Sum());
    }

    private static SeatRule? RuleOf(string method, JsonElement one) =>
        method.Split(',')[0] switch
        {
            "dhondt" => new SeatRule.Dividing(Divisor.DHondt),
            "sainte-lague" when one.TryGetProperty("seats", out _) => new SeatRule.Dividing(
                Divisor.SainteLague
            ),
            "largest-remainder" => new SeatRule.Remainders(
                one.GetProperty("quota").GetString()!.StartsWith("droop", StringComparison.Ordinal)
                    ? Quota.Droop
                    : Quota.Imperiali
            ),
            _ => null,
        };

    private static JsonDocument Cases() =>
        JsonDocument.Parse(File.ReadAllText(Tables.Path("apportionment-cases.json")));

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
