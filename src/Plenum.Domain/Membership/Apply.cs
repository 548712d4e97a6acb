using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>A member, an applicant or somebody invited has no need to apply.</summary>
public sealed record AlreadyOnTheRoll(MemberNo Member) : Reason("member.already-on-the-roll");

public sealed record TooYoung(int MinimumAge) : Reason("member.too-young", ReasonKind.NotYou);

/// <summary>The members are deciding about this person.</summary>
public sealed record BeforeTheMembers(MemberNo Applicant) : Reason("member.before-the-members");

/// <summary>
/// Anybody accepts the programme as a basis for common work, with reservations if they have any, and asks to join;
/// somebody who was a member keeps their number, and with it the count of their terms.
/// </summary>
public sealed record Apply(int ProgrammeVersion, string Reservation, bool IsOldEnough) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Sections.Founding != Founding.Constituted
            ? new NotConstituted()
            : section.AsPerson(occasion, person => Decide(section, occasion, person));

    private Ruling Decide(Section section, Occasion occasion, PersonId person)
    {
        var rule = section.Rules.Membership;
        var known = section.Membership.Of(person);
        if (known.Standing is not (Standing.Refused or Standing.Left or Standing.Lapsed))
            return new AlreadyOnTheRoll(known.No).By(rule.Article);
        if (Admissions.IsBeforeTheMembers(section, known.No))
            return new BeforeTheMembers(known.No).By(rule.Article);
        if (ProgrammeVersion != section.Programme.Version)
            return new ProgrammeNotInForce(ProgrammeVersion, section.Programme.Version).By(
                rule.Article
            );
        if (!IsOldEnough)
            return new TooYoung(rule.MinimumAge).By(rule.Article);
        return Arriving.WithReservation(
            Reservation,
            () =>
                Ruling.Under(
                    new Authority.Anyone(),
                    rule.Article,
                    new MembershipEvent.Applied(
                        known.No == MemberNo.None ? section.Membership.NextNo : known.No,
                        person,
                        ProgrammeVersion,
                        Reservation,
                        section.After(occasion.Now, rule.Deadline)
                    )
                )
        );
    }
}
