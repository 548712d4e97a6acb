using System.Text;
using System.Text.Json;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

public sealed class CountCommandTests
{
    private static readonly byte[] Gemini = Encoding.UTF8.GetBytes(
        "3 2\n4 1 2 0\n2 3 0\n0\nCastor\nPollux\nHelen\nGemini"
    );

    [Fact]
    public void Json_carries_rule_quota_names_and_the_elected_in_order()
    {
        var (code, text) = CountCommand.Run(Gemini, new CountOptions("scottish-stv", Json: true));
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        Assert.Equal(0, code);
        Assert.Equal(
            ("scottish-stv", "3.00000"),
            (root.GetProperty("rule").GetString(), root.GetProperty("quota").GetString())
        );
        Assert.Equal(
            "Castor Pollux Helen",
            string.Join(' ', root.GetProperty("candidates").EnumerateArray())
        );
        Assert.Equal(
            [1, 3],
            root.GetProperty("elected").EnumerateArray().Select(number => number.GetInt32())
        );
        Assert.Equal(3, root.GetProperty("stages").GetArrayLength());
        Assert.Equal(0, root.GetProperty("ties").GetArrayLength());
    }

    [Fact]
    public void Seats_can_be_named_in_place_of_the_files() =>
        Assert.Contains(
            "seats 1 ",
            CountCommand.Run(Gemini, new CountOptions("irv", Seats: 1)).Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("coombs", null, null, "count.rule")]
    [InlineData("irv", null, null, "count.seats")]
    [InlineData("scottish-stv", 0, null, "count.seats")]
    [InlineData("scottish-stv", int.MaxValue, null, "count.seats")]
    [InlineData("scottish-stv", null, "xyz", "count.seed")]
    public void Bad_options_are_bad_input_with_a_code(
        string rule,
        int? seats,
        string? seed,
        string expected
    )
    {
        var (code, text) = CountCommand.Run(
            Gemini,
            new CountOptions(rule, seats, Json: true, seed)
        );
        Assert.Equal(2, code);
        Assert.Contains($"\"{expected}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_file_is_bad_input_with_its_place()
    {
        var (code, text) = CountCommand.Run(
            "2 1\n1 7 0\n0\nA\nB\nt"u8,
            new CountOptions("scottish-stv", File: "w.blt")
        );
        Assert.Equal(2, code);
        Assert.StartsWith("w.blt:2:3: found \"7\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_made_twice_gives_the_same_bytes() =>
        Elections.Any.Sample(ballots =>
        {
            var file = BltWriter.Write(ballots);
            var options = new CountOptions("scottish-stv", Json: true, Seed: "00ff");
            return CountCommand.Run(file, options) == CountCommand.Run(file, options);
        });

    [Fact]
    public void A_rule_for_one_seat_refuses_more() =>
        Assert.IsType<CountStory.Refused>(
            CountingRule.Find("irv")!.Count(Elections.Blt(Gemini), Elections.Seed)
        );

    internal static string Compared(string file) =>
        CompareCommand.Run(Encoding.UTF8.GetBytes(file), new CountOptions("", Json: true)).Text;
}
