using System.Collections.Immutable;
using Plenum.Domain.Statutes;

namespace Plenum.Web.Statutes;

/// <summary>The sentences generated from an article's rules: what members vote on, whoever carries it out.</summary>
public static class RuleWords
{
    /// <summary>What the program applies.</summary>
    public static ImmutableArray<string> Applied(Draft draft, Article article, string language) =>
        Where(draft, article, language, isCarriedOut: true);

    /// <summary>What binds people and the program does nothing about.</summary>
    public static ImmutableArray<string> LeftToMembers(
        Draft draft,
        Article article,
        string language
    ) => Where(draft, article, language, isCarriedOut: false);

    private static ImmutableArray<string> Where(
        Draft draft,
        Article article,
        string language,
        bool isCarriedOut
    ) =>
        [
            .. RuleSentences
                .Of(draft, article, language)
                .Items.Where(s => s.IsCarriedOut == isCarriedOut)
                .Select(s => s.Text),
        ];
}
