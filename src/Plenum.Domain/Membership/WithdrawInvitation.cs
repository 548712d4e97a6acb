using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Nobody with this number is invited: they have accepted, declined or never were.</summary>
public sealed record NoInvitation(MemberNo Member)
    : Reason("invitation.none", ReasonKind.NoSuchThing);

/// <summary>Whoever holds a seat loses it by recall and by nothing that an officer does.</summary>
public sealed record InvitedHoldsASeat(MemberNo Member) : Reason("invitation.holds-a-seat");

/// <summary>
/// Whoever may invite takes an invitation back that was not accepted yet, when a list carried over was the wrong one.
/// Nobody loses a right by it: there was none before the acceptance.
/// </summary>
public sealed record WithdrawInvitation(MemberNo Member) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Sections.Founding == Founding.Circle
            ? section.AsMember(
                occasion,
                member => Withdraw(section, new Authority.Member(member.No))
            )
            : section.WithPower(
                occasion,
                Power.Register,
                (_, mandate) => Withdraw(section, new Authority.Mandate(mandate.No))
            );

    private Ruling Withdraw(Section section, Authority authority) =>
        section.Mandates.OfHolder(Member).Any()
        || section.Mandates.Carried.Values.Any(c => c.Holder == Member)
            ? new InvitedHoldsASeat(Member).ByCharter("C2")
        : section.Membership.Of(Member).Standing is Standing.Invited
            ? Ruling.Under(
                authority,
                section.Rules.Membership.Article,
                new MembershipEvent.Left(Member)
            )
        : new NoInvitation(Member).By(section.Rules.Membership.Article);
}
