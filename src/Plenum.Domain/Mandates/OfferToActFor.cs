using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>No vacancy of this body takes offers now.</summary>
public sealed record NoOffersOpen(BodyId Body) : Reason("interim.no-offers-open");

/// <summary>Only those act who elect to the seat (C13).</summary>
public sealed record NotAConstituent(BodyId Body)
    : Reason("interim.not-a-constituent", ReasonKind.NotYou);

/// <summary>Whoever held the seat last does not act in it until the election.</summary>
public sealed record HeldTheSeatLast(BodyId Body)
    : Reason("interim.held-the-seat-last", ReasonKind.NotYou);

public sealed record AlreadyOffering(BodyId Body) : Reason("interim.already-offering");

/// <summary>A constituent is willing to act in an empty office until its election; the lot decides among those who are (C13).</summary>
public sealed record OfferToActFor(BodyId Body) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (!section.Statutes.Book.Has(Body))
                    return new NoSuchBody(Body);
                var body = section.RuleOf(Body);
                if (section.Mandates.OffersOpen(Body, occasion.Now) is not { } vacancy)
                    return new NoOffersOpen(Body).By(body.Article);
                if (!section.IsElector(body.ElectedBy, member.No, occasion.Now))
                    return new NotAConstituent(Body).By(body.Article).ByCharter("C13");
                if (Interims.HeldItLast(section, Body, member.No))
                    return new HeldTheSeatLast(Body).By(body.Article).ByCharter("C13");
                if (vacancy.Offers.Contains(member.No))
                    return new AlreadyOffering(Body).By(body.Article);
                var term = section.Mandates.NextTerm(Body, member.No, occasion.Now);
                if (term > body.MaxConsecutive)
                    return new TermLimit(term, body.MaxConsecutive)
                        .By(body.Article)
                        .ByCharter("C1");
                return Ruling.Under(
                    new Authority.Member(member.No),
                    body.Article,
                    new MandatesEvent.Offered(vacancy.No, Body, member.No)
                );
            }
        );
}
