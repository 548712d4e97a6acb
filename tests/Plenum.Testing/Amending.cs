using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Testing;

/// <summary>Changes of articles by the words that become others.</summary>
public static class Amending
{
    /// <summary>The article with these words replaced; they have to stand there.</summary>
    public static ArticleChange Change(
        this Section section,
        ArticleId id,
        string was,
        string becomes
    )
    {
        var draft = section.Statutes.Book.Draft;
        var text = Amendments.TextOf(draft, draft.Articles.Items.First(a => a.Id == id));
        return text.Contains(was, StringComparison.Ordinal)
            ? new ArticleChange(
                id,
                Amendments.DigestOf(draft, id),
                text.Replace(was, becomes, StringComparison.Ordinal)
            )
            : throw new InvalidOperationException($"{id} does not say {was}");
    }
}
