using NodaTime;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Membership;

/// <summary>Nobody invited this person, or they have accepted already.</summary>
public sealed record NotInvited() : Reason("member.not-invited");

/// <summary>Somebody invited accepts the programme and is a member; enough founders constitute the section.</summary>
public sealed record AcceptInvitation(int ProgrammeVersion, string Reservation) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsPerson(
            occasion,
            person =>
                section.Membership.Of(person) is not { Standing: Standing.Invited } member
                    ? new NotInvited()
                : ProgrammeVersion != section.Programme.Version
                    ? new ProgrammeNotInForce(ProgrammeVersion, section.Programme.Version).By(
                        section.Rules.Membership.Article
                    )
                : Arriving.WithReservation(
                    Reservation,
                    () =>
                        new Ruling.InOrder(
                            new Authority.Anyone(),
                            section.Rules.Membership.Article,
                            Enter(section, member.No, occasion.Now).Events,
                            []
                        )
                )
        );

    private Unfolding Enter(Section section, MemberNo no, Instant now)
    {
        var circle = section.Sections.Founding == Founding.Circle;
        var by = circle ? AdmittedBy.Founding : AdmittedBy.Invitation;
        var unfolding = new Unfolding(section)
            .Then(new MembershipEvent.Reaccepted(no, ProgrammeVersion, Reservation))
            .Then(Admitted(section, no, by, now));
        var founders = unfolding.Section.Membership.InGoodStanding;
        return circle && founders >= section.Sections.FoundersNeeded
            ? Constituting.Constitute(unfolding, now)
            : unfolding;
    }

    // Founders vote at once, the twelfth like the fifth: nobody rules the statutes alone by having accepted first. Whoever
    // is carried over later waits as everybody does, counted from when they joined (C19).
    private static MembershipEvent.Admitted Admitted(
        Section section,
        MemberNo no,
        AdmittedBy by,
        Instant now
    )
    {
        if (
            by == AdmittedBy.Founding
            || section.Membership.Of(no).Standing is not Standing.Invited invited
            || invited.MemberSince <= section.Sections.ConstitutedAt
        )
            return new(no, by, now, now, now);
        var waiting = Admissions.Admit(section, no, by, Instant.Min(now, invited.MemberSince));
        return waiting with
        {
            Since = now,
            VotesFrom = Instant.Max(now, waiting.VotesFrom),
            VotesOnBasicLawFrom = Instant.Max(now, waiting.VotesOnBasicLawFrom),
        };
    }
}
