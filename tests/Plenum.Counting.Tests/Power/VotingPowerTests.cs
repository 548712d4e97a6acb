using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Power;

namespace Plenum.Counting.Tests.Power;

public sealed class VotingPowerTests
{
    [Fact]
    public void The_council_of_1958_has_its_known_power_and_its_dummy()
    {
        const string file = "eec_council_1958.csv";
        var counted = Counted(VotingPower.Banzhaf(Weights(file, "weight"), 12));
        Assert.Equal(
            Tables.Numbers(file, "ref_banzhaf_swings"),
            counted.Swings.Select(each => (long)each)
        );
        Assert.Equal(
            Tables.Rows(file).Select(row => row["ref_banzhaf_normalised"].Replace("0/1", "0")),
            counted.Shares.Select(each => each.ToString())
        );
    }

    [Fact]
    public void The_council_of_Nice_has_its_known_power()
    {
        const string file = "eu_council_nice_2001.csv";
        var counted = Counted(VotingPower.Banzhaf(Weights(file, "weight_nice"), 255));
        Assert.Equal(
            Tables.Numbers(file, "ref_banzhaf_swings_q255"),
            counted.Swings.Select(each => (long)each)
        );
        Assert.Equal(
            Tables.Rows(file).Select(row => row["ref_banzhaf_normalised_q255"]),
            counted.Shares.Select(each => each.ToDecimal(6))
        );
    }

    [Theory]
    [InlineData("51", "50,49,1", "2/3 1/6 1/6")]
    [InlineData("12", "4,4,4,2,2,1", "7/30 7/30 7/30 3/20 3/20 0")]
    [InlineData("3", "1,1,1", "1/3 1/3 1/3")]
    [InlineData("4", "1,1,1", "0 0 0")]
    public void Orders_are_counted_as_Shapley_and_Shubik_do(
        string quota,
        string weights,
        string shares
    ) =>
        Assert.Equal(
            shares,
            string.Join(
                ' ',
                Counted(
                    VotingPower.ShapleyShubik([.. weights.Split(',').Select(Big)], Big(quota))
                ).Shares
            )
        );

    [Fact]
    public void Swings_are_what_going_through_every_coalition_finds() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 9], Gen.Int[1, 40])
            .Sample(
                (weights, quota) =>
                {
                    BigInteger[] big = [.. weights.Select(weight => (BigInteger)weight)];
                    // Weights without anything in common, too many to count by weight, take the other way.
                    var shift = (BigInteger)1_000_000_007;
                    BigInteger[] heavy = [.. weights.Select(weight => weight * shift * 3 + 1)];
                    var heavyQuota = (quota * shift * 3) + 2;
                    return Counted(VotingPower.Banzhaf(big, quota))
                            .Swings.SequenceEqual(Brute(big, quota, ordered: false))
                        && Counted(VotingPower.ShapleyShubik(big, quota))
                            .Swings.SequenceEqual(Brute(big, quota, ordered: true))
                        && Counted(VotingPower.Banzhaf(heavy, heavyQuota))
                            .Swings.SequenceEqual(Brute(heavy, heavyQuota, ordered: false))
                        && Counted(VotingPower.ShapleyShubik(heavy, heavyQuota))
                            .Swings.SequenceEqual(Brute(heavy, heavyQuota, ordered: true));
                }
            );

    [Fact]
    public void A_thousand_members_are_counted_out_exactly()
    {
        BigInteger[] weights =
        [
            .. Enumerable.Range(0, 1_000).Select(i => (BigInteger)(1 + (i % 23))),
        ];
        var all = weights.Aggregate(BigInteger.Zero, (sum, each) => sum + each);
        var counted = Counted(VotingPower.Banzhaf(weights, (all / 2) + 1));
        Assert.Equal(Fraction.One, counted.Shares.Aggregate(Fraction.Zero, (a, b) => a + b));
        Assert.True(counted.Shares[22] > counted.Shares[0]);
        Assert.True(counted.Swings[0] > BigInteger.Pow(2, 900));
    }

    [Fact]
    public void What_cannot_be_counted_out_is_said_with_the_steps_it_would_take() =>
        Assert.IsType<PowerAnswer.TooLarge>(
            VotingPower.ShapleyShubik(
                [.. Enumerable.Range(0, 100).Select(i => BigInteger.Pow(3, i % 50) + i)],
                BigInteger.Pow(3, 49)
            )
        );

    [Fact]
    public void The_smallest_winning_set_and_the_effective_number_are_known()
    {
        BigInteger[] council = [4, 4, 4, 2, 2, 1];
        Assert.Equal(3, VotingPower.FewestToWin(council, 12));
        Assert.Equal(7, VotingPower.FewestToWin(council, 18));
        Assert.Equal(
            new Fraction(289, 57),
            Disproportion.EffectiveNumber(council.Select(w => (Fraction)w))
        );
    }

    [Fact]
    public void The_verb_gives_decimals_and_fractions_by_name()
    {
        var answer = PowerCommand.Run(
            "name,weight\nA,50\nB,49\nC,1\nD,0\n"u8,
            new PowerOptions("banzhaf", "51", Json: true)
        );
        using var json = JsonDocument.Parse(answer.Text);
        Assert.Equal(0.6, json.RootElement.GetProperty("power").GetProperty("A").GetDouble());
        Assert.Equal("3/5", json.RootElement.GetProperty("exact").GetProperty("A").GetString());
        Assert.Equal("D", json.RootElement.GetProperty("dummies")[0].GetString());
        Assert.Equal(2, json.RootElement.GetProperty("fewest_to_win").GetInt32());
    }

    [Theory]
    [InlineData("nash", "51")]
    [InlineData("banzhaf", "0")]
    [InlineData("banzhaf", "many")]
    public void Bad_input_is_no_count(string index, string quota) =>
        Assert.Equal(
            2,
            PowerCommand.Run("name,weight\nA,50\n"u8, new PowerOptions(index, quota)).ExitCode
        );

    private static PowerAnswer.Counted Counted(PowerAnswer answer) =>
        Assert.IsType<PowerAnswer.Counted>(answer);

    private static BigInteger[] Weights(string file, string column) =>
        [.. Tables.Numbers(file, column).Select(each => (BigInteger)each)];

    private static IEnumerable<BigInteger> Brute(
        BigInteger[] weights,
        BigInteger quota,
        bool ordered
    )
    {
        var n = weights.Length;
        for (var voter = 0; voter < n; voter++)
        {
            var swings = BigInteger.Zero;
            for (var set = 0; set < 1 << n; set++)
            {
                if ((set >> voter & 1) == 1)
                    continue;
                var sum = weights
                    .Where((_, i) => (set >> i & 1) == 1)
                    .Aggregate(BigInteger.Zero, (a, b) => a + b);
                if (sum >= quota || sum + weights[voter] < quota)
                    continue;
                var size = BitOperations.PopCount((uint)set);
                swings += ordered ? Factorial(size) * Factorial(n - 1 - size) : 1;
            }
            yield return swings;
        }
    }

    private static BigInteger Big(string text) =>
        BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static BigInteger Factorial(int n) =>
        Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, i) => product * i);
}
