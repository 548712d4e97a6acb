using Plenum.Counting.Ballots;
using Plenum.Counting.Constraints;

namespace Plenum.Counting.Tests.Constraints;

public sealed class PlaceLimitTests
{
    private const string Papers =
        "5 3\n10 1 2 0\n9 2 1 0\n8 3 1 0\n3 4 5 0\n2 5 4 0\n0\nA\nB\nC\nD\nE\nt";

    private const string TwoWomen = "\"sex\" \"men\" 0 3 1 2 3\n\"sex\" \"women\" 2 3 4 5\n";

    public static TheoryData<string> Keeping() =>
        [.. CountingRule.All.Where(rule => rule.KeepsLimits).Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Keeping))]
    public void Reserved_places_are_filled_and_no_group_has_more_than_it_may(string id) =>
        Gen.Select(Elections.Any, Gen.Int[0, 1].Array[6], Gen.Int[0, 3], Gen.Int[0, 3])
            .Sample(
                (ballots, sides, least, most) =>
                {
                    var groups = new[] { 0, 1 }
                        .Select(side => new PlaceGroup(
                            "side",
                            $"{side}",
                            side == 0 ? least : 0,
                            side == 0 ? 9 : most,
                            [
                                .. Enumerable
                                    .Range(1, ballots.Names.Length)
                                    .Where(n => sides[n - 1] == side)
                                    .Select(n => new Candidate(n)),
                            ]
                        ))
                        .ToArray();
                    var set = ballots.WithLimits(new PlaceLimits([.. groups]));
                    var story = CountingRule.Find(id)!.Count(set, Elections.ByNumber);
                    if (story is CountStory.Refused(var code, _, _))
                        return code == "count.contradiction"
                            && !Possible(groups, ballots.Names.Length, ballots.Seats);
                    return story.Elected.Length == Math.Min(set.Seats, set.Names.Length)
                        && groups.All(group =>
                            story.Elected.Count(group.Members.Contains) is var held
                            && held >= group.Least
                            && held <= group.Most
                        );
                }
            );

    [Fact]
    public void Limits_that_ask_for_nothing_change_nothing() =>
        Elections.Any.Sample(ballots =>
        {
            var group = new PlaceGroup(
                "all",
                "all",
                0,
                9,
                [.. Enumerable.Range(1, ballots.Names.Length).Select(n => new Candidate(n))]
            );
            var rule = CountingRule.Find("meek-prf")!;
            return rule.Count(ballots.WithLimits(new PlaceLimits([group])), Elections.ByNumber)
                .Elected.SequenceEqual(rule.Count(ballots, Elections.ByNumber).Elected);
        });

    [Fact]
    public void The_last_two_women_are_guarded_because_two_places_are_theirs()
    {
        var answer = Count("wigm", TwoWomen);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("\"why\": \"no-more-than-needed\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"is\": \"guarded\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"is\": \"doomed\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_that_contradict_each_other_are_refused_with_what_contradicts()
    {
        var answer = Count("wigm", "\"sex\" \"men\" 2 3 1 2 3\n\"sex\" \"women\" 2 3 4 5\n");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("count.contradiction", answer.Text, StringComparison.Ordinal);
        Assert.Contains("sex: 4 to 5 for 3 places", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Crossed_categories_hold_together()
    {
        var answer = Count(
            "meek",
            TwoWomen + "\"town\" \"north\" 1 1 1 4\n\"town\" \"south\" 2 2 2 3 5\n"
        );
        Assert.Equal(0, answer.ExitCode);
        using var json = System.Text.Json.JsonDocument.Parse(answer.Text);
        var elected = json
            .RootElement.GetProperty("elected")
            .EnumerateArray()
            .Select(each => each.GetInt32())
            .Order();
        // Both women, 4 from the north and 5 from the south, so one more from the south.
        Assert.Equal([2, 4, 5], elected);
    }

    [Theory]
    [InlineData("\"sex\" \"men\" 0 3 1 2 3\n", "constraints.category")]
    [InlineData("\"sex\" \"men\" 0 3 1 2 9\n", "constraints.line")]
    [InlineData("sex men many 3 1\n", "constraints.line")]
    public void A_file_of_limits_with_a_fault_is_refused(string file, string code) =>
        Assert.Contains(code, Count("wigm", file).Text, StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_keeps_no_limits_says_so() =>
        Assert.Contains("count.constraints", Count("qpq", TwoWomen).Text, StringComparison.Ordinal);

    private static CountAnswer Count(string rule, string limits) =>
        CountCommand.Run(
            System.Text.Encoding.UTF8.GetBytes(Papers),
            new CountOptions(
                rule,
                Json: true,
                Constraints: [.. System.Text.Encoding.UTF8.GetBytes(limits)]
            )
        );

    private static bool Possible(PlaceGroup[] groups, int candidates, int seats)
    {
        var places = Math.Min(seats, candidates);
        return Enumerable
            .Range(0, 1 << candidates)
            .Where(set => System.Numerics.BitOperations.PopCount((uint)set) == places)
            .Any(set =>
                groups.All(group =>
                    group.Members.Count(c => (set >> (c.Number - 1) & 1) == 1) is var held
                    && held >= group.Least
                    && held <= group.Most
                )
            );
    }
}
