using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class CharterTests
{
    // Each line breaks one rule of the charter by one edit of the federation's statutes.
    public static TheoryData<string, string, string> Breaches =>
        new()
        {
            { "C0", "version: 1\n", "version: 2\n" },
            { "C0", "leave_charter: as_charter", "leave_charter: as_statutes" },
            {
                "C1",
                "  max_consecutive: 3 # historical: IWW",
                "  max_consecutive: 4 # historical: IWW"
            },
            { "C1", "caretaker_at_most: P60D", "caretaker_at_most: P61D" },
            { "C2", "applies_to: all_seats", "applies_to: some_seats" },
            { "C2", "signatures: \"max(2, 3.1%)\"", "signatures: \"max(2, 26%)\"" },
            { "C2", "signatures: \"max(2, 3.1%)\"", "signatures: \"1%\"" },
            { "C2", "opens_within: P3D", "opens_within: P8D" },
            {
                "C2",
                "majority: \"> 1/2 of cast\" # charter: R2",
                "majority: \"> 1/2 of eligible\""
            },
            { "C2", "replacement: by_election", "replacement: runner_up" },
            { "C2", "  effect: vacant", "  confirmed_by: committee\n  effect: vacant" },
            { "C3", "allowed: true # charter: C3", "allowed: false" },
            { "C3", "registration: none", "registration: licence" },
            { "C3", "fee: false", "fee: true" },
            { "C3", "least_members: \"2\"", "least_members: \"10%\"" },
            { "C3", "lists_read_by: own_members", "lists_read_by: officers" },
            { "C4", "writers: any_member", "writers: editors" },
            { "C4", "over_quota]", "over_quota, opinion]" },
            { "C4", "refusal_public: true", "refusal_public: false" },
            { "C5", "notice: P14D # charter: C5", "notice: P13D" },
            { "C5", "hearing: true", "hearing: false" },
            { "C5", "strike_breaking]", "strike_breaking, theory]" },
            { "C5", "only: [room, contact, key]", "only: [room, vote]" },
            { "C5", "at_most: P14D", "at_most: P15D" },
            { "C5", "appeal: [members] # charter: C5", "appeal: []" },
            { "C5", "late_employer_counts: false", "late_employer_counts: true" },
            { "C7", "secrecy: secret # charter: C7\n  roll", "secrecy: open\n  roll" },
            { "C7", "delegates_vote_on_matters: by_name", "delegates_vote_on_matters: secret" },
            { "C7", "secret_on_demand: \"20%\"", "secret_on_demand: \"1/3\"" },
            {
                "C8",
                "decided_by: members # charter: C8\n  majority",
                "decided_by: congress\n  majority"
            },
            {
                "C8",
                "  majority: \">= 2/3 of cast\" # charter: C8",
                "  majority: \"> 1/2 of cast\""
            },
            { "C8", "wording_published: P21D", "wording_published: P20D" },
            { "C8", "wording_objections: \"min(5, 1%)\"", "wording_objections: \"5\"" },
            { "C9", "register: true", "register: false" },
            { "C9", "published_every: P3M", "published_every: P2Y" },
            { "C9", "share_of_body: \"1/5\"", "share_of_body: \"1/2\"" },
            { "C10", "log: append_only", "log: editable" },
            { "C10", "secret_rules: false", "secret_rules: true" },
            { "C11", "expires: by_itself", "expires: never" },
            { "C11", "may_change: [meeting_form", "may_change: [elections, meeting_form" },
            { "C11", "vote_lengthened_by: P30D", "vote_lengthened_by: P31D" },
            { "C12", "kept_apart: false", "kept_apart: true" },
            {
                "C13",
                "    open_to_members: true # default: members may listen to",
                "    appointed_by: congress\n    open_to_members: true # default: members may listen to"
            },
            {
                "C13",
                "    open_to_members: true # default: members may listen to",
                "    cooption: true\n    open_to_members: true # default: members may listen to"
            },
            {
                "C13",
                "    open_to_members: true # default: members may listen to",
                "    interim: {filled_by: body, at_most: P30D}\n    open_to_members: true # default: members may listen to"
            },
            { "C15", "decides_within: P14D", "decides_within: P15D" },
            { "C16", "members: \"max(3, 5%)\"", "members: \"10%\"" },
            { "C16", "assembly_within: P21D", "assembly_within: P22D" },
            { "C16", "excluded: []", "excluded: [accounts]" },
            { "C16", "second_meeting: \"1\"", "second_meeting: \"5%\"" },
            { "C16", "assembly: \"10%\"", "assembly: \"max(15, 10%)\"" },
            { "C17", "opens_before_end: P60D", "opens_before_end: P59D" },
            { "C17", "candidates_on_commission: false", "candidates_on_commission: true" },
            { "C17", "protest_decision: P14D", "protest_decision: P15D" },
            { "C18", "voting_by_post: P21D", "voting_by_post: P20D" },
            { "C19", "waiting_period: P0D", "waiting_period: P91D" },
            { "C19", "silence: admits_attested", "silence: admits_all" },
            { "C20", "persons: 2", "persons: 1" },
            { "C20", "hand_over_within: P3D", "hand_over_within: P4D" },
            { "C21", "dissolved_by: own_members", "dissolved_by: executive" },
        };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void One_edit_breaks_exactly_one_rule_and_its_repair_mends_it(
        string code,
        string written,
        string instead
    )
    {
        var good = Templates.Text("federation", small: false);
        Assert.Contains(written, good, StringComparison.Ordinal);
        var at = good.IndexOf(written, StringComparison.Ordinal);
        var bad = good[..at] + instead + good[(at + written.Length)..];
        var errors = Assert
            .IsType<Adoption.Breaks>(StatuteBook.Adopt(bad))
            .Findings.Items.Where(f => f.Severity == Severity.Error)
            .ToEquatable();
        Assert.Equal(code, Assert.Single(errors).Code);
        Assert.InRange(
            errors[0].Line,
            good[..at].Count(c => c == '\n') + 1,
            good[..at].Count(c => c == '\n') + 2
        );
        Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(Repairs.Apply(bad, errors)));
    }

    // The law asks of seats filled together no more than half a quota (R1), so that one share can stand for all bodies.
    [Fact]
    public void A_quarter_can_be_written_for_one_seat_and_larger_bodies_are_named_with_their_own_measure()
    {
        var text = Templates
            .Text("local-union", small: false)
            .Replace(
                "signatures: \"max(2, 6%)\"",
                "signatures: \"max(2, 25%)\"",
                StringComparison.Ordinal
            );
        var notes = Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(text)).Findings;
        Assert.Equal(
            [
                ("committee (7)", "max(2, 6.2%)"),
                ("keepers (2)", "max(2, 16.6%)"),
                ("auditors (3)", "max(2, 12.5%)"),
            ],
            notes.Items.Select(f => (f.Found, f.Expected))
        );
        Assert.All(notes.Items, f => Assert.Equal(Severity.Note, f.Severity));
    }

    [Fact]
    public void A_prohibition_without_enforcer_procedure_and_appeal_breaks_C14()
    {
        var text =
            Templates.Text("council", small: true)
            + "\n## No weapons {#weapons}\n\n```rule\nprohibitions:\n  - id: weapons\n    what: weapons in the hall\n```\n";
        var findings = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text)).Findings;
        Assert.Equal(
            ["C14", "C14", "C14"],
            findings.Items.Where(f => f.Severity == Severity.Error).Select(f => f.Code)
        );
        Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(Repairs.Apply(text, findings)));
    }

    [Fact]
    public void Seats_that_elect_each_other_never_reach_the_members()
    {
        var text = Templates
            .Text("federation", small: false)
            .Replace(
                "    elected_by: members # charter: C13\n    method: instant_runoff",
                "    elected_by: chair\n    method: instant_runoff",
                StringComparison.Ordinal
            );
        Assert.Contains(
            Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text)).Findings.Items,
            f => f is { Code: "C13", Case: "chain" }
        );
    }

    [Fact]
    public void An_article_without_a_rule_is_noted_as_not_enforced()
    {
        var text =
            Templates.Text("council", small: true) + "\n## Kindness {#kindness}\n\nBe kind.\n";
        var findings = Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(text)).Findings;
        Assert.Equal(
            ("C15", "kindness"),
            (Assert.Single(findings.Items).Code, findings[0].Article.Value)
        );
    }

    [Theory]
    [InlineData("stated", "C6")]
    [InlineData("per_member", "C6")]
    [InlineData("equal", "")]
    [InlineData("capped", "")]
    public void No_section_may_command_the_others(string weights, string code)
    {
        var facts = Assert
            .IsType<FactsRead.Read>(
                SectionFacts.Parse(
                    "section,members,votes\na,700,7\nb,100,1\nc,100,1\nd,100,1\ne,50,1\n"
                )
            )
            .Facts;
        var text = Templates
            .Text("federation", small: true)
            .Replace("weights: capped", "weights: " + weights, StringComparison.Ordinal);
        var codes = CharterCheck
            .Examine(Draft.Parse(text), facts)
            .Items.Where(f => f.Severity == Severity.Error)
            .Select(f => f.Code)
            .Distinct();
        Assert.Equal(code, string.Join(' ', codes));
    }

    [Fact]
    public void A_country_whose_law_is_not_known_is_noted_and_nothing_is_claimed()
    {
        var text = Templates
            .Text("council", small: true)
            .Replace("law: none", "law: DE", StringComparison.Ordinal);
        var note = Assert.Single(
            Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(text)).Findings.Items
        );
        Assert.Equal(("C22", Severity.Note), (note.Code, note.Severity));
    }

    [Fact]
    public void An_interim_holder_stays_at_most_a_quarter_of_the_term()
    {
        var text = Templates
            .Text("strike-committee", small: true)
            .Replace(
                "    open_to_members: true # default: members may listen to",
                "    interim: {filled_by: lot, at_most: P30D}\n    open_to_members: true # default: members may listen to",
                StringComparison.Ordinal
            );
        var error = Assert.Single(
            Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text)).Findings.Items,
            f => f.Severity == Severity.Error
        );
        Assert.Equal(("C13", "P22D"), (error.Code, error.Expected));
    }

    [Theory]
    [InlineData("count_back")]
    [InlineData("body")]
    [InlineData("upper_body")]
    public void Nobody_acts_in_an_office_but_by_its_constituents_or_by_lot_among_them(string how)
    {
        var text = Templates
            .Text("local-union", small: true)
            .Replace("filled_by: lot", $"filled_by: {how}", StringComparison.Ordinal);
        var found = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text)).Findings;
        var errors = found.Where(f => f.Severity == Severity.Error).ToArray();
        Assert.Equal(["C13", "C13", "C13"], errors.Select(e => e.Code));
        Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(Repairs.Apply(text, found)));
    }

    [Fact]
    public void Two_sections_need_both_majorities()
    {
        var facts = Assert.IsType<FactsRead.Read>(SectionFacts.Parse("a,10,1\nb,10,1\n")).Facts;
        var text = Templates
            .Text("federation", small: true)
            .Replace("double_majority: true", "double_majority: false", StringComparison.Ordinal);
        Assert.Contains(
            CharterCheck.Examine(Draft.Parse(text), facts).Items,
            f => f is { Code: "C6", Case: "few-sections" }
        );
    }
}
