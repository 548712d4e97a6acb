using Plenum.Domain.Competences;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Statutes go down by letter, and sections vary them within what is left open; nobody above writes theirs (S14, C21).</summary>
public sealed class FrameTests
{
    private const string Handed = """

        ## What sections take over {#frame}

        Joining is the same everywhere, and the time to debate is each section's own, between two bounds.

        ```rule
        frame:
          keys: [membership.attested_by]
        ```

        ```rule
        open:
          - {id: debate, key: motions.debate, least: P7D, most: P21D}
        ```

        """;

    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public FrameTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
    }

    private void Issue(string text = Handed)
    {
        _tree.Carry(
            _union,
            new Amend("Handed down", [new ArticleChange(new ArticleId("frame"), BaseOf(), text)])
        );
        _tree.BringAll();
    }

    private Digest BaseOf() =>
        Amendments.DigestOf(_union.Section.Statutes.Book.Draft, new ArticleId("frame"));

    private static string Now(Branch section, string key) =>
        section.Section.Statutes.Book.Draft.At(key).Text;

    private static FrameRecord FrameOf(Branch section) => section.Section.Competences.Frame;

    private Amend Debate(Branch section, string becomes) =>
        CompetenceTests.Amendment(
            section,
            "motions",
            $"debate: {Now(section, "motions.debate")}",
            $"debate: {becomes}"
        );

    [Theory]
    [InlineData("motions.debate", "P9D", "It is debated for at least 9 days.")]
    [InlineData("membership.attested_by", "2", "2 members can vouch for an applicant.")]
    public void What_is_handed_down_is_told_as_the_statutes_tell_it(
        string key,
        string value,
        string sentence
    ) => Assert.Equal(sentence, Frames.Sentence(key, value, "en"));

    [Fact]
    public void A_section_goes_by_the_version_it_has_received_and_keeps_its_own_text()
    {
        var before = _harbour.Section.Statutes.Book.Digest;
        Issue();
        var frame = FrameOf(_harbour);
        Assert.Equal((_union.Id(), 2), (frame.From, frame.Version));
        Assert.Equal(["membership.attested_by", "motions.debate"], frame.Rules.Select(r => r.Key));
        Assert.Equal(before, _harbour.Section.Statutes.Book.Digest);
        Assert.Equal(FrameOf(_union).IssuedRules, frame.Rules);
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void A_section_registers_a_variation_within_the_bounds_and_the_federation_hears_of_it()
    {
        Issue();
        _tree.Carry(_harbour, Debate(_harbour, "P20D"));
        _tree.BringAll();
        var own = Assert.Single(FrameOf(_harbour).Own.Values);
        Assert.Equal(new Variation("motions.debate", "P20D", Outside: false), own);
        Assert.Equal([own], FrameOf(_union).Below[_harbour.Id()].Values);
    }

    [Fact]
    public void Beyond_the_bounds_an_amendment_is_refused_with_key_bounds_and_federation()
    {
        Issue();
        var no = Assert.IsType<OutsideFrame>(_harbour.Refused(1, Debate(_harbour, "P22D")));
        Assert.Equal(
            ("motions.debate", "P7D", "P21D", "Union"),
            (no.Key, no.Least, no.Most, no.Federation)
        );
        var own = Now(_harbour, "membership.attested_by");
        var taken = Assert.IsType<OutsideFrame>(
            _harbour.Refused(
                1,
                CompetenceTests.Amendment(
                    _harbour,
                    "membership",
                    $"attested_by: {own}",
                    "attested_by: 3"
                )
            )
        );
        Assert.Equal((taken.Least, taken.Most), (own, own));
    }

    [Fact]
    public void Whoever_leaves_writes_what_it_will()
    {
        Issue();
        _tree.Carry(_harbour, new LeaveFederation("We disagree."));
        _tree.BringAll();
        _tree.Carry(_harbour, Debate(_harbour, "P22D"));
        Assert.Equal("P22D", Now(_harbour, "motions.debate"));
        Assert.IsType<NothingOutside>(_harbour.Refused(1, new BringInLine("In line")));
    }

    [Fact]
    public void What_lies_outside_already_is_found_and_brought_in_line_by_the_members_alone()
    {
        _tree.Carry(_harbour, Debate(_harbour, "P30D"));
        Issue();
        var found = Assert.Single(FrameOf(_harbour).Own.Values);
        Assert.Equal(new Variation("motions.debate", "P30D", Outside: true), found);
        Assert.Equal([found], FrameOf(_union).Below[_harbour.Id()].Values);
        // What crosses nothing is changed as before, whatever else lies outside.
        _harbour.Do(
            1,
            CompetenceTests.Amendment(_harbour, "recall", "window: P30D", "window: P40D")
        );

        _tree.Carry(_harbour, new BringInLine("In line with the union"));
        _tree.BringAll();
        Assert.Equal("P21D", Now(_harbour, "motions.debate"));
        Assert.DoesNotContain(FrameOf(_harbour).Own.Values, v => v.Outside);
        Assert.DoesNotContain(FrameOf(_union).Below[_harbour.Id()].Values, v => v.Outside);
    }

    [Fact]
    public void A_new_version_goes_down_and_who_joins_later_is_told_what_it_takes_over()
    {
        Issue();
        Issue(Handed.Replace("P21D", "P28D", StringComparison.Ordinal));
        Assert.Equal("P28D", FrameOf(_docks).Rules.Items[^1].Most);
        Assert.Equal(3, FrameOf(_docks).Version);

        var mill = Forest.Section("Mill", 301);
        var tree = new Federation(_harbour, _docks, mill, _union);
        tree.Affiliate(mill, _union);
        tree.BringAll();
        Assert.Equal(FrameOf(_docks).Rules, FrameOf(mill).Rules);
    }

    [Theory]
    [InlineData("keys: [membership.attested_by]", "keys: [bodies]")]
    [InlineData("keys: [membership.attested_by]", "keys: [organisation.name]")]
    [InlineData("keys: [membership.attested_by]", "keys: [membership.nothing]")]
    [InlineData("key: motions.debate", "key: bodies.chair")]
    [InlineData("least: P7D", "least: seven")]
    [InlineData("key: motions.debate", "key: elections.secrecy")]
    public void Only_what_is_written_and_can_be_compared_is_handed_down(string was, string becomes)
    {
        var text = Handed.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(Handed, text);
        var adopted = StatuteBook.Adopt(_union.Section.Statutes.Book.Draft.Text + text);
        var breaks = Assert.IsType<Adoption.Breaks>(adopted);
        Assert.All(
            breaks.Findings.Where(f => f.Severity == Severity.Error),
            f => Assert.Equal("type", f.Code)
        );
        Assert.IsType<StatutesUnreadable>(
            _union.Refused(
                1,
                new Amend(
                    "Handed down",
                    [new ArticleChange(new ArticleId("frame"), BaseOf(), text)]
                )
            )
        );
    }
}
