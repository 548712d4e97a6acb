using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>How changes of articles make a new text, and whether it may stand.</summary>
public static class Amendments
{
    /// <summary>An article's own lines, heading and rules included.</summary>
    public static string TextOf(Draft draft, Article article) =>
        string.Join('\n', draft.Text.Split('\n')[(article.Line - 1)..article.EndLine]).TrimEnd()
        + "\n";

    public static Digest DigestOf(Draft draft, ArticleId id) =>
        draft.Articles.Items.FirstOrDefault(a => a.Id == id) is { } article
            ? Digest.Of(TextOf(draft, article))
            : Digest.None;

    /// <summary>Whether every article still reads as it did when the change was written.</summary>
    public static bool BasesHold(Draft draft, IEnumerable<ArticleChange> changes) =>
        changes.All(change => DigestOf(draft, change.Article) == change.Base);

    /// <summary>The whole text with the changes made; new articles stand at the end.</summary>
    public static string Compose(Draft draft, IEnumerable<ArticleChange> changes)
    {
        var lines = draft.Text.Split('\n').ToList();
        var places = draft.Articles.ToDictionary(a => a.Id);
        foreach (
            var change in changes
                .Where(c => places.ContainsKey(c.Article))
                .OrderByDescending(c => places[c.Article].Line)
        )
        {
            var article = places[change.Article];
            lines.RemoveRange(
                article.Line - 1,
                Math.Min(article.EndLine, lines.Count) - article.Line + 1
            );
            if (change.Text.Length > 0)
                lines.InsertRange(article.Line - 1, [.. change.Text.TrimEnd().Split('\n'), ""]);
        }
        foreach (
            var change in changes.Where(c => !places.ContainsKey(c.Article) && c.Text.Length > 0)
        )
            lines.AddRange(["", .. change.Text.TrimEnd().Split('\n')]);
        return string.Join('\n', lines).TrimEnd() + "\n";
    }

    /// <summary>The subject that would go up without its sections' consent; none where there are no sections.</summary>
    public static SubjectId MovesUp(Section section, StatuteBook next) =>
        section.Sections.Tree.Affiliates.IsEmpty
            ? SubjectId.None
            : section.Rules.Competences.MovesUpIn(next.Rules.Competences);

    /// <summary>Checked again when it would take effect: its bases unchanged, and the text it makes conforms.</summary>
    public static bool StillHolds(Section section, Question.AmendStatutes amend)
    {
        var draft = section.Statutes.Book.Draft;
        return BasesHold(draft, amend.Changes)
            && StatuteBook.Carry(Draft.Parse(Compose(draft, amend.Changes)))
                is Adoption.Conforms conforms
            && MovesUp(section, conforms.Book) == SubjectId.None;
    }
}
