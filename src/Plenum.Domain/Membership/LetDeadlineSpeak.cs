using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>No deadline of this person has come.</summary>
public sealed record NoDeadlineOfAMember(MemberNo Member) : Reason("member.no-deadline");

/// <summary>
/// A deadline of a person has come. Silence admits an applicant whom members attest, and puts any other to the
/// members (C19); a lapse noticed twice and not cured takes effect (C5).
/// </summary>
public sealed record LetDeadlineSpeak(MemberNo Member, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
            Due != section.Membership.NextAt(Member) || occasion.Now < Due
                ? new NoDeadlineOfAMember(Member)
                : new Ruling.InOrder(
                    new Authority.Clock(),
                    section.Rules.Membership.Article,
                    Follow(section, occasion.Now).Events,
                    []
                )
        );

    private Unfolding Follow(Section section, Instant now)
    {
        var unfolding = new Unfolding(section);
        return section.Membership.Of(Member).Standing switch
        {
            Standing.Applicant applicant when IsVouchedFor(section, applicant) => Admissions.LetIn(
                unfolding,
                Member,
                AdmittedBy.Silence,
                now
            ),
            Standing.Applicant => Refer(unfolding, now),
            Standing.Noticed => Departing.EndMandates(
                unfolding.Then(new MembershipEvent.Lapsed(Member)),
                Member,
                now
            ),
            // These have no deadline, so that nothing was due.
            Standing.Invited
            or Standing.Referred
            or Standing.Refused
            or Standing.Good
            or Standing.Delegate
            or Standing.Awaited
            or Standing.Lapsed
            or Standing.Left => unfolding,
        };
    }

    private Unfolding Refer(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var matter = Admissions.PutToTheMembers(section, Member, now);
        var decided = section.After(matter.Stage.NextAt, matter.Procedure.Voting);
        return unfolding.Then(new MembershipEvent.Referred(Member, decided)).Then(matter);
    }

    // The letter of their own section is the document that attests whoever moves here (C19).
    private bool IsVouchedFor(Section section, Standing.Applicant applicant) =>
        section.Membership.Arrivals.ContainsKey(Member)
        || applicant.AttestedBy.Count(by => section.Membership.Of(by).IsInGoodStanding)
            >= section.Rules.Membership.AttestedBy;
}
