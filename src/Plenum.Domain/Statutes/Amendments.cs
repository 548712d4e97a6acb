using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>How changes of articles make a new text, and whether it may stand.</summary>
public static class Amendments
{
    /// <summary>An article's own lines, heading and rules included.</summary>
    public static string TextOf(Draft draft, Article article) =>
        new ArticleLines(draft).TextOf(article);

    public static Digest DigestOf(Draft draft, ArticleId id) =>
        new ArticleLines(draft).DigestOf(id);

    /// <summary>The whole text with the changes made; new articles stand at the end.</summary>
    public static string Compose(Draft draft, IEnumerable<ArticleChange> changes) =>
        new ArticleLines(draft).With(changes);

    /// <summary>The subject that would go up without its sections' consent; none where there are no sections.</summary>
    public static SubjectId MovesUp(Section section, StatuteBook next) =>
        section.Sections.Tree.Affiliates.IsEmpty
            ? SubjectId.None
            : section.Rules.Competences.MovesUpIn(next.Rules.Competences);

    /// <summary>Checked again when it would take effect: its bases unchanged, and the text it makes conforms.</summary>
    public static bool StillHolds(
        Section section,
        Question.AmendStatutes amend,
        Occasion occasion
    ) =>
        Amended.Of(section, occasion, amend.Changes)
            is { Stale.Count: 0, IsTheSame: false, Carried: Adoption.Conforms conforms }
        && MovesUp(section, conforms.Book) == SubjectId.None;

    /// <summary>The new text is in force, and what follows from it happens in the same breath.</summary>
    public static void TakeEffect(
        Unfolding unfolding,
        MatterNo matter,
        Question.AmendStatutes amend,
        Occasion occasion
    )
    {
        var before = unfolding.Section;
        var amended = Amended.Of(before, occasion, amend.Changes);
        unfolding
            .Then(
                new StatutesEvent.Adopted(
                    before.Statutes.Version + 1,
                    Document.Of(amended.Text),
                    matter
                )
            )
            .Reading(amended);
        Competences.Framing.AfterAmendment(unfolding, occasion.Now);
        Sections.InConstituency.Tell(unfolding, before.Rules.Organisation.Constituency);
        Abolished.Clear(unfolding, occasion.Now);
        Rebuilding.CallNew(unfolding, occasion.Now);
    }
}
