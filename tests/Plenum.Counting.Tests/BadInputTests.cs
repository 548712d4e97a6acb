using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

/// <summary>What the library's README says is done with bad input, for every rule.</summary>
public sealed class BadInputTests
{
    private static readonly (string What, string Blt, int Elected)[] Inputs =
    [
        ("more seats than candidates", "2 5\n3 1 2 0\n2 2 0\n0\nA\nB\nt", 2),
        ("no papers", "3 2\n0\nA\nB\nC\nt", 2),
        ("all blank", "3 1\n4 0\n0\nA\nB\nC\nt", 1),
        ("all exhausted", "4 2\n9 1 0\n0\nA\nB\nC\nD\nt", 2),
        ("one paper for three seats", "5 3\n1 4 2 0\n0\nA\nB\nC\nD\nE\nt", 3),
        ("equal ranks", "4 2\n5 1=2 3 0\n3 3=4 0\n2 4 1=2 0\n0\nA\nB\nC\nD\nt", 2),
        ("skipped ranks", "3 1\n5 1 - 2 0\n3 - - 3 0\n0\nA\nB\nC\nt", 1),
        ("repeated candidates", "3 1\n5 1 1 2 0\n4 2 1 2 0\n0\nA\nB\nC\nt", 1),
        ("withdrawn", "3 1\n-1\n5 1 2 0\n4 3 1 0\n0\nA\nB\nC\nt", 1),
        ("everybody withdrawn", "2 1\n-1 -2\n5 1 2 0\n0\nA\nB\nt", 0),
        ("weight of 2^53", "3 1\n9007199254740992 1 2 0\n5 2 0\n0\nA\nB\nC\nt", 1),
    ];

    public static TheoryData<string, string> All() =>
        [.. from rule in CountingRule.All from input in Inputs select (rule.Id, input.What)];

    [Theory, MemberData(nameof(All))]
    public void Every_rule_has_an_answer(string id, string what)
    {
        var (_, blt, seats) = Inputs.Single(input => input.What == what);
        var rule = CountingRule.Find(id)!;
        var set = Elections.Blt(blt);
        set = rule.OneSeatOnly ? set.WithSeats(1) : set;
        set = rule.Reads == PapersSay.Grades ? set.Grading(6) : set;
        var story = rule.Count(set, Elections.Seed);
        var elected = story.Elected;
        var expected = Math.Min(set.Seats, seats);
        Assert.True(
            id == "equal-shares-without-completion"
                ? elected.Length <= expected
                : elected.Length == expected,
            $"{id} elected {elected.Length} and not {expected}: {story}"
        );
        Assert.DoesNotContain(elected, set.Withdrawn.Contains);
        Assert.Equal(StoryJson.Write(story), StoryJson.Write(rule.Count(set, Elections.Seed)));
    }

    [Theory]
    [InlineData("2 1\n9007199254740993 1 2 0\n0\nA\nB\nt")]
    [InlineData("2 1\n3 1 7 0\n0\nA\nB\nt")]
    [InlineData("2 0\n3 1 0\n0\nA\nB\nt")]
    public void What_cannot_be_counted_is_refused_with_its_place(string blt) =>
        Assert.NotEmpty(
            Assert
                .IsType<BltReading.Malformed>(
                    BltReader.Read(System.Text.Encoding.UTF8.GetBytes(blt))
                )
                .Findings
        );
}
