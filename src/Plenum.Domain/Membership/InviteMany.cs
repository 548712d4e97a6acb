using NodaTime;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Nobody has been a member since a day that has not come.</summary>
public sealed record SinceTheFuture(Instant MemberSince)
    : Reason("invitation.since-the-future", ReasonKind.NotThis);

/// <summary>
/// Whoever keeps the register carries an older roll over: everybody on it is a member once they accept. A circle has
/// nobody who keeps a register, so that there each who has accepted may invite.
/// </summary>
public sealed record InviteMany(EquatableArray<Invitation> Invitations) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Sections.Founding == Founding.Circle
            ? section.AsMember(
                occasion,
                member => Invite(section, occasion.Now, new Authority.Member(member.No))
            )
            : section.WithPower(
                occasion,
                Power.Register,
                (_, mandate) => Invite(section, occasion.Now, new Authority.Mandate(mandate.No))
            );

    private Ruling Invite(Section section, Instant now, Authority authority)
    {
        foreach (var early in Invitations.Where(i => i.MemberSince > now))
            return new SinceTheFuture(early.MemberSince);
        var unfolding = new Unfolding(section);
        return Membership.Invitations.Each(
            unfolding,
            Invitations,
            () =>
                new Ruling.InOrder(
                    authority,
                    section.Rules.Membership.Article,
                    unfolding.Events,
                    []
                )
        );
    }
}
