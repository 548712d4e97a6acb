namespace Plenum.Domain.Membership;

/// <summary>This member has not asked to move.</summary>
public sealed record NotMoving() : Reason("transfer.none");

/// <summary>A member who asked to move stays after all; whatever the other section says later changes nothing.</summary>
public sealed record TakeBackTransfer : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.Membership.DepartureOf(member.No) == Departure.None
                    ? new NotMoving().By(section.Rules.Membership.Article)
                    : new Ruling.InOrder(
                        new Authority.Member(member.No),
                        section.Rules.Membership.Article,
                        Transfers.TakeBack(new Unfolding(section), member.No).Events,
                        []
                    )
        );
}
