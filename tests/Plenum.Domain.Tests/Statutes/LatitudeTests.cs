using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

/// <summary>
/// Statutes that leave no time or no share for a right do not conform (the other side of every bound); those in force
/// stand, are told, and go by the charter's bound.
/// </summary>
public sealed class LatitudeTests
{
    private static readonly string Good = Templates.Text("local-union", small: false);

    // Each conformed before without a warning, or with no more than one.
    public static TheoryData<string, string, string> Frozen =>
        new()
        {
            {
                "C8",
                "  majority: \">= 2/3 of cast\" # charter: C8",
                "  majority: \">= 1/1 of eligible\""
            },
            {
                "C8",
                "  majority: \">= 2/3 of cast\" # charter: C8",
                "  majority: \">= 2/3 of eligible\""
            },
            {
                "C8",
                "programme_majority: \">= 2/3 of cast\"",
                "programme_majority: \"> 99/100 of cast\""
            },
            { "C8", "notice: P56D", "notice: P99Y" },
            { "C8", "notice: P56D", "notice: PT1M" },
            { "C8", "cooling_off: P6M", "cooling_off: P99Y" },
            { "C8", "vote_lasts: P14D", "vote_lasts: PT1M" },
            { "C8", "  initiative: \"max(3, 5%)\"", "  initiative: \"100%\"" },
            { "C8", "wording_published: P21D", "wording_published: P99Y" },
            { "C16", "debate: P7D", "debate: P99Y" },
            { "C16", "debate: P7D", "debate: PT1M" },
            { "C16", "reopen_after: P6M", "reopen_after: P99Y" },
            { "C16", "supporters: \"max(2, 2%)\"", "supporters: \"100%\"" },
            {
                "C16",
                "majority: \"> 1/2 of cast\" # default: simple",
                "majority: \">= 1/1 of eligible\" # default: simple"
            },
            {
                "C16",
                "majority: \"> 1/2 of cast\" # default: simple",
                "majority: \">= 1/10 of cast\" # default: simple"
            },
            {
                "C16",
                "majority: \"> 1/2 of cast\" # default: simple",
                "majority: \">= 1/2 of cast\" # default: simple"
            },
            { "C16", "minority_report: \"max(2, 10%)\"", "minority_report: \"100%\"" },
            { "C16", "support_window: P14D", "support_window: PT1M" },
            { "C16", "members_vote: \"10%\"", "members_vote: \"100%\"" },
            { "C16", "assembly: \"max(5, 10%)\"", "assembly: \"100%\"" },
            {
                "C16",
                "    notice: P7D # default: time to change",
                "    notice: P99Y # default: time to change"
            },
            {
                "C16",
                "    notice: P7D # default: time to change",
                "    notice: PT1M # default: time to change"
            },
            { "C16", "quorum: \"> 1/2 of seats\"", "quorum: \"> 1/2 of cast\"" },
            { "C16", "quorum: \"> 1/2 of seats\"", "quorum: \">= 1/1 of seats\"" },
            { "C16", "meets_every: P1M", "meets_every: P99Y" },
            {
                "C16",
                "window: P30D # default: time to collect",
                "window: PT1M # default: time to collect"
            },
            { "C16", "challenge_within: P30D", "challenge_within: P99Y" },
            { "C17", "nomination: P14D", "nomination: PT1M" },
            { "C17", "  voting: P7D", "  voting: PT1M" },
            { "C17", "protest_decision: P14D", "protest_decision: PT1M" },
            { "C17", "protest: P10D", "protest: P99Y" },
            { "C17", "supporters: 0", "supporters: 999" },
            { "C17", "tie: lot_public_seed", "tie: runoff" },
            { "C2", "    lasts: P7D", "    lasts: PT1M" },
            { "C2", "    lasts: P7D", "    lasts: P99Y" },
            { "C1", "    term: P1Y", "    term: P99Y" },
            {
                "C13",
                "    open_to_members: true",
                "    eligible_after: P99Y\n    open_to_members: true"
            },
            { "C15", "decides_within: P14D", "decides_within: PT1M" },
            { "C19", "minimum_age: 14", "minimum_age: 99" },
            { "C19", "attested_by: 2", "attested_by: 99" },
            {
                "C19",
                "powers: [admit, convene, contact, execute]",
                "powers: [convene, contact, execute]"
            },
            {
                "C18",
                "powers: [convene, desk, contact, register]",
                "powers: [convene, contact, register]"
            },
            {
                "C20",
                "elected_by: members # charter: C13\n    method: scottish_stv # default: seats in proportion to votes\n    term: P1Y # historical: IWW, one year\n    max_consecutive: 3 # historical: IWW, three in a row\n    powers: [keep]",
                "elected_by: committee\n    method: scottish_stv # default: seats in proportion to votes\n    term: P1Y # historical: IWW, one year\n    max_consecutive: 3 # historical: IWW, three in a row\n    powers: [keep]"
            },
            {
                "C9",
                "id: auditors # default: the word used in the other articles\n    title: Auditors # default: plain name\n    kind: committee # default: what it is\n    seats: 3 # default: small enough to agree, large enough to check each other\n    elected_by: members",
                "id: auditors # default: the word used in the other articles\n    title: Auditors # default: plain name\n    kind: committee # default: what it is\n    seats: 3 # default: small enough to agree, large enough to check each other\n    elected_by: committee"
            },
            { "C11", "length: P14D", "length: P90D" },
            { "C11", "renewals: 1", "renewals: 99" },
            { "C5", "majority: \">= 2/3 of present\"", "majority: \">= 1/10 of present\"" },
            { "C5", "readmission_after: P2Y", "readmission_after: P99Y" },
        };

    private static string Edited(string written, string instead)
    {
        Assert.Contains(written, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(written, StringComparison.Ordinal);
        return Good[..at] + instead + Good[(at + written.Length)..];
    }

    [Theory]
    [MemberData(nameof(Frozen))]
    public void What_leaves_no_time_or_no_share_is_refused_to_new_texts_and_mended_by_one_value(
        string code,
        string written,
        string instead
    )
    {
        var bad = Edited(written, instead);
        var found = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(bad)).Findings;
        var error = Assert.Single(found.Items, f => f.Severity == Severity.Error);
        Assert.Equal((code, 2), (error.Code, error.Since));
        Assert.NotEmpty(error.Expected);
        Assert.IsNotType<Repair.ByHand>(error.Repair);
        Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(Repairs.Apply(bad, found)));
    }

    [Theory]
    [MemberData(nameof(Frozen))]
    public void In_force_it_stands_is_told_and_can_be_amended_article_by_article(
        string code,
        string written,
        string instead
    )
    {
        var bad = Edited(written, instead);
        var told = Assert.Single(StatuteBook.Standing(bad).Eased.Items);
        Assert.Equal((code, Severity.Warning, true), (told.Code, told.Severity, told.IsEased));
        Assert.Contains(
            "before the check",
            FindingText.Of(told, "en").Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "comprobación",
            FindingText.Of(told, "es").Message,
            StringComparison.Ordinal
        );

        var elsewhere = bad.Replace(
            "published_every: P3M",
            "published_every: P1M",
            StringComparison.Ordinal
        );
        Assert.IsType<Adoption.Conforms>(
            StatuteBook.Amend(Draft.Parse(elsewhere), Draft.Parse(bad))
        );
        Assert.IsType<Adoption.Breaks>(StatuteBook.Amend(Draft.Parse(bad), Draft.Parse(Good)));
        Assert.IsType<Adoption.Conforms>(StatuteBook.Carry(Draft.Parse(bad)));
    }

    [Fact]
    public void Meanwhile_the_charters_bound_applies_to_the_right()
    {
        var rules = StatuteBook.Standing(Edited("    lasts: P7D", "    lasts: PT1M")).Rules;
        Assert.Equal(Period.FromDays(3), rules.Recall.VoteLasts);
        rules = StatuteBook.Standing(Edited("  voting: P7D", "  voting: PT1M")).Rules;
        Assert.Equal(Period.FromDays(1), rules.Elections.Voting);
        rules = StatuteBook
            .Standing(
                Edited(
                    "  majority: \">= 2/3 of cast\" # charter: C8",
                    "  majority: \">= 1/1 of eligible\""
                )
            )
            .Rules;
        Assert.Equal(
            new Threshold(new Ratio(4, 5), VoteBase.Cast, Strict: false),
            rules.Amendment.Majority
        );
        rules = StatuteBook.Standing(Edited("    term: P1Y", "    term: P99Y")).Rules;
        Assert.Equal(
            Period.FromYears(6),
            rules.Bodies.Items.First(b => b.Id.Value == "committee").Term
        );
    }

    [Fact]
    public void What_conforms_runs_as_it_is_written()
    {
        foreach (var name in Templates.Names)
        {
            var draft = Draft.Parse(Templates.Text(name, small: true));
            Assert.Equal(
                Provision.Show(draft.Root),
                Provision.Show(CharterCheck.Bounded(draft).Root)
            );
            Assert.Empty(StatuteBook.Standing(draft.Text).Eased.Items);
        }
    }

    [Fact]
    public void What_an_earlier_check_refused_is_refused_to_everybody()
    {
        var bad = Edited("applies_to: all_seats", "applies_to: some_seats");
        Assert.IsType<Adoption.Breaks>(StatuteBook.Carry(Draft.Parse(bad)));
        Assert.IsType<Adoption.Breaks>(StatuteBook.Amend(Draft.Parse(bad), Draft.Parse(bad)));
    }

    [Theory]
    [InlineData("tree")]
    [InlineData("sections")]
    public void A_body_cannot_bear_a_name_that_the_program_uses_itself(string name)
    {
        var bad = Good.Replace("id: committee", "id: " + name, StringComparison.Ordinal)
            .Replace(
                ": committee # default: those",
                $": {name} # default: those",
                StringComparison.Ordinal
            )
            .Replace("restored_by: committee", "restored_by: " + name, StringComparison.Ordinal);
        var errors = Assert
            .IsType<Adoption.Breaks>(StatuteBook.Adopt(bad))
            .Findings.Items.Where(f => f.Severity == Severity.Error);
        Assert.Equal("reserved-name", Assert.Single(errors).Case);
        Assert.Single(StatuteBook.Standing(bad).Eased.Items, f => f.Case == "reserved-name");
    }

    [Fact]
    public void Statutes_of_real_organisations_that_conform_still_do()
    {
        var folder = Path.Combine(
            CautionaryTests.Testdata(".."),
            "..",
            "shared",
            "cases",
            "real-statutes"
        );
        if (!Directory.Exists(folder))
            Assert.Skip(
                "The statutes of real organisations lie outside this repository, and are not there."
            );
        foreach (var path in Directory.GetFiles(folder, "*.conforming.md"))
            Assert.Equal(
                path + ":",
                path
                    + ":"
                    + string.Join(
                        "; ",
                        CharterCheck
                            .Examine(Draft.Parse(File.ReadAllText(path)), SectionFacts.None)
                            .Items.Where(f => f.Severity == Severity.Error)
                            .Select(f => $"{f.Path} {f.Found} / {f.Expected}")
                    )
            );
    }
}
