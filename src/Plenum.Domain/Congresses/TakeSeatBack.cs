using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

public sealed record NobodyStandsIn(MandateNo Mandate) : Reason("alternate.nobody");

/// <summary>A delegate for whom an alternate stands in is back.</summary>
public sealed record TakeSeatBack(MandateNo Mandate) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var mandate = section.Mandates.Of(Mandate);
                if (!mandate.InForceAt(occasion.Now))
                    return new MandateNotInForce(Mandate).By(section.Rules.Terms.Article);
                var article = section.RuleOf(mandate.Body).Article;
                if (mandate.Holder != member.No)
                    return new NotYourMandate(Mandate).By(article);
                return
                    Alternates.For(section, Mandate) is var alternate
                    && alternate == MandatesRecord.NoMandate
                    ? new NobodyStandsIn(Mandate).By(article)
                    : Ruling.Under(
                        new Authority.Mandate(Mandate),
                        article,
                        new CongressesEvent.TookSeatBack(Mandate, alternate.No, occasion.Now)
                    );
            }
        );
}
