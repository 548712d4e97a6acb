namespace Plenum.Domain.Membership;

/// <summary>This person belongs to nothing here that they could leave.</summary>
public sealed record NothingToLeave() : Reason("member.nothing-to-leave");

/// <summary>Somebody leaves, at once and without anybody's consent; an applicant or somebody invited may decline alike.</summary>
public sealed record Leave : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsPerson(
            occasion,
            person =>
            {
                var member = section.Membership.Of(person);
                return
                    member.Standing
                        is Standing.Left
                            or Standing.Lapsed
                            or Standing.Refused
                            or Standing.Delegate
                            or Standing.Awaited
                    ? new NothingToLeave()
                    : new Ruling.InOrder(
                        member.IsInGoodStanding
                            ? new Authority.Member(member.No)
                            : new Authority.Anyone(),
                        section.Rules.Membership.Article,
                        Departing
                            .EndMandates(
                                Transfers
                                    .TurnAway(
                                        new Unfolding(section),
                                        member.No,
                                        TransferAnswer.Declined
                                    )
                                    .Then(new MembershipEvent.Left(member.No)),
                                member.No,
                                occasion.Now
                            )
                            .Events,
                        []
                    );
            }
        );
}
