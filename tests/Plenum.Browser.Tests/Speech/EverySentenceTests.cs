using System.Text.RegularExpressions;
using Plenum.Browser.Tests.Browser;
using Plenum.Web.Speech;

namespace Plenum.Browser.Tests.Speech;

/// <summary>The sentences as a whole: complete in each language, none forgotten, none in the pages themselves.</summary>
public sealed partial class EverySentenceTests
{
    private static readonly string Web = Path.Combine(RunningHouse.Root, "src", "Plenum.Web");

    private static IEnumerable<string> Sources(string pattern) =>
        Directory
            .EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
            .Where(file => !OfTheBuild().IsMatch(file));

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]")]
    private static partial Regex OfTheBuild();

    [GeneratedRegex("\"((?:[a-z0-9-]+\\.)+[a-z0-9-]+)\"")]
    private static partial Regex QuotedKey();

    [GeneratedRegex("""(?:\bS|\bs|\bsentences|\bthis)\[\s*(?!")(?<key>[^\s\]]+)""")]
    private static partial Regex ComputedKey();

    [GeneratedRegex(
        """(?:\bS|\bs|\bsentences|\bthis)\[\s*"([^"]+)"(?<data>(?:\s*,\s*\(\s*"[^"]+")?)"""
    )]
    private static partial Regex UsedKey();

    public static TheoryData<string> Languages => [.. Catalogue.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_sentences_with_the_same_places(string language)
    {
        var first = Catalogue.In(Catalogue.Languages[0]).Patterns;
        var other = Catalogue.In(language).Patterns;
        Assert.Equal(
            first.Keys.Order(StringComparer.Ordinal),
            other.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(first, entry => Assert.Equal(entry.Value.Names, other[entry.Key].Names));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_key_that_is_used_has_a_sentence(string language)
    {
        var known = Catalogue.In(language).Patterns;
        var used = Sources("*.razor")
            .Concat(Sources("*.cs"))
            .SelectMany(file => UsedKey().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToList();
        Assert.NotEmpty(used);
        Assert.DoesNotContain(used, key => !known.ContainsKey(key));
    }

    [Fact]
    public void Every_sentence_is_used()
    {
        var quoted = Sources("*.razor")
            .Concat(Sources("*.cs"))
            .SelectMany(file => QuotedKey().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        // These are found by the code of a reason, the type of an event or a word of the law.
        var found = new[] { "reason.", "remedy.", "event.", "word.", "stage.", "standing." };
        Assert.DoesNotContain(
            Catalogue.In("en").Patterns.Keys,
            key =>
                !quoted.Contains(key)
                && !found.Any(f => key.StartsWith(f, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_key_is_never_put_together_so_that_it_can_be_found() =>
        Assert.Empty(
            Sources("*.razor")
                .SelectMany(file =>
                    ComputedKey()
                        .Matches(File.ReadAllText(file))
                        .Select(match => $"{Path.GetFileName(file)}: {match.Value}")
                )
        );

    [Fact]
    public void No_page_holds_a_sentence_of_its_own() =>
        Assert.Empty(
            Sources("*.razor")
                .SelectMany(file =>
                    RazorText
                        .Literals(File.ReadAllText(file))
                        .Select(text => $"{Path.GetFileName(file)}: {text}")
                )
        );

    [Fact]
    public void Every_form_that_is_sent_carries_its_token() =>
        // One form has none of its own: it sends again what came, with the token that came.
        Assert.Equal(
            ["KeptPart.razor"],
            Sources("*.razor")
                .Where(file => RazorText.UnguardedForms(File.ReadAllText(file)) > 0)
                .Select(Path.GetFileName)
        );

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>@S[\"a.b\"] members</p>", "members")]
    [InlineData("<a aria-label=\"Close\">@X</a>", "Close")]
    [InlineData("@if (open)\n{\n  <p>Open</p>\n}\nelse\n{\n  <p>@No</p>\n}", "Open")]
    [InlineData("<Card Title=\"Report\" />", "Report")]
    public void The_scanner_finds_a_sentence_left_in_a_page(string page, string sentence) =>
        Assert.Contains(
            sentence,
            Assert.Single(RazorText.Literals(page)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "@page \"/a\"\n@inject Sentences S\n<p class=\"x\">@S[\"a.b\", (\"n\", Count(1))]: @(x ? \"a\" : \"b\")</p>\n@code { string a = \"<p>words</p>\"; }"
    )]
    [InlineData(
        "@foreach (var (a, b) in All.Select((a, b) => (a, b)))\n{\n  <p aria-label=\"@a.Name\">@b?.Name[^1]</p>\n}\nelse if (x)\n{\n}"
    )]
    [InlineData("@* words in a remark *@<!DOCTYPE html><p>1 — 2</p><!-- words -->")]
    public void The_scanner_leaves_code_alone(string page) =>
        Assert.Empty(RazorText.Literals(page));

    [Fact]
    public void The_scanner_finds_a_form_without_a_token()
    {
        Assert.Equal(
            1,
            RazorText.UnguardedForms("<form method=\"post\"><button>@X</button></form>")
        );
        Assert.Equal(
            0,
            RazorText.UnguardedForms("<form method=\"post\"><AntiforgeryToken /></form>")
        );
        Assert.Equal(0, RazorText.UnguardedForms("<form method=\"get\"></form>"));
    }
}
