using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Ballots;

public sealed class BltReaderTests
{
    private const string Plain =
        "3 2\n4 1 2 0\n2 3 0\n0\n\"Castor\"\n\"Pollux\"\n\"Helen\"\n\"Gemini\"\n";

    public static TheoryData<string, string> SameAsPlain() =>
        new()
        {
            { "one line", "3 2 4 1 2 0 2 3 0 0 \"Castor\" \"Pollux\" \"Helen\" \"Gemini\"" },
            { "windows line ends", Plain.Replace("\n", "\r\n", StringComparison.Ordinal) },
            { "no final newline", Plain.TrimEnd() },
            { "byte-order mark", "\uFEFF" + Plain },
            { "bare names", "3 2\n4 1 2 0\n2 3 0\n0\nCastor\nPollux\nHelen\nGemini" },
            { "bare words on one line", "3 2 4 1 2 0 2 3 0 0 Castor Pollux Helen Gemini" },
            {
                "comments",
                "3 2 # seats\n4 1 2 0 /* twins\n of Leda */\n2 3 0 # Helen\n0\n\"Castor\"\n\"Pollux\"\n\"Helen\"\n\"Gemini\" # end"
            },
            {
                "nicknames",
                "3 2\n[nick c p h]\n4 c p 0\n2 h 0\n0\n\"Castor\"\n\"Pollux\"\n\"Helen\"\n\"Gemini\""
            },
            { "options of others", "3 2\n[droop arithmetic=fixed]\n[undeclared 3]\n" + Plain[4..] },
            {
                "identifiers for weights",
                "3 2\n(a) 1 2 0\n(b) 1 2 0\n(c) 1 2 0\n(d) 1 2 0\n(e) 3 0\n(f) 3 0\n" + Plain[18..]
            },
            {
                "commas",
                "3, 2,\n4, 1, 2, 0,\n2, 3, 0,\n0,\n\"Castor\",\n\"Pollux\",\n\"Helen\",\n\"Gemini\",\n"
            },
            {
                "no final zeros",
                "3 2\n4 1 2\n2 3\n0\n\"Castor\"\n\"Pollux\"\n\"Helen\"\n\"Gemini\"\n"
            },
            {
                "some final zeros",
                "3 2\n2 1 2\n2 1 2 0\n2 3\n0\n\"Castor\"\n\"Pollux\"\n\"Helen\"\n\"Gemini\"\n"
            },
            { "source and comment after the title", Plain + "\"source\" \"comment\"\n" },
            {
                "unaggregated",
                "3 2\n1 3 0\n3 1 2 0\n1 3 0\n1 1 2 0\n0 3 1 0\n"
                    + Plain[18..].Replace("0 3 1 0\n", "", StringComparison.Ordinal)
            },
            { "weight zero", "3 2\n4 1 2 0\n2 3 0\n0\n" + Plain[20..] },
            {
                "PrefLib names",
                "3 2\n4 1 2 0\n2 3 0\n0\n# ALTERNATIVE NAME 1: Castor\n# ALTERNATIVE NAME 2: Pollux\n# ALTERNATIVE NAME 3: Helen\nGemini"
            },
        };

    [Theory, MemberData(nameof(SameAsPlain))]
    public void Every_form_in_use_reads_as_the_plain_one(string form, string text)
    {
        Assert.NotEmpty(form);
        Assert.Equal(Plain, Canonical(Elections.Blt(text)));
    }

    [Theory]
    [InlineData("-2 -3")]
    [InlineData("[withdrawn 2 3]")]
    public void Withdrawals_are_read_in_both_forms(string withdrawal) =>
        Assert.Equal(
            Elections.Candidates(2, 3),
            Elections.Blt($"3 1\n{withdrawal}\n1 1 0\n0\nA\nB\nC\nt").Withdrawn
        );

    [Theory]
    [InlineData("1=2 3")]
    [InlineData("(1 2) 3")]
    [InlineData("(2, 1) 3")]
    public void Equal_ranks_are_read_in_both_forms(string paper)
    {
        var ranks = Elections.Blt($"3 1\n1 {paper} 0\n0\nA\nB\nC\nt").Papers.Single().Ranking.Ranks;
        Assert.Equal([2, 1], ranks.Select(rank => rank.Length));
    }

    // Found by the checker: the papers of one voter had two roots.
    [Fact]
    public void Who_shares_a_rank_shares_it_in_whatever_order_they_are_written()
    {
        var one = Elections.Blt("4 1\n2 4 3=1=2 0\n3 2=1 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n");
        var other = Elections.Blt(
            "4 1\n1 4 (2 3 1) 0\n1 4 1=2=3 0\n3 1=2 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n"
        );
        Assert.Equal(PapersRoot.Of(one), PapersRoot.Of(other));
    }

    [Fact]
    public void A_skipped_rank_is_kept_as_skipped() =>
        Assert.Equal(
            "1 - 2",
            Elections.Blt("2 1\n1 1 - 2 0\n0\nA\nB\nt").Papers.Single().Ranking.ToString()
        );

    [Fact]
    public void A_header_without_candidates_takes_their_number_from_the_names_and_zeros_as_skipped_ranks()
    {
        var ballots = Elections.Blt("0 1\n1 0 0 1 0\n1 2 1 0\n0\n\"A\"\n\"B\"\n\"t\"\n");
        Assert.Equal("A|B", string.Join('|', ballots.Names));
        Assert.Equal(
            "- - 1|2 1",
            string.Join('|', ballots.Papers.Select(papers => papers.Ranking))
        );
    }

    [Fact]
    public void Windows_1252_is_read_where_the_bytes_are_not_UTF_8()
    {
        byte[] bytes =
        [
            .. "1 1\n1 1 0\n0\n\"Se"u8,
            0xE1,
            .. "n O"u8,
            0x92,
            .. "Brien"u8,
            0x80,
            .. "\"\n\"t\""u8,
        ];
        Assert.Equal(["Seán O’Brien€"], Elections.Blt(bytes).Names);
    }

    [Fact]
    public void Doubled_quotes_stand_for_themselves_and_a_party_is_put_in_parentheses() =>
        Assert.Equal(
            ["Ann \"Red\" Lee", "Bo (Independent)"],
            Elections
                .Blt("2 1\n1 1 0\n0\n\"Ann \"\"Red\"\" Lee\"\n\"Bo\" \"Independent\"\n\"t\"\n")
                .Names
        );

    [Theory]
    [InlineData("", "blt.not-a-number", 1, 1)]
    [InlineData("x 2", "blt.not-a-number", 1, 1)]
    [InlineData("3 0\n", "blt.out-of-range", 1, 3)]
    [InlineData("99999999 1\n", "blt.out-of-range", 1, 1)]
    [InlineData("0 1\n0\n", "blt.missing-names", 3, 1)]
    [InlineData("2 1\n1 1 3 0\n0\nA\nB\nt", "blt.unknown-candidate", 2, 5)]
    [InlineData("2 1\n1 one 0\n0\nA\nB\nt", "blt.unknown-candidate", 2, 3)]
    [InlineData("2 1\n3/4 1 0\n0\nA\nB\nt", "blt.not-a-weight", 2, 1)]
    [InlineData("2 1\n-5 1 0\n0\nA\nB\nt", "blt.unknown-candidate", 2, 1)]
    [InlineData("2 1\n9007199254740993 1 0\n0\nA\nB\nt", "blt.weight", 2, 1)]
    [InlineData("2 1\n123456789012345678901234567890 1 0\n0\nA\nB\nt", "blt.weight", 2, 1)]
    [InlineData("2 1\n1 1 0\n0\nA", "blt.missing-names", 4, 2)]
    [InlineData("2 1\n1 1 0\n0\n\"A\n\"B\"\n\"t\"", "blt.unclosed", 4, 1)]
    [InlineData("2 1\n/* 1 1 0\n0\nA\nB\nt", "blt.not-a-weight", 2, 1)]
    [InlineData("2 1\n[colour red]\n0\nA\nB\nt", "blt.unknown-option", 2, 2)]
    [InlineData("2 1\n[nick a]\n0\nA\nB\nt", "blt.nicknames", 2, 8)]
    public void What_is_wrong_is_said_with_its_place(string text, string code, int line, int column)
    {
        var malformed = Assert.IsType<BallotReading.Malformed>(
            BltReader.Read(Encoding.UTF8.GetBytes(text), "f.blt")
        );
        var first = malformed.Findings[0];
        Assert.Equal(
            (code, "f.blt", line, column),
            (first.Code, first.File, first.Line, first.Column)
        );
    }

    [Fact]
    public void Several_unknown_candidates_are_reported_together() =>
        Assert.Equal(
            3,
            Assert
                .IsType<BallotReading.Malformed>(
                    BltReader.Read("2 1\n1 3 4 0\n1 5 0\n0\nA\nB\nt"u8)
                )
                .Findings.Count(finding => finding.Code == "blt.unknown-candidate")
        );

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread() =>
        Assert.Equal(
            "blt.too-large",
            Assert
                .IsType<BallotReading.Malformed>(
                    BltReader.Read("2 1\n"u8, limits: new BallotLimits(Bytes: 3))
                )
                .Findings.Single()
                .Code
        );

    [Theory]
    [InlineData("0 1\n-5\n1 1 0\n0\nA\nB\nt", "blt.unknown-candidate")]
    [InlineData("0 1\n1 3 0\n0\nA\nB\nt", "blt.unknown-candidate")]
    [InlineData("0 1\n1 1 0\n0\nA\nB\nC\nD\nE\nF\nG\nt", "blt.too-many")]
    [InlineData("2 1\n1 1 0\n0\nA\nBBBBBBBBBBBB\nt", "blt.too-many")]
    public void What_only_the_names_can_show_is_found_too(string text, string code) =>
        Assert.Equal(
            code,
            Assert
                .IsType<BallotReading.Malformed>(
                    BltReader.Read(
                        Encoding.UTF8.GetBytes(text),
                        limits: new BallotLimits(Candidates: 6, NameLength: 9)
                    )
                )
                .Findings[0]
                .Code
        );

    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Elections.Any.Sample(ballots =>
            Canonical(Elections.Blt(BltWriter.Write(ballots))) == Canonical(ballots)
        );

    [Fact]
    public void Mutated_files_give_an_answer_and_never_an_exception()
    {
        var seeds = Directory
            .EnumerateFiles(Path.Combine(Golden.Root, "testdata", "counts"), "*.blt")
            .Select(File.ReadAllBytes)
            .Append([
                .. "3 1\n[nick a b c]\n[tie b]\n-1\n(x) a=b - c 0\n2 (a b) c\n0\n\"A\" \"\"\"P\"\"\"\nB b # c\nC\n\"t\""u8,
            ])
            .ToArray();
        var edit = Gen.Select(
            Gen.Int[0, 300],
            Gen.OneOf(Gen.Byte, From("0 ()[]=\"#/*-,\n1"u8.ToArray())),
            Gen.Int[0, 2]
        );
        Gen.Select(From(seeds), edit.Array[1, 12])
            .Sample(
                (seed, edits) =>
                {
                    var bytes = seed.ToList();
                    foreach (var (at, with, how) in edits)
                    {
                        var place = bytes.Count == 0 ? 0 : at % bytes.Count;
                        if (how == 0 || bytes.Count == 0)
                            bytes.Insert(place, with);
                        else if (how == 1)
                            bytes[place] = with;
                        else
                            bytes.RemoveAt(place);
                    }
                    switch (BltReader.Read(bytes.ToArray()))
                    {
                        case BallotReading.Read(var ballots):
                            Assert.Equal(
                                Canonical(ballots),
                                Canonical(Elections.Blt(BltWriter.Write(ballots)))
                            );
                            break;
                        case BallotReading.Malformed(var findings):
                            Assert.InRange(findings.Length, 1, 20);
                            break;
                    }
                }
            );
    }

    [Fact]
    public void Every_ballot_file_of_the_reference_data_is_read()
    {
        if (Shared.Find("elections") is not { } elections)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var files = Directory
            .EnumerateFiles(elections, "*.blt", SearchOption.AllDirectories)
            .ToList();
        // Its weights are beyond 2^53 and refused on purpose.
        var wrong = files
            .Where(file => !file.Contains("ballot_sum_overflows", StringComparison.Ordinal))
            .SelectMany(file =>
                BltReader.Read(File.ReadAllBytes(file), file) is BallotReading.Malformed(var f)
                    ? f.Take(1)
                    : []
            );
        Assert.Empty(wrong);
    }

    private static Gen<T> From<T>(T[] values) =>
        Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Canonical(BallotSet ballots) =>
        Encoding.UTF8.GetString(BltWriter.Write(ballots));
}
