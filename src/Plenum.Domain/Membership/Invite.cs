using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>Whoever keeps the register invites one person of an older roll.</summary>
public sealed record Invite(PersonId Person, Instant MemberSince) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        new InviteMany([new Invitation(Person, MemberSince)]).Decide(section, occasion);
}
