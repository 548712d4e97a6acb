using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>Nobody with this number is waiting to be admitted.</summary>
public sealed record NotApplying(MemberNo Applicant) : Reason("member.not-applying");

/// <summary>The time for deciding is over; what the deadline brings about comes by itself.</summary>
public sealed record DecisionOverdue(Instant DecideBy) : Reason("member.decision-overdue");

public sealed record AlreadyAttested(MemberNo Applicant) : Reason("member.already-attested");

/// <summary>A member vouches for an applicant (C19).</summary>
public sealed record Attest(MemberNo Applicant) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Waiting(
                    section,
                    occasion,
                    Applicant,
                    waiting =>
                        waiting.AttestedBy.Contains(member.No)
                            ? new AlreadyAttested(Applicant).By(section.Rules.Membership.Article)
                            : Ruling.Under(
                                new Authority.Member(member.No),
                                section.Rules.Membership.Article,
                                new MembershipEvent.Attested(Applicant, member.No)
                            )
                )
        );

    /// <summary>Goes on with an applicant about whom nothing is decided yet.</summary>
    internal static Ruling Waiting(
        Section section,
        Occasion occasion,
        MemberNo applicant,
        Func<Standing.Applicant, Ruling> then
    ) =>
        section.Membership.Of(applicant).Standing is not Standing.Applicant waiting
            ? new NotApplying(applicant).By(section.Rules.Membership.Article)
        : occasion.Now >= waiting.DecideBy
            ? new DecisionOverdue(waiting.DecideBy)
                .By(section.Rules.Membership.Article)
                .ByCharter("C19")
        : then(waiting);
}
