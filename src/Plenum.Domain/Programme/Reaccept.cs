using Plenum.Domain.Membership;

namespace Plenum.Domain.Programme;

/// <summary>This member has accepted the version in force, and says nothing new about it.</summary>
public sealed record AlreadyAccepted(int Version) : Reason("programme.already-accepted");

/// <summary>A member accepts the programme as it stands now, or records a reservation about it (S06).</summary>
public sealed record Reaccept(string Reservation) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                member.AcceptedProgramme == section.Programme.Version
                && string.IsNullOrWhiteSpace(Reservation)
                    ? new AlreadyAccepted(section.Programme.Version).By(
                        section.Rules.Membership.Article
                    )
                    : Arriving.WithReservation(
                        Reservation,
                        () =>
                            Ruling.Under(
                                new Authority.Member(member.No),
                                section.Rules.Membership.Article,
                                new MembershipEvent.Reaccepted(
                                    member.No,
                                    section.Programme.Version,
                                    Reservation
                                )
                            )
                    )
        );
}
