using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>An article of which words changed: title and prose of both texts, word by word.</summary>
public sealed record Rewording(ArticleId Article, EquatableArray<Passage> Passages);

/// <summary>Two texts of statutes held against each other: 0 no right narrowed, 1 narrowing, 2 bad input.</summary>
public static class StatutesDiff
{
    public static Printout Diff(string before, string after, string language, bool json)
    {
        var (old, now) = (Draft.Parse(before), Draft.Parse(after));
        var bad = new[] { old, now }
            .SelectMany(d => d.Findings.Items)
            .Where(f => f.Code is "syntax" or "duplicate-key")
            .ToList();
        if (bad.Count > 0)
            return new(2, string.Concat(bad.Select(f => Line(f, language))));
        var changes = Changes.Between(old, now);
        var verdict = Directions.Of(changes);
        return new(
            verdict == ChangeDirection.Narrowing ? 1 : 0,
            json
                ? Json(old, now, changes, verdict, language)
                : Lines(old, now, changes, verdict, language)
        );
    }

    /// <summary>The articles whose title or prose reads otherwise; new and struck ones are all one passage.</summary>
    public static EquatableArray<Rewording> Rewordings(Draft before, Draft after) =>
        before
            .Articles.Items.Concat(after.Articles.Items)
            .Select(a => a.Id)
            .Distinct()
            .Select(id => (Id: id, Old: Prose(before, id), Now: Prose(after, id)))
            .Where(a => a.Old != a.Now)
            .Select(a => new Rewording(a.Id, Passages.Between(a.Old, a.Now)))
            .ToEquatable();

    private static string Prose(Draft draft, ArticleId id) =>
        draft.Articles.Items.FirstOrDefault(a => a.Id == id) is { } article
            ? article.Title + "\n\n" + article.Prose
            : "";

    private static string Line(Finding finding, string language) =>
        $"{finding.Line}:{finding.Column} {FindingText.Of(finding, language).Message}\n";

    private static string Lines(
        Draft before,
        Draft after,
        EquatableArray<Change> changes,
        ChangeDirection verdict,
        string language
    )
    {
        var output = new StringBuilder();
        foreach (var change in changes)
            output.Append(
                CultureInfo.InvariantCulture,
                $"{change.Article}:{change.Line} {Direction(change.Direction, language)} {change.Path}\n    {ChangeText.Of(change, before, after, language)}\n"
            );
        foreach (var rewording in Rewordings(before, after))
            output.Append(
                CultureInfo.InvariantCulture,
                $"{rewording.Article} {Direction(ChangeDirection.Wording, language)}\n    {string.Join(' ', rewording.Passages.Items.Select(Marked))}\n"
            );
        return output
            .Append(ChangeText.Word("verdict/" + ChangeText.Name(verdict), language))
            .Append('\n')
            .ToString();
    }

    private static string Direction(ChangeDirection direction, string language) =>
        ChangeText.Word("directions/" + ChangeText.Name(direction), language);

    private static string Marked(Passage passage) =>
        passage.Kind switch
        {
            PassageKind.Kept => passage.Text,
            PassageKind.Struck => "[-" + passage.Text + "-]",
            PassageKind.Added => "{+" + passage.Text + "+}",
        };

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Json(
        Draft before,
        Draft after,
        EquatableArray<Change> changes,
        ChangeDirection verdict,
        string language
    ) =>
        JsonSerializer.Serialize(
            new
            {
                verdict = ChangeText.Name(verdict),
                changes = changes.Items.Select(c => new
                {
                    article = c.Article.Value,
                    line = c.Line,
                    key = c.Path.ToString(),
                    before = c.Before,
                    after = c.After,
                    direction = ChangeText.Name(c.Direction),
                    @case = c.Case,
                    sentence = ChangeText.Of(c, before, after, language),
                }),
                wording = Rewordings(before, after)
                    .Items.Select(r => new
                    {
                        article = r.Article.Value,
                        passages = r.Passages.Items.Select(p => new
                        {
                            kind = p.Kind.ToString().ToLowerInvariant(),
                            text = p.Text,
                        }),
                    }),
            },
            Pretty
        ) + "\n";
}
