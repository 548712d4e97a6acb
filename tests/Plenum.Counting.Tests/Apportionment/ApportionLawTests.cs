using Plenum.Counting.Apportionment;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests.Apportionment;

public sealed class ApportionLawTests
{
    private static readonly Gen<long[]> Sizes = Gen.Long[0, 1_000].Array[1, 12];

    private static Gen<T> OneOf<T>()
        where T : struct, Enum =>
        Gen.Int[0, Enum.GetValues<T>().Length - 1].Select(i => Enum.GetValues<T>()[i]);

    private static readonly Gen<SeatRule> OfSeats = Gen.OneOf(
        OneOf<Divisor>().Select(by => (SeatRule)new SeatRule.Dividing(by)),
        OneOf<Quota>().Select(by => (SeatRule)new SeatRule.Remainders(by))
    );

    [Fact]
    public void All_seats_are_given_when_anybody_has_a_size() =>
        Gen.Select(Sizes, OfSeats, Gen.Int[0, 60])
            .Where(x => x.Item1.Sum() > 0)
            .Sample(
                (sizes, rule, seats) =>
                    Tables.Give(Tables.Claimants(sizes), rule, seats).Seats.Sum() == seats
            );

    [Fact]
    public void More_members_never_mean_fewer_seats_than_somebody_smaller_has() =>
        Gen.Select(Sizes, OfSeats, Gen.Int[0, 60])
            .Where(x => x.Item1.Sum() > 0)
            .Sample(
                (sizes, rule, seats) =>
                {
                    var given = Tables.Give(Tables.Claimants(sizes), rule, seats).Seats;
                    return Enumerable
                        .Range(0, sizes.Length)
                        .All(i =>
                            Enumerable
                                .Range(0, sizes.Length)
                                .All(j => sizes[i] <= sizes[j] || given[i] >= given[j])
                        );
                }
            );

    [Fact]
    public void Another_seat_takes_no_seat_from_anybody_where_sizes_are_divided() =>
        Gen.Select(Sizes, OneOf<Divisor>(), Gen.Int[0, 60])
            .Where(x => x.Item1.Sum() > 0)
            .Sample(
                (sizes, by, seats) =>
                {
                    var rule = new SeatRule.Dividing(by);
                    var fewer = Tables.Give(Tables.Claimants(sizes), rule, seats).Seats;
                    var more = Tables.Give(Tables.Claimants(sizes), rule, seats + 1).Seats;
                    return fewer.Zip(more).All(pair => pair.Second >= pair.First);
                }
            );

    [Fact]
    public void The_scale_of_the_sizes_does_not_matter_where_sizes_are_divided() =>
        Gen.Select(Sizes, OneOf<Divisor>(), Gen.Int[0, 60])
            .Where(x => x.Item1.Sum() > 0)
            .Sample(
                (sizes, by, seats) =>
                {
                    var rule = new SeatRule.Dividing(by);
                    Claimant[] tenths =
                    [
                        .. Tables.Claimants(sizes).Select(c => c with { Size = c.Size / 10 }),
                    ];
                    return Tables
                        .Give(Tables.Claimants(sizes), rule, seats)
                        .Seats.SequenceEqual(Tables.Give(tenths, rule, seats).Seats);
                }
            );

    [Fact]
    public void Nobody_has_less_than_the_minimum_or_more_than_the_maximum() =>
        Gen.Select(Gen.Long[1, 1_000].Array[2, 10], OfSeats, Gen.Int[0, 3], Gen.Int[4, 9])
            .Sample(
                (sizes, rule, least, most) =>
                {
                    Claimant[] bound =
                    [
                        .. Tables
                            .Claimants(sizes)
                            .Select(c => c with { Least = least, Most = most }),
                    ];
                    var seats = (least + most) * sizes.Length / 2;
                    var given = Tables.Give(bound, rule, seats).Seats;
                    return given.Sum() == seats && given.All(s => s >= least && s <= most);
                }
            );

    [Fact]
    public void The_bound_on_everybody_is_said_when_it_cannot_be_kept()
    {
        Claimant[] two = [new("A", 10, Least: 3), new("B", 10, Least: 3, Most: 4)];
        var rule = new SeatRule.Dividing(Divisor.DHondt);
        Assert.Equal(
            new Allotment.TooFewSeats(6),
            Apportion.Seats(two, rule, 5, new Lots.InOrder([]))
        );
        Assert.Equal(
            new Allotment.TooManySeats(4),
            Apportion.Seats([two[1]], rule, 5, new Lots.InOrder([]))
        );
        Assert.Equal(
            new Allotment.TooManySeats(0),
            Apportion.Seats(Tables.Claimants(0), rule, 1, new Lots.InOrder([]))
        );
    }

    [Fact]
    public void A_tie_is_told_with_everybody_in_it_and_the_lots_that_broke_it()
    {
        var given = Assert.IsType<Allotment.Given>(
            Apportion.Seats(
                Tables.Claimants(5, 5, 5, 1),
                new SeatRule.Dividing(Divisor.DHondt),
                5,
                Lots.Seeded([7])
            )
        );
        var tie = Assert.Single(given.Ties);
        Assert.Equal(Elections.Candidates(1, 2, 3), tie.Tied);
        Assert.Equal((2L, 2, 2), (tie.Seats, tie.Chosen.Length, tie.Lots.Length));
        Assert.All(tie.Chosen, c => Assert.Equal(2, given.Seats[c.Number - 1]));
    }

    [Fact]
    public void Enough_seats_for_all_who_are_equal_are_no_tie() =>
        Assert.Empty(
            Tables.Give(Tables.Claimants(5, 5, 5, 1), new SeatRule.Dividing(Divisor.DHondt), 6).Ties
        );

    // One member in eight thousand million million decides; a double would see a tie.
    [Fact]
    public void Square_roots_are_compared_exactly()
    {
        var given = Tables.Give(
            Tables.Claimants(7_999_999_999_999_999_999, 8_000_000_000_000_000_000),
            new SeatRule.Dividing(Divisor.HuntingtonHill),
            3
        );
        Assert.Equal([1L, 2L], given.Seats);
        Assert.Empty(given.Ties);
    }

    [Theory]
    [InlineData("floor", 2)]
    [InlineData("ceil", 3)]
    [InlineData("half-up", 3)]
    [InlineData("half-down", 2)]
    [InlineData("half-even", 2)]
    [InlineData("over:4", 3)]
    [InlineData("over:5", 2)]
    public void Every_rounding_says_what_half_a_seat_gives(string remainder, long seats)
    {
        var answer = ApportionCommand.Run(
            "name,size\nA,25\n"u8,
            new ApportionOptions("per-n", Per: "10", Remainder: remainder, Json: true)
        );
        using var json = System.Text.Json.JsonDocument.Parse(answer.Text);
        Assert.Equal(seats, json.RootElement.GetProperty("seats").GetProperty("A").GetInt64());
    }
}
