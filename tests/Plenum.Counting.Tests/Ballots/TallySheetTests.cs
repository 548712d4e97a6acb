using Plenum.Counting.Ballots;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Ballots;

public sealed class TallySheetTests
{
    [Fact]
    public void A_tally_sheet_of_Debian_is_read_with_its_ranks_skips_and_strokes()
    {
        var set = Elections.Any_form(
            """
            Tally Sheet for the votes cast.

                 Option 1------->: Anna
               /  Option 2------>: Berta
               |/  Option 3----->: None of the above
            V: 123 abcdef0123456789
            V: 1-1 fedcba9876543210
            V: 31- 00
            V: --- 11
            """u8.ToArray()
        );
        Assert.Equal(["Anna", "Berta", "None of the above"], set.Names);
        Assert.Equal(4, set.Number);
        Assert.Equal(
            ["", "1 2 3", "1=3", "2 - 1"],
            set.Papers.Select(p => p.Ranking.ToString()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [new Candidate(1)],
            CountingRule.Find("schulze")!.Count(set, Elections.ByNumber).Elected
        );
    }

    [Fact]
    public void A_line_with_fewer_marks_than_options_is_refused_with_its_place()
    {
        var read = BallotReader.Read("V: 123 a\nV: 12 b\n"u8);
        var finding = Assert.Single(Assert.IsType<BallotReading.Malformed>(read).Findings);
        Assert.Equal(("debian.marks", 2), (finding.Code, finding.Line));
    }

    [Theory]
    [InlineData("test_set_1_exhaust_at_overvote/test_set_1_exhaust_at_overvote_cvr.json")]
    [InlineData("nist_xml_cdf_2/nist_xml_cdf_2.xml")]
    public void Cast_vote_records_in_the_common_format_are_told_by_their_content(string file)
    {
        var bytes = File.ReadAllBytes(
            Path.Combine(Golden.Root, "testdata", "counts", "rctab", file)
        );
        var set = Elections.Any_form(bytes);
        Assert.NotEmpty(set.Names);
        Assert.True(set.Number > 0);
    }

    [Theory]
    [InlineData("{\"CVR\": [], \"@type\": \"CVR.CastVoteRecordReport\"}")]
    [InlineData("{\"@type\": \"CVR.CastVoteRecordReport\", ")]
    [InlineData("<CastVoteRecordReport><CVR></CastVoteRecordReport>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><CastVoteRecordReport>&b;</CastVoteRecordReport>")]
    public void Broken_records_are_refused_and_never_thrown(string text) =>
        Assert.IsType<BallotReading.Malformed>(
            BallotReader.Read(System.Text.Encoding.UTF8.GetBytes(text))
        );
}
