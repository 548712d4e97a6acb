using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>
/// What changes of articles make of the statutes in force: the new text read and held against the charter, what that does
/// to members' rights, and the rule of the federation it would cross. A function of the statutes, the changes and the
/// frame, and of nothing else.
/// </summary>
public sealed record Amended : Prepared
{
    private Amended(
        StatuteBook before,
        EquatableArray<ArticleChange> changes,
        EquatableArray<FrameRule> frame
    )
    {
        (Before, Changes, Frame) = (before.Digest, changes, frame);
        var articles = new ArticleLines(before.Draft);
        Stale = changes
            .Items.Where(c => articles.DigestOf(c.Article) != c.Base)
            .Select(c => c.Article)
            .ToEquatable();
        if (Stale.Count > 0)
            return;
        Text = articles.With(changes);
        if (IsTheSame)
            return;
        var draft = Draft.Parse(Text);
        Adoption = StatuteBook.Amend(draft, before.Draft);
        Carried = Adoption is Adoption.Conforms ? Adoption : StatuteBook.Carry(draft);
        if (Carried is not Adoption.Conforms { Book: var book })
            return;
        Direction = Directions.Of(before.Draft, book.Draft);
        Crossed = Frames.Crossed(frame, before.Draft, book.Draft);
    }

    private Digest Before { get; }

    private EquatableArray<ArticleChange> Changes { get; }

    private EquatableArray<FrameRule> Frame { get; }

    /// <summary>Articles that have changed since the changes were written.</summary>
    public EquatableArray<ArticleId> Stale { get; }

    /// <summary>The whole text with the changes made.</summary>
    public string Text { get; } = "";

    public bool IsTheSame => Digest.Of(Text) == Before;

    /// <summary>What the check says to whoever proposes it now.</summary>
    public Adoption Adoption { get; } = new Adoption.Breaks([]);

    /// <summary>What it says when it takes effect: put forward under an earlier version of the check, it is judged by that one.</summary>
    public Adoption Carried { get; } = new Adoption.Breaks([]);

    public ChangeDirection Direction { get; }

    /// <summary>The first rule that the change would cross.</summary>
    public FrameRule? Crossed { get; }

    /// <summary>As it was prepared, where it was made from the same; otherwise worked out now.</summary>
    public static Amended Of(
        Section section,
        Occasion occasion,
        EquatableArray<ArticleChange> changes
    ) =>
        occasion.Prepared is Amended ready && ready.Changes == changes && ready.Fits(section)
            ? ready
            : Of(section, changes);

    public static Amended Of(Section section, EquatableArray<ArticleChange> changes) =>
        new(section.Statutes.Book, changes, FrameOf(section));

    /// <summary>What was longer before may be shortened by and by.</summary>
    public bool IsTooLong(Draft before) =>
        Text.Length > Amend.MostText && Text.Length > before.Text.Length;

    public override bool Fits(Section section) =>
        Before == section.Statutes.Book.Digest && Frame == FrameOf(section);

    public override Section Read(Section section) =>
        Carried is Adoption.Conforms { Book: var book } && book == section.Statutes.Book
            ? section with
            {
                Statutes = section.Statutes with { Book = book },
            }
            : section;

    private static EquatableArray<FrameRule> FrameOf(Section section) =>
        section.Competences.Frame.RulesOf(section.Sections.Tree.Federation.Federation);
}
