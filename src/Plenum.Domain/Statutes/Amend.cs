using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Statutes;

/// <summary>The article has changed since this amendment was written: it is written anew on what stands now.</summary>
public sealed record BaseChanged(ArticleId Changed)
    : Reason("amend.base-changed", ReasonKind.NotThis);

/// <summary>The text cannot be read as statutes: where, what was found, what was expected.</summary>
public sealed record StatutesUnreadable(EquatableArray<Finding> Findings)
    : Reason("amend.unreadable", ReasonKind.NotThis);

/// <summary>Nothing would change.</summary>
public sealed record NothingChanged() : Reason("amend.nothing-changed", ReasonKind.NotThis);

/// <summary>What sections weigh would change: that is put with what it does to their power.</summary>
public sealed record NeedsSimulation() : Reason("amend.needs-simulation", ReasonKind.NotThis);

/// <summary>What is the sections' would go up by an amendment: that takes the consent of each and a date (S13, T01).</summary>
public sealed record PowerMovesUp(SubjectId Subject)
    : Reason("amend.power-moves-up", ReasonKind.NotThis);

/// <summary>The federation leaves this open only between these bounds; a section that leaves it is bound by none.</summary>
public sealed record OutsideFrame(string Key, string Least, string Most, string Federation)
    : Reason("amend.outside-frame", ReasonKind.NotThis);

/// <summary>
/// Members change articles of the statutes, or the delegates of a congress before it (C8). What breaks the charter is
/// ruled out of order, and stays on the record with the rules it breaks; what narrows rights takes the long road, what is
/// mere wording the short one.
/// </summary>
public sealed record Amend(
    string Title,
    EquatableArray<ArticleChange> Changes,
    bool InCongress = false
) : Command
{
    public const int MostChanges = 50;

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Title),
                    Title,
                    Texts.Title,
                    // What sections weigh is changed only with its simulation, a reason and a day to look again (S67).
                    () =>
                        Put(
                            section,
                            occasion,
                            member,
                            (book, put) =>
                                Congresses.Reweighing.Concerns(section, book)
                                    ? new NeedsSimulation()
                                        .By(section.Rules.Amendment.Article)
                                        .ByCharter("C6")
                                    : put()
                        )
                )
        );

    /// <summary>Puts the change forward, when whoever asks agrees to what it makes of the statutes.</summary>
    internal Ruling Put(
        Section section,
        Occasion occasion,
        Member member,
        Func<StatuteBook, Func<Ruling>, Ruling> agreed
    )
    {
        var article = section.Rules.Amendment.Article;
        var draft = section.Statutes.Book.Draft;
        if (Changes.Count is 0 or > MostChanges)
            return new NothingChanged().By(article);
        foreach (var change in Changes.Where(c => Amendments.DigestOf(draft, c.Article) != c.Base))
            return new BaseChanged(change.Article).By(article);
        var text = Amendments.Compose(draft, Changes);
        if (Digest.Of(text) == draft.Digest)
            return new NothingChanged().By(article);
        if (
            BasicLaw.TooSoon(
                section,
                InCongress,
                question => question is Question.AmendStatutes a && a.Changes == Changes,
                occasion.Now
            ) is
            { } before
        )
            return before.By(article);
        return StatuteBook.Amend(Draft.Parse(text), draft) switch
        {
            Adoption.Conforms conforms when BetweenLevels(section, conforms.Book) is { } levels =>
                levels.By(article),
            Adoption.Conforms conforms => agreed(
                conforms.Book,
                () => Forward(section, occasion, member, Directions.Of(draft, conforms.Book.Draft))
            ),
            Adoption.Breaks breaks => OutOfOrder(section, occasion, member, breaks.Findings),
        };
    }

    // Neither does a federation take by amendment what is its sections', nor a section leave the frame while it belongs there.
    private static Reason? BetweenLevels(Section section, StatuteBook next) =>
        Amendments.MovesUp(section, next) is { Value.Length: > 0 } subject
            ? new PowerMovesUp(subject).ByCharter("C21")
            : Competences.Framing.Crosses(section, next);

    private Ruling Forward(
        Section section,
        Occasion occasion,
        Member member,
        ChangeDirection direction
    ) =>
        BasicLaw.Put(
            section,
            occasion,
            member,
            InCongress,
            new Question.AmendStatutes(Title, Changes, direction)
        );

    // A text that is no statutes is sent back; one that is and breaks the charter is a fact worth keeping.
    private Ruling OutOfOrder(
        Section section,
        Occasion occasion,
        Member member,
        EquatableArray<Finding> findings
    )
    {
        var article = section.Rules.Amendment.Article;
        var errors = findings.Where(f => f.Severity == Severity.Error).ToEquatable();
        if (errors.Any(f => !f.Code.StartsWith('C')))
            return new StatutesUnreadable(errors).By(article);
        return Ruling.Under(
            new Authority.Member(member.No),
            article,
            new MattersEvent.RuledOut(
                section.Matters.NextNo,
                nameof(Question.AmendStatutes),
                new Question.AmendStatutes(Title, Changes, ChangeDirection.Narrowing),
                errors
                    .Select(f => f.Code)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .ToEquatable(),
                member.No,
                occasion.Now
            )
        );
    }
}
