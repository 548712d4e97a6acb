using System.Text;
using System.Text.Json;
using Plenum.Counting.Ballots;
using Plenum.Counting.Constraints;

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
        ("2^62 papers", $"6 2\n{Most()}0\nA\nB\nC\nD\nE\nF\nt", 2),
        ("one paper for one seat", "3 1\n1 2 1 0\n0\nA\nB\nC\nt", 1),
        ("weight zero alone", "3 1\n0 2 1 0\n0\nA\nB\nC\nt", 1),
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

    // What says nothing is as if it were not there, and so is whoever withdrew.
    private static readonly (string What, string Blt, string Same)[] EqualsAlways =
    [
        ("weight zero", "5 1 2 0\n0 2 1 0\n3 2 0\n", "5 1 2 0\n3 2 0\n"),
        ("a repeated candidate", "5 1 2 1 0\n4 2 3 2 0\n", "5 1 2 0\n4 2 3 0\n"),
        ("a mark repeated beside another", "5 1 1=2 0\n4 2 3 0\n", "5 1 2 0\n4 2 3 0\n"),
        ("a rank skipped at the end", "5 1 2 - - 0\n4 2 0\n", "5 1 2 0\n4 2 0\n"),
        ("blank papers apart", "5 1 2 0\n2 0\n4 3 0\n3 0\n", "5 1 2 0\n5 0\n4 3 0\n"),
        ("papers in two heaps", "2 1 2 0\n4 3 0\n3 1 2 0\n", "5 1 2 0\n4 3 0\n"),
        ("withdrawn at the end", "-3\n5 1 2 3 0\n4 2 0\n", "-3\n5 1 2 0\n4 2 0\n"),
        ("withdrawn alone", "-3\n5 1 2 0\n4 3 0\n", "-3\n5 1 2 0\n4 0\n"),
    ];

    // A skipped rank is a grade nobody has, so these hold of orders and approvals alone.
    private static readonly (string What, string Blt, string Same)[] EqualsUngraded =
    [
        ("a skipped rank", "5 1 - 2 0\n4 - - 3 2 0\n", "5 1 2 0\n4 3 2 0\n"),
        ("withdrawn before others", "-1\n5 1 2 0\n4 3 1 2 0\n", "-1\n5 2 0\n4 3 2 0\n"),
        ("a candidate repeated at once", "5 1 1 2 0\n4 2 2 3 0\n", "5 1 2 0\n4 2 3 0\n"),
        ("everything at once", "-1\n5 1 - 2 2 0\n0 3 0\n1 1 0\n", "-1\n5 2 0\n1 0\n"),
    ];

    public static TheoryData<string, string> OfEquals() =>
        [
            .. from rule in CountingRule.All
            from pair in rule.Reads == PapersSay.Grades
                ? EqualsAlways
                : [.. EqualsAlways, .. EqualsUngraded]
            select (rule.Id, pair.What),
        ];

    [Theory, MemberData(nameof(OfEquals))]
    public void What_says_nothing_changes_no_byte_of_any_count(string id, string what)
    {
        var (_, blt, same) = EqualsAlways.Concat(EqualsUngraded).Single(pair => pair.What == what);
        Assert.Equal(Told(same), Told(blt));

        string Told(string papers) =>
            StoryJson.Write(
                RuleLawTests.Counted(
                    id,
                    RuleLawTests.Fitting(id, Elections.Blt($"3 2\n{papers}0\nA\nB\nC\nt"))
                )
            );
    }

    [Theory, MemberData(nameof(Rules))]
    public void Limits_that_contradict_each_other_are_refused_by_every_rule(string id)
    {
        var rule = CountingRule.Find(id)!;
        var group = new PlaceGroup("gender", "women", 2, 3, [.. Elections.Candidates(1)]);
        var other = new PlaceGroup("gender", "men", 0, 3, [.. Elections.Candidates(2, 3)]);
        var set = RuleLawTests
            .Fitting(id, Elections.Blt("3 2\n5 1 2 0\n0\nA\nB\nC\nt"))
            .WithLimits(new PlaceLimits([group, other]));
        var refused = Assert.IsType<CountStory.Refused>(rule.Count(set, Elections.Seed));
        Assert.Equal(rule.KeepsLimits ? "count.contradiction" : "count.constraints", refused.Code);
        Assert.NotEmpty(refused.Found + refused.Expected);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Every_rule_answers_every_odd_file_at_the_door(string id)
    {
        foreach (var (what, blt, _) in Inputs)
        {
            var answer = CountCommand.Run(
                Encoding.UTF8.GetBytes(blt),
                new CountOptions(id, Json: true, File: "odd.blt")
            );
            using var json = JsonDocument.Parse(answer.Text);
            var rule = CountingRule.Find(id)!;
            var counted = rule.Reads != PapersSay.Grades && (!rule.OneSeatOnly || blt[2] == '1');
            Assert.True(counted == (answer.ExitCode == 0), $"{what}: {answer}");
            Assert.Equal(counted, json.RootElement.TryGetProperty("elected", out _));
            Assert.Equal(!counted, json.RootElement.TryGetProperty("findings", out _));
        }
    }

    public static TheoryData<string> Rules() => [.. CountingRule.All.Select(rule => rule.Id)];

    // All that a set may hold, and of one mind about the first: 512 rankings of 2^53 papers each.
    private static string Most() =>
        string.Concat(
            Enumerable
                .Range(0, 512)
                .Select(n =>
                    $"9007199254740992 1 {(n % 6) + 1} {(n / 6 % 6) + 1} {(n / 36 % 6) + 1} {(n / 216) + 1} 0\n"
                )
        );

    [Theory]
    [InlineData("2 1\n9007199254740993 1 2 0\n0\nA\nB\nt")]
    [InlineData("2 1\n3 1 7 0\n0\nA\nB\nt")]
    [InlineData("2 0\n3 1 0\n0\nA\nB\nt")]
    public void What_cannot_be_counted_is_refused_with_its_place(string blt) =>
        Assert.NotEmpty(
            Assert
                .IsType<BallotReading.Malformed>(
                    BltReader.Read(System.Text.Encoding.UTF8.GetBytes(blt))
                )
                .Findings
        );
}
