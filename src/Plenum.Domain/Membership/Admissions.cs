using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>When a new member may do what.</summary>
public static class Admissions
{
    /// <summary>Speaks and publishes at once; votes after the waiting periods, equal for all (C19).</summary>
    public static MembershipEvent.Admitted Admit(
        Section section,
        MemberNo no,
        AdmittedBy by,
        Instant now
    ) =>
        new(
            no,
            by,
            now,
            section.After(now, section.Rules.Membership.WaitingPeriod),
            section.After(now, section.Rules.Membership.WaitingPeriodForBasicLaw)
        );
}
