using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>A text taken apart into lines once, for all that is asked about its articles.</summary>
internal sealed class ArticleLines(Draft draft)
{
    private readonly string[] _lines = draft.Text.Split('\n');
    private readonly Dictionary<ArticleId, Article> _articles = draft
        .Articles.Items.GroupBy(a => a.Id)
        .ToDictionary(same => same.Key, same => same.First());

    public string TextOf(Article article) =>
        string.Join('\n', _lines[(article.Line - 1)..article.EndLine]).TrimEnd() + "\n";

    public Digest DigestOf(ArticleId id) =>
        _articles.TryGetValue(id, out var article) ? Digest.Of(TextOf(article)) : Digest.None;

    /// <summary>The whole text with the changes made; new articles stand at the end.</summary>
    public string With(IEnumerable<ArticleChange> changes)
    {
        var lines = _lines.ToList();
        var (old, added) = (
            changes.Where(c => _articles.ContainsKey(c.Article)),
            changes.Where(c => !_articles.ContainsKey(c.Article) && c.Text.Length > 0)
        );
        foreach (var change in old.OrderByDescending(c => _articles[c.Article].Line))
        {
            var article = _articles[change.Article];
            lines.RemoveRange(
                article.Line - 1,
                Math.Min(article.EndLine, lines.Count) - article.Line + 1
            );
            if (change.Text.Length > 0)
                lines.InsertRange(article.Line - 1, [.. change.Text.TrimEnd().Split('\n'), ""]);
        }
        foreach (var change in added)
            lines.AddRange(["", .. change.Text.TrimEnd().Split('\n')]);
        return string.Join('\n', lines).TrimEnd() + "\n";
    }
}
