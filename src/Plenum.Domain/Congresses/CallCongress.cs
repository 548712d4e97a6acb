using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>The returns of the congress that was called are still coming in.</summary>
public sealed record CongressUnderWay(int Congress) : Reason("congress.under-way");

/// <summary>No section belongs to this one, so there is nobody to send delegates.</summary>
public sealed record NoAffiliates() : Reason("congress.no-affiliates");

/// <summary>
/// Whoever convenes calls the congress: every section returns its members as of now, gets seats by them and elects its
/// delegates, all by itself.
/// </summary>
public sealed record CallCongress(BodyId Congress) : Command
{
    /// <summary>So long the allotment waits for returns.</summary>
    public static readonly Period ReturnsWithin = Period.FromDays(14);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Convene,
            (_, mandate) =>
            {
                if (
                    !section.Statutes.Book.Has(Congress)
                    || section.Statutes.Book.Body(Congress) is not { Kind: BodyKind.Congress } body
                )
                    return new NoSuchBody(Congress);
                if (section.Sections.Tree.Affiliates.IsEmpty)
                    return new NoAffiliates().By(body.Article);
                var open = section.Congresses.All.Values.LastOrDefault(c => !c.IsAllotted);
                if (open is not null)
                    return new CongressUnderWay(open.No).By(body.Article);
                var unfolding = new Unfolding(section);
                Summoned.Call(unfolding, body, occasion.Now);
                return new Ruling.InOrder(
                    new Authority.Mandate(mandate.No),
                    body.Article,
                    unfolding.Events,
                    []
                );
            }
        );
}
