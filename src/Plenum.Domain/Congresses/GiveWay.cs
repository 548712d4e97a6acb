using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

public sealed record NotADelegate(MandateNo Mandate) : Reason("alternate.not-a-delegate");

public sealed record AlreadyStoodInFor(MandateNo Mandate) : Reason("alternate.already");

public sealed record NoSuchAlternate(MandateNo Alternate) : Reason("alternate.none");

public sealed record AlternateSits(MandateNo Alternate) : Reason("alternate.sits");

/// <summary>
/// A delegate cannot come and names one of those whom the members elected as alternates. Nobody else can be named, so
/// that every seat is filled by its constituents (C13); the delegate chooses, so that a minority keeps its voice.
/// </summary>
public sealed record GiveWay(MandateNo Mandate, MandateNo Alternate) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var mandate = section.Mandates.Of(Mandate);
                if (!mandate.InForceAt(occasion.Now))
                    return new MandateNotInForce(Mandate).By(section.Rules.Terms.Article);
                if (!section.Statutes.Book.Has(mandate.Body, BodyKind.Delegation))
                    return new NotADelegate(Mandate).By(section.Rules.Terms.Article);
                var article = section.RuleOf(mandate.Body).Article;
                if (mandate.Holder != member.No)
                    return new NotYourMandate(Mandate).By(article);
                if (Alternates.For(section, Mandate) != MandatesRecord.NoMandate)
                    return new AlreadyStoodInFor(Mandate).By(article);
                var alternate = section.Mandates.Of(Alternate);
                if (
                    !alternate.InForceAt(occasion.Now)
                    || !section.Statutes.Book.Has(alternate.Body, BodyKind.Alternates)
                )
                    return new NoSuchAlternate(Alternate).By(article);
                return Alternates.IsFree(section, alternate, occasion.Now)
                    ? Ruling.Under(
                        new Authority.Mandate(Mandate),
                        article,
                        new CongressesEvent.GaveWay(Mandate, Alternate, occasion.Now)
                    )
                    : new AlternateSits(Alternate).By(article);
            }
        );
}
