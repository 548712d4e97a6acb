using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "```",
        "```rule\n",
        "\n## ",
        "{#",
        "}",
        "[",
        "{",
        "]",
        ": ",
        "- ",
        "&a ",
        "*a",
        "!!str ",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "\t",
        "\r",
        "\0",
        "\u2028",
        "\uFEFF",
        "'",
        "\"",
        "# ",
        "|\n",
        ">\n",
        "? ",
        ", ",
        "sqrt(n)",
        "max(",
        "999999999999",
        "P99999999D",
        "1/0",
        "true",
        "recall:\n",
        "bodies:\n",
        "  ",
        "\n",
        "ñ",
        "\U0001F5F3",
        "<<: *x",
    ];

    private static readonly Gen<string> Mutated = Gen.Select(
            Gen.Int[0, Templates.Names.Length - 1],
            Gen.Bool,
            Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 60], Gen.Int[0, Pieces.Length - 1]).Array[
                1,
                6
            ]
        )
        .Select(
            (template, small, edits) =>
                edits.Aggregate(Templates.Text(Templates.Names[template], small), Edit)
        );

    private static string Edit(string text, (int At, int Cut, int Piece) edit)
    {
        var at = edit.At % text.Length;
        var end = Math.Min(text.Length, at + edit.Cut);
        return text[..at] + Pieces[edit.Piece] + text[end..] is { Length: > 0 } changed
            ? changed
            : "x";
    }

    [Fact]
    public void No_mutation_of_a_template_makes_the_reader_or_the_charter_check_throw() =>
        Mutated.Sample(
            text =>
            {
                // Adopting also reads the rules of every text that conforms.
                var findings = StatuteBook.Adopt(text) switch
                {
                    Adoption.Conforms conforms => conforms.Findings,
                    Adoption.Breaks breaks => breaks.Findings,
                };
                foreach (var finding in findings)
                {
                    Assert.InRange(finding.Line, 1, text.Count(c => c == '\n') + 1);
                    Assert.NotEmpty(FindingText.Of(finding, "en").Message);
                }
            },
            iter: 2_000
        );

    [Fact]
    public void Repairs_and_sentences_of_mutated_templates_never_throw() =>
        Mutated.Sample(
            text =>
            {
                var draft = Draft.Parse(text);
                _ = Repairs.Apply(text, CharterCheck.Examine(draft, SectionFacts.None));
                _ = StatutesCommands.Show(text, "es", resolved: true);
                _ = StatutesCommands.Show(text, "en", resolved: false);
            },
            iter: 100
        );

    [Fact]
    public void Pure_noise_gives_a_draft_and_findings() =>
        Gen.Int[0, Pieces.Length - 1]
            .Select(i => Pieces[i])
            .Array[0, 60]
            .Select(string.Concat)
            .Sample(text => Assert.NotEmpty(Draft.Parse(text).Findings.Items), iter: 3_000);

    [Theory]
    [InlineData("a: &x 1", "anchor-or-tag")]
    [InlineData("a: *x", "anchor-or-tag")]
    [InlineData("a: !!int 1", "anchor-or-tag")]
    [InlineData("---\na: 1", "directive")]
    [InlineData("a: 1\n---\nb: 2", "second-document")]
    [InlineData("[1]", "not-a-map")]
    [InlineData("", "empty")]
    [InlineData("a:\tb", "character")]
    [InlineData("a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}", "too-deep")]
    [InlineData("a: [1", "yaml")]
    public void What_is_not_plain_data_is_refused_with_its_line(string rule, string @case)
    {
        var draft = Draft.Parse("## The charter {#charter}\n\n```rule\n" + rule + "\n```\n");
        var finding = draft.Findings.Items.First(f => f.Code == "syntax");
        Assert.Equal(@case, finding.Case);
        Assert.InRange(finding.Line, 4, 7);
        Assert.Equal("charter", finding.Article.Value);
    }

    [Fact]
    public void All_errors_are_found_at_once_each_in_its_place()
    {
        var text = Templates
            .Text("local-union", small: true)
            .Replace(
                "  roll_check: P10D",
                "  roll_check: soon\n  role_check: P10D\n  protest: P10D",
                StringComparison.Ordinal
            )
            .Replace("    window: P30D", "    windows: P30D", StringComparison.Ordinal);
        var lines = text.Split('\n');
        var findings = Draft
            .Parse(text)
            .Findings.Items.ToLookup(f => f.Code, StringComparer.Ordinal);
        Assert.Equal(
            ["duplicate-key", "missing", "type", "unknown-key"],
            findings.Select(g => g.Key).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            "soon",
            lines[findings["type"].Single().Line - 1],
            StringComparison.Ordinal
        );
        Assert.Equal("recall.petition.window", findings["missing"].Single().Path.ToString());
        Assert.Equal(
            ["roll_check", "window"],
            findings["unknown-key"].Select(f => f.Expected).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_document_or_block_that_is_too_long_is_refused()
    {
        var block =
            "## The charter {#charter}\n\n```rule\na: " + new string('x', 70_000) + "\n```\n";
        Assert.Contains(Draft.Parse(block).Findings.Items, f => f.Case == "block-too-long");
        Assert.Contains(
            Draft.Parse(new string('x', 1_100_000)).Findings.Items,
            f => f.Case == "document-too-long"
        );
    }
}
