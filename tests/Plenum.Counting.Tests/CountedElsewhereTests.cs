using System.Text;
using System.Text.Json;
using Plenum.Counting.Ballots;
using Plenum.Counting.Committees;
using Plenum.Counting.Majority;
using Plenum.Counting.Margins;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests;

/// <summary>
/// Small elections of <c>testdata/counts/cases</c> that were once counted wrongly. What is right was worked out from each
/// rule's text, with fractions or by trying everything, never with this library.
/// </summary>
public sealed class CountedElsewhereTests
{
    // Ben-Cem 6:1 is stronger than Cem-Ann 6:2, so that the way back from Cem, no stronger than Dua-Ben 6:5, is the weaker.
    [Fact]
    public void Of_beats_with_equal_papers_for_them_the_one_with_fewer_against_is_stronger()
    {
        var story = Counted("schulze", "01-strength-of-a-beat.blt");
        var count = Assert.IsType<CountStory.ByPairs>(story).Count;
        Assert.Equal("2 3 1 4", string.Join(' ', count.Order.Select(equal => equal.Single())));
        Assert.Empty(count.Ties);
        Assert.Equal([new Candidate(2)], story.Elected);
    }

    // STAR: a blank is nought. The second paper grades Ben with nought, as it does Ann by saying nothing.
    [Fact]
    public void A_blank_is_nought_in_star_and_prefers_nobody()
    {
        var story = Counted("star", "02-star-blank-is-nought.abif");
        Assert.Equal([new Candidate(1)], story.Elected);
        Assert.Equal(0, RuleLawTests.Ties(story));
    }

    public static TheoryData<string> OfApprovals() =>
        [
            .. CountingRule
                .All.Where(rule => rule.Reads == PapersSay.Approvals)
                .Select(rule => rule.Id)
                // Half of a seat's price is missing for everybody, and nobody completes it.
                .Where(id => id != "equal-shares-without-completion"),
        ];

    // 1=1 2 says 1 2, as does a first rank shared with somebody who withdrew: both are approved, and Ben has all three papers.
    [Theory, MemberData(nameof(OfApprovals))]
    public void A_first_rank_shared_with_oneself_or_with_somebody_withdrawn_is_not_shared(string id)
    {
        var text = Encoding.UTF8.GetString(
            File.ReadAllBytes(Case("03-repeat-in-a-first-rank.blt"))
        );
        foreach (
            var papers in new[]
            {
                text,
                text.Replace("1=1 2", "1=3 2", StringComparison.Ordinal)
                    .Replace("3 1\n", "3 1\n-3\n", StringComparison.Ordinal),
                // A skipped rank closes up before it is asked who shares the first.
                text.Replace("1=1 2", "- 1=1 - 2", StringComparison.Ordinal),
            }
        )
        {
            var set = Elections.Blt(papers);
            Assert.Equal([3L, 2L], new[] { 1, 0 }.Select(Approvals.Of(set).PapersFor));
            var story = CountingRule.Find(id)!.Count(set, Elections.ByNumber);
            Assert.Equal([new Candidate(2)], story.Elected);
            Assert.Equal(0, RuleLawTests.Ties(story));
        }
    }

    // Three all; stage 1 has three to two, so no lot is drawn and nobody else can win while nothing is changed.
    [Fact]
    public void A_tie_that_an_earlier_stage_breaks_is_no_margin_of_nought()
    {
        var set = Elections.Blt(File.ReadAllBytes(Case("04-margin-of-a-run-off.blt")));
        Assert.Equal([new Candidate(1)], InstantRunOff.Count(set, Elections.ByNumber).Elected);
        Assert.Equal(
            new Margin.Exactly(1),
            MarginOf.Rule(CountingRule.Find("irv")!, set, Elections.ByNumber)
        );
    }

    [Fact]
    public void Level_districts_are_a_tie_that_is_told_with_its_lot()
    {
        using var json = Apportioned(
            "05-districts-level.csv",
            new("biproportional", 1, Seed: "01")
        );
        var tie = Assert.Single(json.RootElement.GetProperty("ties").EnumerateArray());
        Assert.Equal(
            "districts d0 d1",
            $"{tie.GetProperty("of")} {string.Join(' ', tie.GetProperty("tied").EnumerateArray())}"
        );
        Assert.Equal("lot", tie.GetProperty("by").GetString());
        var chosen = Assert.Single(tie.GetProperty("chosen").EnumerateArray()).GetString()!;
        var lot = Assert.Single(tie.GetProperty("lots").EnumerateArray());
        Assert.Equal(chosen, "d" + (lot.GetProperty("drawn").GetInt32() - 1));
        Assert.Equal(
            1,
            json.RootElement.GetProperty("seats").GetProperty("l0").GetProperty(chosen).GetInt64()
        );
        Assert.Contains(
            "tie of districts for 1: d0, d1 -> d0\n",
            ApportionCommand
                .Run(File.ReadAllBytes(Case("05-districts-level.csv")), new("biproportional", 1))
                .Text,
            StringComparison.Ordinal
        );
    }

    // 199 of 1000 are below a fifth, and the other list has all ten.
    [Fact]
    public void A_margin_knows_the_threshold() =>
        Assert.Equal(
            "1",
            Margin("06-margin-with-a-threshold.csv", new("dhondt", 10, Threshold: "20%"))
        );

    // With 2 1 2 votes the first and the last have the two seats.
    [Fact]
    public void A_margin_by_Adams_knows_that_first_seats_go_to_the_larger() =>
        Assert.Equal("1", Margin("07-margin-by-adams.csv", new("adams", 2)));

    // Bare papers: A has all but one of them, C that one, and of those whom nobody names one is drawn.
    [Theory]
    [InlineData("meek")]
    [InlineData("warren")]
    [InlineData("meek-shared")]
    public void Very_many_papers_are_counted_without_a_division_by_nought(string id)
    {
        var story = Counted(id, "08-very-many-papers.blt");
        Assert.Equal([1, 3], story.Elected.Take(2).Select(c => c.Number));
        var count = Assert.IsType<CountStory.ByRounds>(story).Count;
        Assert.Equal(["2 4 5", "4 5"], count.Ties.Select(tie => string.Join(' ', tie.Tied)));
    }

    // All three are level, and the lot excludes Cem. Rule 48: whoever has the quota is elected by it at any stage; rule 53 comes
    // after.
    [Fact]
    public void Whoever_has_the_quota_at_the_last_stage_is_elected_by_it_and_stands_before_the_last_places()
    {
        var set = Elections.Blt(File.ReadAllBytes(Case("09-last-places.blt")));
        var count = ScottishStv.Count(set, new Lots.InOrder([new Candidate(3)]));
        Assert.Equal([2, 1], count.Elected.Select(c => c.Number));
        Assert.Equal(
            [
                new Election(new Candidate(2), ElectedBy.Quota),
                new Election(new Candidate(1), ElectedBy.LastVacancies),
            ],
            count.Stages[^1].Elected
        );
    }

    // The name holds the sign that stands for bytes which are none; bytes which are none are not that sign.
    [Fact]
    public void A_certificate_is_compared_byte_by_byte_and_not_after_decoding()
    {
        var file = File.ReadAllBytes(Case("10-certificate.blt"));
        var written = CertificateCommand.Write(file, new CountOptions("irv", Json: true));
        var claimed = Encoding.UTF8.GetBytes(written.Text);
        Assert.Equal(0, CertificateCommand.Verify(claimed, file, "", json: false).ExitCode);
        var at = claimed.AsSpan().IndexOf("\uFFFD"u8);
        byte[] forged = [.. claimed[..at], 0xFF, .. claimed[(at + 3)..]];
        Assert.NotEqual(0, CertificateCommand.Verify(forged, file, "", json: false).ExitCode);
    }

    [Fact]
    public void Whoever_verifies_a_seed_by_which_no_lot_was_drawn_is_told_that_it_proves_nothing()
    {
        var file = File.ReadAllBytes(Case("10-certificate.blt"));
        var written = CertificateCommand.Write(
            file,
            new CountOptions("irv", Json: true, Seed: "00")
        );
        var other = Encoding.UTF8.GetBytes(
            written.Text.Replace("\"seed\": \"00\"", "\"seed\": \"01\"", StringComparison.Ordinal)
        );
        var answer = CertificateCommand.Verify(other, file, "", json: false);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("no lot was drawn", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\"seed_used\": false",
            CertificateCommand.Verify(other, file, "", json: true).Text,
            StringComparison.Ordinal
        );
        // Where a lot was drawn there is nothing to say.
        var tied = "2 1\n1 1 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"t\"\n"u8.ToArray();
        var drawn = Encoding.UTF8.GetBytes(
            CertificateCommand.Write(tied, new CountOptions("irv", Json: true, Seed: "00")).Text
        );
        Assert.Equal("valid\n", CertificateCommand.Verify(drawn, tied, "", json: false).Text);
    }

    // A sheet in German or Spanish writes 1204 so.
    [Fact]
    public void Sizes_with_a_point_for_thousands_beside_whole_ones_are_refused_and_not_taken_for_one()
    {
        var answer = ApportionCommand.Run(
            File.ReadAllBytes(Case("11-sizes-with-a-point-for-thousands.csv")),
            new ApportionOptions("sainte-lague", 20, Json: true, File: "sizes.csv")
        );
        Assert.Equal(2, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Text);
        Assert.Equal(
            ["csv.thousands 2:6 \"1.204\"", "csv.thousands 4:5 \"2.310\""],
            json.RootElement.GetProperty("findings")
                .EnumerateArray()
                .Select(each =>
                    $"{each.GetProperty("code")} {each.GetProperty("line")}:{each.GetProperty("column")} {each.GetProperty("found")}"
                )
        );
    }

    [Fact]
    public void What_a_spreadsheet_saves_between_semicolons_is_read()
    {
        using var json = Apportioned("12-sizes-between-semicolons.csv", new("sainte-lague", 20));
        Assert.Equal(
            20,
            json.RootElement.GetProperty("seats").EnumerateObject().Sum(e => e.Value.GetInt32())
        );
        var set = Elections.Any_form(File.ReadAllBytes(Case("12-ranks-between-semicolons.csv")));
        Assert.Equal(["Ana", "Ben"], set.Names);
        Assert.Equal("1 2,2 1", string.Join(',', set.Papers.Select(each => each.Ranking)));
    }

    [Fact]
    public void One_candidate_in_two_spellings_is_told_and_not_taken_for_two()
    {
        var reading = BallotReader.Read(
            File.ReadAllBytes(Case("13-one-candidate-in-two-spellings.csv")),
            "ranks.csv"
        );
        var finding = Assert.Single(Assert.IsType<BallotReading.Malformed>(reading).Findings);
        Assert.Equal(
            ("csv.spelling", 5, 1, "\"ben\""),
            (finding.Code, finding.Line, finding.Column, finding.Found)
        );
        Assert.Contains("\"Ben\"", finding.Expected, StringComparison.Ordinal);
        Assert.Contains("capitals", finding.Expected, StringComparison.Ordinal);
    }

    // Both reach the quota of 13 with 14 votes at one stage; at the one before Ben had 11 and Ada 10.
    [Fact]
    public void Two_elected_at_one_stage_with_equal_votes_stand_as_the_rule_breaks_ties_and_are_told()
    {
        var set = Elections.Blt(File.ReadAllBytes(Case("14-two-elected-at-one-stage.blt")));
        var count = ScottishStv.Count(set, Elections.ByNumber);
        Assert.Equal([2, 1], count.Elected.Select(c => c.Number));
        var tie = Assert.Single(count.Ties);
        Assert.Equal(
            (count.Stages.Single(stage => stage.Elected.Length == 2).Number, new Candidate(2)),
            (tie.Stage, tie.Chosen)
        );
        Assert.IsType<TieStep.EarlierStage>(Assert.Single(tie.Steps));
    }

    internal static string Case(string name) =>
        Path.Combine(Golden.Root, "testdata", "counts", "cases", name);

    private static CountStory Counted(string rule, string name) =>
        CountingRule
            .Find(rule)!
            .Count(Elections.Any_form(File.ReadAllBytes(Case(name))), Elections.ByNumber);

    private static JsonDocument Apportioned(string name, ApportionOptions options)
    {
        var answer = ApportionCommand.Run(
            File.ReadAllBytes(Case(name)),
            options with
            {
                Json = true,
            }
        );
        Assert.Equal(0, answer.ExitCode);
        return JsonDocument.Parse(answer.Text);
    }

    private static string? Margin(string name, ApportionOptions options)
    {
        using var json = Apportioned(name, options);
        return json.RootElement.GetProperty("margin").GetString();
    }
}
