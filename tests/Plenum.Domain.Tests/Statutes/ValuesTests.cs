using System.Numerics;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("5", 100, 5)]
    [InlineData("10%", 101, 11)]
    [InlineData("1/10", 101, 11)]
    [InlineData("2.5%", 1000, 25)]
    [InlineData("0.5 * sqrt(n)", 1000, 16)]
    [InlineData("sqrt(n)", 16, 4)]
    [InlineData("max(3, 5%)", 12, 3)]
    [InlineData("max(3, 5%)", 100, 5)]
    [InlineData("min(5, 0.5 * sqrt(n))", 36, 3)]
    [InlineData("max(2, min(50, 5%))", 5000, 50)]
    public void An_amount_is_read_and_counted_in_whole_people(
        string text,
        int members,
        int needed
    ) => Assert.Equal(needed, Values.Amount(text)!.Among(members));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("110%")]
    [InlineData("1/0")]
    [InlineData("max(1)")]
    [InlineData("max(max(max(max(1,2),3),4),5)")]
    [InlineData("sqrt(m)")]
    [InlineData("99999999999")]
    public void What_is_no_amount_is_not_read(string text) => Assert.Null(Values.Amount(text));

    [Theory]
    [InlineData("> 1/2 of cast", 10, 6)]
    [InlineData(">= 1/2 of cast", 10, 5)]
    [InlineData(">= 2/3 of eligible", 10, 7)]
    [InlineData("> 50% of seats", 7, 4)]
    public void A_threshold_is_read_with_its_strictness(string text, int whole, int needed) =>
        Assert.Equal(needed, Values.Majority(text)!.Needed(whole));

    [Theory]
    [InlineData("1/2 of cast")]
    [InlineData("> 3/2 of cast")]
    [InlineData("> 1/2 of people")]
    [InlineData("> 1/2")]
    public void What_is_no_threshold_is_not_read(string text) => Assert.Null(Values.Majority(text));

    [Theory]
    [InlineData("P30D", true)]
    [InlineData("P1Y6M", true)]
    [InlineData("PT72H", true)]
    [InlineData("P", false)]
    [InlineData("30 days", false)]
    [InlineData("-P1D", false)]
    [InlineData("P99999999D", false)]
    public void A_length_of_time_is_read(string text, bool reads) =>
        Assert.Equal(reads, Values.Time(text) is not null);

    [Fact]
    public void A_limit_in_months_holds_in_every_calendar()
    {
        Assert.True(Values.Time("P2M")!.IsAtMost(Values.Time("P62D")!));
        Assert.False(Values.Time("P2M")!.IsAtMost(Values.Time("P60D")!));
        Assert.False(Values.Time("P2M")!.IsAtLeast(Values.Time("P60D")!));
        Assert.True(Values.Time("P12M")!.IsAtMost(Values.Time("P1Y")!));
    }

    [Fact]
    public void The_power_index_agrees_with_counting_every_coalition() =>
        Gen.Int[0, 9]
            .Array[1, 9]
            .Sample(votes =>
            {
                var quota = votes.Sum() / 2 + 1;
                var counted = votes.Select(
                    (v, i) =>
                        (BigInteger)
                            Enumerable
                                .Range(0, 1 << votes.Length)
                                .Count(c => Swings(votes, c, i, quota))
                );
                Assert.Equal(counted, PowerIndex.Swings(votes, quota));
            });

    private static bool Swings(int[] votes, int coalition, int voter, int quota)
    {
        var sum = votes.Where((_, i) => (coalition >> i & 1) == 1).Sum();
        return (coalition >> voter & 1) == 1 && sum >= quota && sum - votes[voter] < quota;
    }
}
