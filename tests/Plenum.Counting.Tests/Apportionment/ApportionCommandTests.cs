using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plenum.Counting.Tests.Apportionment;

public sealed class ApportionCommandTests
{
    private const string Three = "name,size,least\nA,500,\nB,300,\nC,19,2\n";

    [Fact]
    public void The_seats_come_by_name_and_a_row_may_bind_itself()
    {
        var seats = Seats(Three, new ApportionOptions("dhondt", Seats: 10));
        Assert.Equal(
            (5, 3, 2),
            (
                seats.GetProperty("A").GetInt32(),
                seats.GetProperty("B").GetInt32(),
                seats.GetProperty("C").GetInt32()
            )
        );
    }

    [Fact]
    public void What_is_below_the_threshold_gets_nothing_and_no_minimum()
    {
        var seats = Seats(Three, new ApportionOptions("hare", Seats: 8, Threshold: "5%"));
        Assert.Equal(0, seats.GetProperty("C").GetInt32());
    }

    [Fact]
    public void Names_with_commas_and_quotes_are_names()
    {
        var seats = Seats(
            "size,name\r\n10,\"Dockers, \"\"South\"\"\"\r\n",
            new ApportionOptions("adams", Seats: 3)
        );
        Assert.Equal(3, seats.GetProperty("Dockers, \"South\"").GetInt32());
    }

    [Theory]
    [InlineData("bands", "5000:1,10000:2,*:3", "A", 7_000, 2)]
    [InlineData("bands", "5000:1,10000:2", "A", 70_000, 2)]
    public void Bands_are_typed_from_small_to_large(
        string method,
        string bands,
        string name,
        int size,
        int seats
    ) =>
        Assert.Equal(
            seats,
            Seats($"name,size\n{name},{size}\n", new ApportionOptions(method, Bands: bands))
                .GetProperty(name)
                .GetInt32()
        );

    [Theory]
    [InlineData("name,size\nA,x\n", "dhondt", 3, "t.csv:2:3: found \"x\"")]
    [InlineData("name,size\nA,1\nA,1\n", "dhondt", 3, "t.csv:3:1: found \"A\"")]
    [InlineData("name,size\nA\n", "dhondt", 3, "t.csv:2:1: found \"A\"")]
    [InlineData("name,size\n\"A,1\n", "dhondt", 3, "t.csv:2:1: found a quote")]
    [InlineData("who,size\nA,1\n", "dhondt", 3, "t.csv:1:1: found \"who,size\"")]
    [InlineData("name,size\n", "dhondt", 3, "t.csv:1:1: found \"0 rows\"")]
    [InlineData("", "dhondt", 3, "t.csv:1:1: found nothing")]
    [InlineData("name,size\nA,1\n", "macau", 3, "t.csv:0:0: found macau")]
    [InlineData("name,size\nA,1\n", "dhondt", null, "t.csv:0:0: found no number of seats")]
    [InlineData("name,size\nA,1\n", "dhondt", 2_000_000, "t.csv:0:0: found 2000000")]
    [InlineData("name,size\nA,1\n", "per-n", 3, "t.csv:0:0: found nothing")]
    [InlineData("name,size\nA,0\n", "dhondt", 3, "t.csv:0:0: found 3, expected at most 0")]
    public void Bad_input_is_told_with_its_place(
        string text,
        string method,
        int? seats,
        string begins
    )
    {
        var answer = ApportionCommand.Run(
            Encoding.UTF8.GetBytes(text),
            new ApportionOptions(method, seats, File: "t.csv")
        );
        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith(begins, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_thousand_sections_share_a_congress_in_a_moment()
    {
        var text = new StringBuilder("name,size\n");
        for (var i = 1; i <= 2_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"S{i},{(i * 7919 % 1000) + 3}\n");
        var seats = Seats(text.ToString(), new ApportionOptions("sainte-lague", Seats: 5_000));
        Assert.Equal(5_000, seats.EnumerateObject().Sum(each => each.Value.GetInt32()));
    }

    private static JsonElement Seats(string text, ApportionOptions options)
    {
        var answer = ApportionCommand.Run(
            Encoding.UTF8.GetBytes(text),
            options with
            {
                Json = true,
            }
        );
        Assert.Equal(0, answer.ExitCode);
        return JsonDocument.Parse(answer.Text).RootElement.GetProperty("seats");
    }
}
