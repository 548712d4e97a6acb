using System.Numerics;
using System.Text.Json;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Power;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Apportionment;

public sealed class BiproportionalTests
{
    [Fact]
    public void Lists_and_districts_both_have_what_is_theirs()
    {
        // M. L. Balinski's and votelib's example: three lists in three districts, twenty seats.
        var answer = Run(
            "name,I,II,III\nA,123,45,815\nB,912,714,414\nC,312,255,15\n",
            new ApportionOptions("biproportional", 20, Json: true)
        );
        using var json = JsonDocument.Parse(answer);
        string Row(string list) =>
            string.Join(
                ' ',
                json.RootElement.GetProperty("seats")
                    .GetProperty(list)
                    .EnumerateObject()
                    .Select(each => each.Value.GetInt64())
            );
        Assert.Equal("1 0 5", Row("A"));
        Assert.Equal("5 4 2", Row("B"));
        Assert.Equal("1 2 0", Row("C"));
    }

    [Fact]
    public void What_comes_out_is_the_rounding_by_its_own_divisors() =>
        Gen.Select(Gen.Int[1, 999].Array[3].Array[3], Gen.Int[6, 30])
            .Sample(
                (votes, seats) =>
                {
                    var table = votes
                        .Select(row => (IReadOnlyList<Fraction>)[.. row.Select(v => (Fraction)v)])
                        .ToList();
                    var lists = Given([.. votes.Select(row => row.Sum())], seats);
                    var districts = Given(
                        [.. Enumerable.Range(0, 3).Select(j => votes.Sum(row => row[j]))],
                        seats
                    );
                    if (Biproportional.Seats(table, lists, districts) is not { } held)
                        return false;
                    var half = new Fraction(1, 2);
                    return held.Seats.Select(row => row.Sum()).SequenceEqual(lists)
                        && Enumerable
                            .Range(0, 3)
                            .All(j => held.Seats.Sum(row => row[j]) == districts[j])
                        && Enumerable
                            .Range(0, 9)
                            .All(at =>
                            {
                                var (i, j) = (at / 3, at % 3);
                                var quotient =
                                    table[i][j] / (held.ListDivisors[i] * held.DistrictDivisors[j]);
                                return (quotient + half).Floor == held.Seats[i][j];
                            });
                }
            );

    [Fact]
    public void The_parliament_of_New_Zealand_had_one_seat_of_overhang_in_2014()
    {
        if (Shared.Find("elections/votelib/apportionment-cases.json") is not { } file)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        using var cases = JsonDocument.Parse(File.ReadAllText(file));
        var nz = cases
            .RootElement.EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == "nz-2014-mmp");
        var direct = nz.GetProperty("electorates");
        var csv = "name,size,direct\n";
        foreach (var party in nz.GetProperty("votes").EnumerateObject())
        {
            var won = direct.TryGetProperty(party.Name, out var seats) ? seats.GetInt32() : 0;
            csv += $"{party.Name},{party.Value.GetInt64()},{won}\n";
        }
        using var json = JsonDocument.Parse(
            Run(csv, new ApportionOptions("sainte-lague", 120, Threshold: "5%", Json: true))
        );
        Assert.Equal(121, json.RootElement.GetProperty("total").GetInt32());
        foreach (var party in nz.GetProperty("expected").EnumerateObject())
            Assert.Equal(
                party.Value.GetInt32(),
                json.RootElement.GetProperty("seats").GetProperty(party.Name).GetInt32()
            );
    }

    [Fact]
    public void Least_squares_are_nought_for_equal_shares_and_a_hundred_for_all_to_one()
    {
        Assert.Equal(Fraction.Zero, Disproportion.GallagherSquared([10, 20], [1, 2]));
        // Half of 50^2 + 50^2 is 2500, and its root 50.
        Assert.Equal("50.000", Root([1, 1], [1, 0]));
        Assert.Equal("2.000", Disproportion.EffectiveNumber([7, 7]).ToDecimal(3));
    }

    [Fact]
    public void Minimal_coalitions_are_those_that_no_member_may_leave() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 8], Gen.Int[1, 30])
            .Sample(
                (weights, quota) =>
                {
                    BigInteger[] all = [.. weights.Select(w => (BigInteger)w)];
                    var expected = Enumerable
                        .Range(0, 1 << weights.Length)
                        .Where(set => Weight(set) >= quota)
                        .Where(set =>
                            Enumerable
                                .Range(0, weights.Length)
                                .All(i => (set >> i & 1) == 0 || Weight(set & ~(1 << i)) < quota)
                        )
                        .Order();
                    var found = MinimalCoalitions
                        .List(all, quota)!
                        .Value.Select(members => members.Sum(i => 1 << i))
                        .Order();
                    return expected.SequenceEqual(found);

                    int Weight(int set) => weights.Where((_, i) => (set >> i & 1) == 1).Sum();
                }
            );

    private static string Root(Fraction[] sizes, long[] seats) =>
        Disproportion.Root(Disproportion.GallagherSquared(sizes, seats), 3).ToDecimal(3);

    private static long[] Given(int[] sizes, int seats) =>
        [
            .. Assert
                .IsType<Allotment.Given>(
                    Apportion.Seats(
                        [.. sizes.Select(size => new Claimant("", size))],
                        new SeatRule.Dividing(Divisor.SainteLague),
                        seats,
                        Elections.ByNumber
                    )
                )
                .Seats,
        ];

    private static string Run(string csv, ApportionOptions options)
    {
        var answer = ApportionCommand.Run(System.Text.Encoding.UTF8.GetBytes(csv), options);
        Assert.Equal(0, answer.ExitCode);
        return answer.Text;
    }
}
