using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Statutes;

/// <summary>Nobody holds up the others with a text: reading it takes as long as it is long, whatever stands in it.</summary>
public sealed class HostileTextTests
{
    private const int Short = 64_000;
    private const int Times = 8;
    private const int Most = 28;

    public static TheoryData<string> Shapes => [.. HostileStatutes.Shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reading_and_judging_a_text_grows_with_its_length_and_no_faster(string shape)
    {
        var text = HostileStatutes.Shapes[shape];
        var growth = Processor.Growth(
            text(Short),
            text(Short * Times),
            t => _ = StatuteBook.Adopt(t),
            Most
        );
        // Linear is 8 times and what collecting garbage adds; quadratic would be 64.
        Assert.True(growth < Most, $"{Times} times the text takes {growth:F0} times as long");
    }

    [Fact]
    public void A_programme_of_a_line_a_letter_grows_with_its_length_and_no_faster()
    {
        static string Text(int lines) =>
            "# Principles\n\n1. x\n" + string.Concat(Enumerable.Repeat("y\n", lines));
        var growth = Processor.Growth(
            Text(8_000),
            Text(8_000 * Times),
            t => _ = ProgrammeText.Read(t),
            Most
        );
        Assert.True(growth < Most, $"{Times} times the text takes {growth:F0} times as long");
    }

    [Fact]
    public void Of_thousands_of_errors_the_first_are_told_and_that_there_are_more()
    {
        var draft = Draft.Parse(HostileStatutes.Shapes["blocks of one key"](40_000));
        var errors = draft.Findings.Items.Where(f => f.Severity == Severity.Error).ToList();
        Assert.InRange(errors.Count, FindingList.MostErrors, FindingList.MostErrors + 10);
        var more = draft.Findings.Items.Single(f => f.Severity == Severity.Note);
        Assert.Equal("more", more.Code);
        Assert.NotEmpty(FindingText.Of(more, "en").Message);
    }

    [Fact]
    public void However_many_errors_there_are_every_rule_of_the_charter_that_is_broken_is_named()
    {
        var text =
            Templates
                .Text("local-union", small: true)
                .Replace("allowed: true", "allowed: false", StringComparison.Ordinal)
            + "\n## More {#more}\n\n```rule\nbodies:\n"
            + string.Concat(
                Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        $"- {{id: b{i}, title: B, kind: committee, seats: 3, elected_by: members, method: scottish_stv, term: P1Y, max_consecutive: 9, powers: [], quorum: \"> 1/2 of seats\", meets_every: P1M, notice: P7D, votes: by_name}}\n"
                    )
            )
            + "```\n";
        var findings = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text)).Findings;
        Assert.Contains(findings, f => f.Code == "C1");
        Assert.Contains(findings, f => f.Code == "C3");
        Assert.Contains(findings, f => f.Code == "more");
    }

    [Theory]
    [InlineData("articles", "too-many-articles")]
    [InlineData("blocks", "too-many-blocks")]
    [InlineData("keys", "too-many-keys")]
    [InlineData("bodies", "too-many-items")]
    public void A_text_that_holds_more_than_is_looked_at_is_refused_with_how_much_it_may_hold(
        string shape,
        string @case
    )
    {
        var text = HostileStatutes.Shapes[shape](200_000);
        var findings = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text)).Findings;
        var finding = findings.Items.First(f => f.Case == @case);
        Assert.InRange(finding.Line, 1, text.Count(c => c == '\n') + 1);
        Assert.All(
            new[] { "en", "es" },
            language =>
                Assert.Contains(
                    finding.Expected,
                    FindingText.Of(finding, language).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Statutes_that_were_adopted_before_there_were_bounds_still_stand()
    {
        var text =
            Templates.Text("local-union", small: true)
            + string.Concat(Enumerable.Range(0, 1_200).Select(i => $"\n## A {{#a{i}}}\n\nx\n"));
        Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text));
        Assert.NotEmpty(StatuteBook.Standing(text).Rules.Bodies.Items);
    }

    [Fact]
    public void A_proposal_is_no_longer_than_statutes_may_be_and_neither_is_what_it_makes_of_them()
    {
        var branch = Branch.Founded(12);
        var whole = More(Amend.MostText + 1);
        Assert.Equal("text.too-long", branch.Refused(1, new Amend("Long", [whole])).Code);
        var together = branch.Refused(1, new Amend("Long", [More(Amend.MostText - 10)]));
        Assert.Equal("text.too-long", together.Code);
        branch.Do(1, new Amend("Prose", [More(100_000)]));
    }

    [Fact]
    public void What_an_amendment_takes_is_done_before_its_turn_and_the_decision_is_the_same()
    {
        var branch = Branch.Founded(12);
        var occasion = new Occasion(branch.Now, Actor.Self(branch.Who(1)), Draw.Nothing);
        var (before, inTurn) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var shape in HostileStatutes.Shapes.Values)
        {
            var text = shape(10_000);
            var amend = new Amend(
                "Many",
                Enumerable
                    .Range(0, 220_000 / text.Length)
                    .Select(i => new ArticleChange(
                        new ArticleId(FormattableString.Invariant($"more{i}")),
                        Digest.None,
                        $"## More {{#more{i}}}\n\n" + text
                    ))
                    .ToEquatable()
            );
            var prepared = amend.Prepare(branch.Section);
            var ready = occasion with { Prepared = prepared };
            Assert.IsType<Amended>(prepared);
            Assert.True(prepared.Fits(branch.Section));
            Assert.Equal(
                amend.Decide(branch.Section, occasion).ToString(),
                amend.Decide(branch.Section, ready).ToString()
            );
            before += Processor.LeastTimeOf(2, () => _ = amend.Prepare(branch.Section));
            inTurn += Processor.LeastTimeOf(2, () => _ = amend.Decide(branch.Section, ready));
        }
        Assert.True(inTurn * 10 < before, $"{inTurn} after {before}");
    }

    [Fact]
    public void What_was_prepared_from_other_changes_or_on_other_statutes_is_not_used()
    {
        var branch = Branch.Founded(12);
        var one = new Amend("One", [More(10)]);
        var other = new Amend(
            "Other",
            [branch.Section.Change(new ArticleId("factions"), "allowed: true", "allowed: false")]
        );
        var occasion = new Occasion(branch.Now, Actor.Self(branch.Who(1)), Draw.Nothing) with
        {
            Prepared = one.Prepare(branch.Section),
        };
        var ruled = Assert.IsType<Ruling.InOrder>(other.Decide(branch.Section, occasion));
        Assert.IsType<MattersEvent.RuledOut>(ruled.Events[0]);
        Assert.False(one.Prepare(Section.Unfounded).Fits(branch.Section));
    }

    [Fact]
    public void A_motion_names_so_many_clauses_and_tasks_and_no_more()
    {
        var branch = Branch.Founded(12);
        var clauses = Enumerable.Repeat(1, PutMotion.MostInOne).ToEquatable();
        Assert.Equal(
            new TooMuchInOne(PutMotion.MostInOne + 1, PutMotion.MostInOne).Code,
            branch
                .Refused(1, new PutMotion("Many", "Many", BodyId.Members, clauses.Add(1), []))
                .Code
        );
        branch.Do(1, new PutMotion("Many", "Many", BodyId.Members, clauses, []));
    }

    private static ArticleChange More(int length) =>
        new(
            new ArticleId("more"),
            Digest.None,
            "## More {#more}\n\n"
                + string.Concat(Enumerable.Repeat("word ", length / 5 + 1))[..length]
        );
}
