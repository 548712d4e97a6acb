using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>What sections weigh would stay as it is; such a change is put like any other.</summary>
public sealed record NothingReweighed() : Reason("reweigh.nothing", ReasonKind.NotThis);

/// <summary>Weights are looked at again on a day that lies ahead, and not too far.</summary>
public sealed record ReviewOutOfRange(Instant Latest)
    : Reason("reweigh.review", ReasonKind.NotThis);

/// <summary>No section is left without a vote (F36).</summary>
public sealed record ZeroWeight(SectionId Section)
    : Reason("reweigh.zero-weight", ReasonKind.NotThis);

/// <summary>Of two sections none can have less than half: a cap would only make them equal, and most sections decide besides (T14).</summary>
public sealed record NoCapForTwo() : Reason("reweigh.no-cap-for-two", ReasonKind.NotThis);

/// <summary>
/// Members change what sections weigh, with the reason and the day on which it is looked at again. The law works out what
/// it does to power and what it would have done to past divisions, and puts that before everybody who votes (S67).
/// </summary>
public sealed record Reweigh(
    string Title,
    EquatableArray<ArticleChange> Changes,
    string Why,
    Instant Review,
    bool InCongress = false
) : Command
{
    public override Prepared Prepare(Section section) => Put.Prepare(section);

    private Amend Put => new(Title, Changes, InCongress);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Title),
                    Title,
                    Texts.Title,
                    () =>
                        Texts.WhenSound(
                            nameof(Why),
                            Why,
                            Texts.Body,
                            () =>
                                Put.Put(
                                    section,
                                    occasion,
                                    member,
                                    (book, put) => Accompany(section, occasion, book, put)
                                )
                        )
                )
        );

    private Ruling Accompany(Section section, Occasion occasion, StatuteBook book, Func<Ruling> put)
    {
        var article = section.Rules.Amendment.Article;
        var latest = section.After(occasion.Now, Reweighing.LongestReview);
        if (!Reweighing.Concerns(section, book))
            return new NothingReweighed().By(article);
        if (Review <= occasion.Now || Review > latest)
            return new ReviewOutOfRange(latest).By(article);
        if (
            section.Sections.Tree.Affiliates.Count == 2
            && book.Rules.SectionsVote.Weights == SectionWeights.Capped
            && section.Rules.SectionsVote.Weights != SectionWeights.Capped
        )
            return new NoCapForTwo().By(article).ByCharter("C6");
        var simulation = Reweighing.Simulate(section, book, occasion);
        foreach (
            var nobody in simulation.Sections.Where(s => s.VotesAfter == 0 || s.SeatsAfter == 0)
        )
            return new ZeroWeight(nobody.Section).By(article).ByCharter("C6");
        return put() switch
        {
            Ruling.InOrder inOrder => inOrder with
            {
                Events = inOrder.Events.Add(
                    new CongressesEvent.ReweighingPut(
                        section.Matters.NextNo,
                        simulation,
                        Document.Of(Why),
                        Review
                    )
                ),
            },
            Ruling.OutOfOrder no => no,
        };
    }
}
