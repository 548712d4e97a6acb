using Plenum.Domain.Statutes;

namespace Plenum.Web.Statutes;

/// <summary>The sentences generated from an article's rules: what members vote on.</summary>
public static class RuleWords
{
    public static IEnumerable<string> Of(Article article, string language) => [];
}
