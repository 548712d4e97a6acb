using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>Only a seat that a section has filled in a congress can be disputed there.</summary>
public sealed record NotASeatOfACongress(MandateNo Mandate) : Reason("credential.no-seat");

/// <summary>Whether somebody sits rightly is asked by those they would sit with.</summary>
public sealed record OnlyDelegatesDispute(BodyId Body)
    : Reason("credential.not-a-delegate", ReasonKind.NotYou);

/// <summary>Whoever thinks their own seat wrong resigns it.</summary>
public sealed record YourOwnSeat(MandateNo Mandate) : Reason("credential.your-own");

/// <summary>The congress is asked already, or has answered: one seat, one ground, one answer.</summary>
public sealed record DisputedAlready(MandateNo Mandate, MatterNo Matter)
    : Reason("credential.disputed");

/// <summary>
/// A delegate asks the congress to set a seat aside. Whose seat it is speaks and votes on everything meanwhile, but not on
/// this; where nothing is decided the seat stands.
/// </summary>
public sealed record DisputeCredential(MandateNo Mandate, SeatGround Ground, string Words) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
            {
                var seat = section.Mandates.Of(Mandate);
                if (!seat.InForceAt(occasion.Now))
                    return new MandateNotInForce(Mandate).By(section.Rules.Terms.Article);
                var article = section.RuleOf(seat.Body).Article;
                if (!section.Congresses.Seats.ContainsValue(Mandate))
                    return new NotASeatOfACongress(Mandate).By(article);
                if (!section.IsElector(seat.Body, member.No, occasion.Now))
                    return new OnlyDelegatesDispute(seat.Body).By(article);
                if (seat.Holder == member.No)
                    return new YourOwnSeat(Mandate).By(article);
                if (Disputed.On(section, Mandate, Ground) is { } asked)
                    return new DisputedAlready(Mandate, asked.No).By(article);
                return Texts.WhenSound(
                    nameof(Words),
                    Words,
                    Texts.Body,
                    () =>
                        PutForward.ByMember(
                            section,
                            occasion,
                            member.No,
                            new Question.Unseat(Mandate, Ground, Document.Of(Words)),
                            Procedures.OfCredential(section, seat.Body, occasion.Now)
                        )
                );
            }
        );
}

/// <summary>Why a seat is said to be held wrongly: a closed list, and what somebody thinks is not on it.</summary>
public enum SeatGround
{
    /// <summary>Not elected as the statutes of the section say.</summary>
    NotElected,

    /// <summary>No member of the section on the day of its election.</summary>
    NotAMember,

    /// <summary>The section has taken the mandate back, and the seat is still filled.</summary>
    TakenBack,
}
