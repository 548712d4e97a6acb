using System.Text;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests.Ballots;

/// <summary>What is too large is refused in words, before it costs anything.</summary>
public sealed class ReaderLimitTests
{
    private static readonly BallotLimits Small = new(
        Bytes: 400,
        Candidates: 3,
        PapersOfOneLine: 50,
        MarksOfOneLine: 4,
        NameLength: 10
    );

    public static TheoryData<string> Forms() => [.. BallotReader.Forms];

    [Theory, MemberData(nameof(Forms))]
    public void A_file_of_too_many_bytes_is_refused_in_every_form(string form)
    {
        var finding = Refused(new string(' ', 401), form);
        Assert.Equal(
            ("f", 1, 1, "401"),
            (finding.File, finding.Line, finding.Column, finding.Found)
        );
        Assert.Equal("at most 400 bytes", finding.Expected);
    }

    [Theory]
    [InlineData("blt", "4 1\n1 1 0\n0\na\nb\nc\nd\nt", 1, 1)]
    [InlineData("preflib", "# NUMBER ALTERNATIVES: 4\n1: 1\n", 1, 23)]
    [InlineData("abif", "1:a>b>c>d\n", 1, 1)]
    [InlineData("csv", "rank1\na\nb\nc\nd\n", 1, 1)]
    [InlineData("abc", "profile: [[3]]\n", 1, 12)]
    public void Too_many_candidates_are_refused(string form, string text, int line, int column) =>
        AssertAt(line, column, Refused(text, form));

    [Theory]
    [InlineData("blt", "3 1\n51 1 0\n0\na\nb\nc\nt", 2, 1)]
    [InlineData("preflib", "# NUMBER ALTERNATIVES: 2\n51: 1\n", 2, 1)]
    [InlineData("abif", "51:a\n", 1, 1)]
    [InlineData("csv", "count,rank1\n51,a\n", 2, 1)]
    [InlineData("abc", "profile: [[0]]\nvoter_weights: [51]\n", 2, 15)]
    public void A_line_for_too_many_papers_is_refused(
        string form,
        string text,
        int line,
        int column
    ) => AssertAt(line, column, Refused(text, form));

    // Another of them: every line had a list for each of ten thousand grades.
    [Fact]
    public void High_ratings_on_many_lines_are_refused_before_each_line_has_a_place_for_every_grade()
    {
        var few = Encoding.UTF8.GetBytes("1:a/10000>b/3\n2:b/7\n3:a/1\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Assert.IsType<BallotReading.Read>(
            BallotReader.Read(few, "f", "abif", threads: 1)
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(10_001, read.Ballots.Graded!.Grades);
        Assert.Equal(
            "10003 17",
            string.Join(
                ' ',
                Assert
                    .IsType<CountStory.ByScores>(
                        CountingRule.Find("score")!.Count(read.Ballots, Elections.Seed)
                    )
                    .Count.Scores
            )
        );
        var many = string.Concat(Enumerable.Repeat("1:a/10000\n", 5_000));
        Assert.IsType<BallotReading.Malformed>(
            BallotReader.Read(Encoding.UTF8.GetBytes(many), "f", "abif")
        );
    }

    // And another, not in UTF-8: the column told was beyond the end of the line.
    [Fact]
    public void Where_a_document_is_broken_is_told_in_characters_whatever_its_bytes_were() =>
        Assert.All(
            new[]
            {
                "{\n\"\u00E9\u00E9\u00E9\u00E9\" x"u8.ToArray(),
                Encoding.Latin1.GetBytes("{\n\"\u00E9\u0080\u0080\u00E9\" x"),
            },
            bytes =>
                AssertAt(
                    2,
                    8,
                    Assert
                        .IsType<BallotReading.Malformed>(BallotReader.Read(bytes, "f", "cvr"))
                        .Findings[0]
                )
        );

    // A file found among a million broken ones: what was read could not be written and read again.
    [Fact]
    public void The_length_of_a_name_is_that_of_its_characters_and_not_of_the_quotes_around_them()
    {
        var quotes = new string('"', 10);
        var text = $"1 1\n0\n\"{quotes}{quotes}\"\n\"t\"\n";
        var read = Assert.IsType<BallotReading.Read>(
            BltReader.Read(Encoding.UTF8.GetBytes(text), "f", Small)
        );
        Assert.Equal(quotes, Assert.Single(read.Ballots.Names));
        Assert.Equal(text, Encoding.UTF8.GetString(BltWriter.Write(read.Ballots)));
        Assert.IsType<BallotReading.Malformed>(
            BltReader.Read(
                Encoding.UTF8.GetBytes($"1 1\n0\n\"{quotes}{quotes}1\"\n\"t\"\n"),
                "f",
                Small
            )
        );
    }

    [Theory]
    [InlineData("blt", "3 1\n1 1 2 1 2 1 0\n0\na\nb\nc\nt")]
    [InlineData("preflib", "# NUMBER ALTERNATIVES: 2\n1: 1,2,1,2,1\n")]
    [InlineData("abif", "1:a>b>a>b>a>b\n")]
    [InlineData("csv", "rank1,rank2,rank3,rank4,rank5\na,b,a,b,a\n")]
    public void A_paper_of_too_many_marks_is_refused(string form, string text) =>
        Assert.EndsWith("too-many", Refused(text, form).Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("blt", "1 1\n1 1 0\n0\n\"abcdefghijk\"\nt")]
    [InlineData("preflib", "# ALTERNATIVE NAME 1: abcdefghijk\n1: 1\n")]
    [InlineData("abif", "=a:[abcdefghijk]\n1:a\n")]
    [InlineData("csv", "rank1\nabcdefghijk\n")]
    public void A_name_that_is_too_long_is_refused(string form, string text) =>
        Assert.EndsWith("too-many", Refused(text, form).Code, StringComparison.Ordinal);

    [Fact]
    public void More_candidates_than_a_set_can_number_are_refused_even_when_the_limits_allow_them() =>
        Assert.StartsWith(
            "blt.out-of-range",
            Assert
                .IsType<BallotReading.Malformed>(
                    BltReader.Read("40000 1\n0\n"u8, "f", new BallotLimits(Candidates: 50_000))
                )
                .Findings[0]
                .Code,
            StringComparison.Ordinal
        );

    private static void AssertAt(int line, int column, Finding finding) =>
        Assert.Equal((line, column), (finding.Line, finding.Column));

    private static Finding Refused(string text, string form) =>
        Assert
            .IsType<BallotReading.Malformed>(
                BallotReader.Read(Encoding.UTF8.GetBytes(text), "f", form, Small)
            )
            .Findings[0];
}
