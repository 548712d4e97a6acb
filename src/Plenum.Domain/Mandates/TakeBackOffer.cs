using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

public sealed record NotOffering(BodyId Body) : Reason("interim.not-offering", ReasonKind.NotYou);

/// <summary>Somebody who offered to act in an empty office is no longer willing.</summary>
public sealed record TakeBackOffer(BodyId Body) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (!section.Statutes.Book.Has(Body))
                    return new NoSuchBody(Body);
                var article = section.RuleOf(Body).Article;
                if (section.Mandates.OffersOpen(Body, occasion.Now) is not { } vacancy)
                    return new NoOffersOpen(Body).By(article);
                return vacancy.Offers.Contains(member.No)
                    ? Ruling.Under(
                        new Authority.Member(member.No),
                        article,
                        new MandatesEvent.OfferTakenBack(vacancy.No, Body, member.No)
                    )
                    : new NotOffering(Body).By(article);
            }
        );
}
