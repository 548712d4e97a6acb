using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Statutes;

public sealed class CautionaryTests
{
    internal static string Testdata(string name) => Path.Combine(Golden.Root, "testdata", name);

    private static SectionFacts Facts(string name) =>
        name.Length == 0
            ? SectionFacts.None
            : Assert
                .IsType<FactsRead.Read>(SectionFacts.Parse(File.ReadAllText(Testdata(name))))
                .Facts;

    [Theory]
    [InlineData("rcp-1921.md", "", "C2 C3 C5 C8 C9 C10 C11 C13")]
    [InlineData("comintern-1920.md", "comintern-1920-facts.csv", "C2 C3 C4 C5 C6 C7 C8 C9 C10 C11")]
    public void A_cautionary_text_loads_and_breaks_exactly_these_rules(
        string file,
        string facts,
        string codes
    )
    {
        var draft = Draft.Parse(File.ReadAllText(Testdata(file)));
        var errors = CharterCheck
            .Examine(draft, Facts(facts))
            .Items.Where(f => f.Severity == Severity.Error)
            .ToList();
        var found = errors
            .Select(f => f.Code)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(c => c.Length)
            .ThenBy(c => c, StringComparer.Ordinal);
        Assert.Equal(codes, string.Join(' ', found));
        Assert.All(
            errors,
            f => Assert.True(f.Line > 1 && f.Repair is not Repair.ByHand, f.ToString())
        );
    }

    [Theory]
    [InlineData("rcp-1921", "")]
    [InlineData("comintern-1920", "comintern-1920-facts.csv")]
    public void With_every_proposed_repair_the_text_conforms(string name, string facts)
    {
        var text = File.ReadAllText(Testdata(name + ".md"));
        var repaired = Repairs.Apply(text, CharterCheck.Examine(Draft.Parse(text), Facts(facts)));
        var golden = Testdata(name + "-repaired.md");
        Assert.Equal(File.ReadAllText(golden), repaired);
        Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(Draft.Parse(repaired), Facts(facts)));
    }

    [Fact]
    public void Without_facts_the_power_of_sections_is_a_note_and_no_error()
    {
        var draft = Draft.Parse(File.ReadAllText(Testdata("comintern-1920.md")));
        var findings = CharterCheck
            .Examine(draft, SectionFacts.None)
            .Items.Where(f => f.Code == "C6");
        Assert.Equal(Severity.Note, Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("not_before", "P6M")]
    [InlineData("per_term", "1")]
    [InlineData("turnout", "25%")]
    public void A_gate_before_recall_can_be_written_and_never_passes(string key, string value)
    {
        var text = Templates
            .Text("local-union", small: true)
            .Replace(
                "  effect: vacant",
                $"  {key}: {value}\n  effect: vacant",
                StringComparison.Ordinal
            );
        var broken = Assert.IsType<Adoption.Breaks>(StatuteBook.Adopt(text));
        var finding = Assert.Single(broken.Findings.Items);
        Assert.Equal(("C2", "recall." + key), (finding.Code, finding.Path.ToString()));
        Assert.Equal("recall", finding.Article.Value);
        Assert.Equal(
            Templates.Text("local-union", small: true),
            Repairs.Apply(text, broken.Findings)
        );
    }

    [Fact]
    public void The_power_index_of_the_1958_council_is_the_known_one()
    {
        // EEC Council 1958: Germany, France, Italy 4 each, Belgium and the Netherlands 2, Luxembourg 1; 12 of 17 win.
        var swings = PowerIndex.Swings([4, 4, 4, 2, 2, 1], 12);
        Assert.Equal([10, 10, 10, 6, 6, 0], swings.Select(s => (int)s));
        Assert.Equal(3, PowerIndex.FewestToWin([4, 4, 4, 2, 2, 1], 12));
    }

    [Fact]
    public void The_host_of_1920_had_a_third_of_the_votes_and_most_of_the_power()
    {
        var swings = PowerIndex.Swings([5, .. Enumerable.Repeat(1, 10)], 8);
        var share = (double)swings[0] / swings.Sum(s => (double)s);
        Assert.Equal(0.56, share, 2);
    }
}
