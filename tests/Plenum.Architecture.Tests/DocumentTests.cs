using System.Text.RegularExpressions;

namespace Plenum.Architecture.Tests;

/// <summary>What the documents name exists, and what exists is named.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void The_page_of_the_architecture_names_every_floor() =>
        Rule.Holds(
            "a project that docs/architecture.md does not name",
            Assemblies.Projects.Where(p =>
                !Source.Text("docs/architecture.md").Contains(p, StringComparison.Ordinal)
            )
        );

    [Fact]
    public void The_page_of_the_architecture_names_every_word_of_the_law() =>
        Rule.Holds(
            "a word of the law that docs/architecture.md does not name",
            LawSource
                .Files.Select(f => f.Word)
                .Distinct(StringComparer.Ordinal)
                .Where(w =>
                    !Source.Text("docs/architecture.md").Contains(w, StringComparison.Ordinal)
                )
        );

    [Fact]
    public void No_term_is_defined_twice() =>
        Rule.Holds(
            "a term with two definitions in docs/terms.md",
            Term()
                .Matches(Source.Text("docs/terms.md").Split("## Words we avoid")[0])
                .Select(m => m.Groups["term"].Value.Trim())
                .Where(t => t != "word")
                .GroupBy(t => t, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
        );

    [Fact]
    public void Every_link_between_documents_leads_somewhere() =>
        Rule.Holds(
            "a link to a file that is not there",
            from path in Source
                .Files("docs", ".md")
                .Concat(["README.md", "CHANGELOG.md", "INFLUENCES.md"])
            from Match link in Link().Matches(Source.Text(path))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let full = Path.Combine(Source.Root, Path.GetDirectoryName(path)!, target.Split('#')[0])
            where !Path.Exists(full)
            select $"{path} -> {target}"
        );

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var numbers = Source
            .Files("docs/decisions", ".md")
            .Select(p => Path.GetFileName(p).Split('-')[0])
            .ToArray();
        Assert.Equal(
            string.Join(
                ' ',
                Enumerable.Range(1, numbers.Length).Select(n => n.ToString("0000", null))
            ),
            string.Join(' ', numbers)
        );
    }

    [GeneratedRegex(
        @"^\| (?<term>[^|]+?) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Term();

    [GeneratedRegex(@"\]\((?<target>[^)#\s][^)\s]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
