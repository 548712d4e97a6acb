using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Ballots;

public sealed class BallotReaderTests
{
    private const string PrefLib =
        "# FILE NAME: a.toc\n# TITLE: Logo\n# DATA TYPE: toc\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Ants\n# ALTERNATIVE NAME 2: Swirl\n# ALTERNATIVE NAME 3: Seal\n4: 2,{1,3}\n1: 1,2,3\n";

    private const string Categories =
        "# FILE NAME: a.cat\n# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 2\n2: {1,2},3\n1: {},{1,2,3}\n1: 3,{1,2}\n";

    private const string Tennessee =
        "{\"title\": \"Capital\"}\n=Memph:[Memphis, TN]\n# ratings\n42:Memph/5>Nash/2>Chat/1>Knox/0\n26:Nash/5>Chat/3>Knox/2>Memph/0\n15:Chat/5>Knox/3>Nash/2>Memph/0\n17:Knox/5>Chat/3>Nash/1>Memph/0\n3:\n";

    [Fact]
    public void PrefLib_orders_carry_names_title_and_equal_places()
    {
        var set = Read(PrefLib);
        Assert.Equal(
            ("Logo", 5L, "2 1=3"),
            (set.Title, set.Number, set.Papers[1].Ranking.ToString())
        );
        Assert.Equal(["Ants", "Swirl", "Seal"], set.Names);
    }

    [Fact]
    public void PrefLib_categories_are_grades_and_the_first_approves()
    {
        var set = Read(Categories);
        Assert.Equal(2, set.Grades);
        var story = Assert.IsType<CountStory.ByScores>(
            CountingRule.Find("approval")!.Count(set, Elections.ByNumber)
        );
        Assert.Equal("2 2 1", string.Join(' ', story.Count.Scores));
    }

    [Fact]
    public void PrefLib_alternatives_count_from_nought_where_one_is_named_so()
    {
        var set = Read(
            "# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 0: A\n# ALTERNATIVE NAME 1: B\n2: 1, 0\n"
        );
        Assert.Equal(
            ("A,B", "2 1"),
            (string.Join(',', set.Names), set.Papers[0].Ranking.ToString())
        );
    }

    [Fact]
    public void Abif_has_an_order_and_ratings_at_once()
    {
        var set = Read(Tennessee);
        Assert.Equal("Memphis, TN", set.Names[0]);
        Assert.Equal((103L, 6), (set.Number, set.Graded!.Grades));
        Assert.Equal("Nash", Winner(set, "schulze"));
        Assert.Equal("Nash", Winner(set, "star"));
        Assert.Equal("Nash", Winner(set, "score"));
    }

    [Fact]
    public void A_table_has_a_column_a_rank()
    {
        var set = Read(
            "count,rank1,rank2\n3,\"Eder, J.\",undervote\n2,undervote,Vail\n1,Vail,\"Eder, J.\"\n"
        );
        Assert.Equal(["Eder, J.", "Vail"], set.Names);
        Assert.Equal((6L, "- 2"), (set.Number, set.Papers[0].Ranking.ToString()));
    }

    [Fact]
    public void Approval_profiles_number_candidates_from_nought()
    {
        var set = Read("profile: [[0, 2],\n  {1}, []]\nnum_cand: 3\ncommitteesize: 2\n");
        Assert.Equal((3L, 2, 3), (set.Number, set.Seats, set.Names.Length));
        Assert.Equal("1=3", set.Papers[1].Ranking.ToString());
    }

    [Theory]
    [InlineData("# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n1: 1,5\n", "f:3:6: found \"5\"")]
    [InlineData("# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n1 1,2\n", "f:3:1: found \"1 1,2\"")]
    [InlineData("# DATA TYPE: toc\n# NUMBER ALTERNATIVES: 2\n1: {1,2\n", "f:3:7: found the end")]
    [InlineData("3:A>B\nx:A\n", "f:2:1: found \"x\"")]
    [InlineData("3:A>>B\n", "f:1:5: found \">\"")]
    [InlineData("3:A/high>B\n", "f:1:5: found \"high\"")]
    [InlineData("count,rank1\nmany,A\n", "f:2:1: found \"many\"")]
    [InlineData("profile: [[0, a]]\n", "f:1:15: found \"a\"")]
    [InlineData("# FILE NAME: x\n", "f:1:1: found nobody")]
    public void What_is_wrong_is_told_with_its_place(string text, string begins) =>
        Assert.StartsWith(
            begins,
            Assert
                .IsType<BallotReading.Malformed>(
                    BallotReader.Read(Encoding.UTF8.GetBytes(text), "f")
                )
                .Findings[0]
                .ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_form_can_be_told() =>
        Assert.IsType<BallotReading.Malformed>(
            BallotReader.Read(Encoding.UTF8.GetBytes(PrefLib), "f", "abc")
        );

    [Fact]
    public void A_form_nobody_knows_is_a_finding() =>
        Assert.IsType<BallotReading.Malformed>(BallotReader.Read("1"u8, "f", "xlsx"));

    [Fact]
    public void Any_change_to_a_file_gives_an_answer() =>
        Gen.Select(Gen.Int[0, 3], Gen.Select(Gen.Int[0, 400], Gen.Int[0, 2], Gen.Byte).List[0, 6])
            .Sample(
                (which, changes) =>
                {
                    var bytes = new List<byte>(
                        Encoding.UTF8.GetBytes(
                            which switch
                            {
                                0 => PrefLib,
                                1 => Categories,
                                2 => Tennessee,
                                _ => "profile: [[0, 2], {1}, []]\nnum_cand: 3\n",
                            }
                        )
                    );
                    foreach (var (place, kind, value) in changes)
                    {
                        var at = place % bytes.Count;
                        if (kind == 0)
                            bytes[at] = value;
                        else if (kind == 1)
                            bytes.Insert(at, value);
                        else if (bytes.Count > 1)
                            bytes.RemoveAt(at);
                    }
                    foreach (
                        var form in BallotReader.Forms.Add("").Select(f => f.Length > 0 ? f : null)
                    )
                        Assert.NotNull(BallotReader.Read(bytes.ToArray(), "f", form));
                },
                iter: 3_000
            );

    [Fact]
    public void Every_shared_file_of_these_forms_is_read()
    {
        if (Shared.Find("elections") is not { } elections)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(elections, "preflib")),
            .. Directory.EnumerateFiles(
                Path.Combine(elections, "abiftool", "mock-elections"),
                "*.abif"
            ),
            .. Directory.EnumerateFiles(
                Path.Combine(elections, "pref_voting"),
                "*.soc",
                SearchOption.AllDirectories
            ),
            .. Directory.EnumerateFiles(Path.Combine(elections, "derived"), "*.csv"),
        ];
        Assert.NotEmpty(files);
        Assert.All(
            files.Where(file => !file.EndsWith("mock-all-blank.abif", StringComparison.Ordinal)),
            file => Elections.Any_form(File.ReadAllBytes(file))
        );
        var logo = Elections.Any_form(
            File.ReadAllBytes(Path.Combine(elections, "preflib", "00002-00000008.toc"))
        );
        Assert.Equal("Swirl", Winner(logo, "schulze"));
    }

    private static BallotSet Read(string text) => Elections.Any_form(Encoding.UTF8.GetBytes(text));

    private static string Winner(BallotSet set, string rule) =>
        set.Names[
            CountingRule.Find(rule)!.Count(set.WithSeats(1), Elections.ByNumber).Elected[0].Number
                - 1
        ];
}
