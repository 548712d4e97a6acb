using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

public sealed record NotYourMandate(MandateNo Mandate)
    : Reason("mandate.not-yours", ReasonKind.NotYou);

/// <summary>A holder gives the mandate back. It stops no recall that reached its threshold (R5).</summary>
public sealed record Resign(MandateNo Mandate) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Terms.Article;
                var mandate = section.Mandates.Of(Mandate);
                if (!mandate.InForceAt(occasion.Now))
                    return new MandateNotInForce(Mandate).By(article);
                if (mandate.Holder != member.No)
                    return new NotYourMandate(Mandate).By(article);
                var unfolding = new Unfolding(section);
                Vacancies.Empty(unfolding, mandate, EndOfMandate.Resigned, occasion.Now);
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
