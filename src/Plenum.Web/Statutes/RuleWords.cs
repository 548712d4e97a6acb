using Plenum.Domain.Statutes;

namespace Plenum.Web.Statutes;

/// <summary>The sentences generated from an article's rules: what members vote on.</summary>
public static class RuleWords
{
    public static IEnumerable<string> Of(Draft draft, Article article, string language) =>
        RuleSentences.Of(draft, article, language).Items.Select(s => s.Text);
}
