using System.Text.RegularExpressions;
using Plenum.Testing;
using Plenum.Web.About;
using Plenum.Web.Speech;

namespace Plenum.Browser.Tests.Speech;

/// <summary>Words of procedure explain themselves, and mean what the referee of words says.</summary>
public sealed partial class TermTests
{
    [GeneratedRegex("^\\| (?<words>[^|]+) \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [Fact]
    public void Every_term_has_a_name_and_a_meaning_in_every_language()
    {
        foreach (var language in Catalogue.Languages)
        {
            var s = new Sentences(language, NodaTime.DateTimeZone.Utc);
            var names = Terms.All.Select(s.NameOf).ToList();
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(
                Terms.All,
                term => Assert.EndsWith(".", s.MeaningOf(term), StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Every_term_has_a_row_in_the_page_of_terms()
    {
        var page = File.ReadAllText(Path.Combine(Golden.Root, "docs", "terms.md"));
        var words = Row()
            .Matches(page)
            .SelectMany(row => row.Groups["words"].Value.Split(", "))
            .Select(word => word.Split(" (")[0].Trim())
            .ToHashSet(StringComparer.Ordinal);
        var s = new Sentences("en", NodaTime.DateTimeZone.Utc);

        Assert.DoesNotContain(Terms.All, term => !words.Contains(s.NameOf(term)));
    }

    [Fact]
    public void No_sentence_explains_a_term_that_is_none()
    {
        var named = Catalogue
            .In("en")
            .Patterns.Keys.Where(key => key.StartsWith("word.Term.", StringComparison.Ordinal))
            .Select(key => key["word.Term.".Length..]);

        Assert.Equal(
            Terms.All.Select(term => term.ToString()).Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal)
        );
    }
}
