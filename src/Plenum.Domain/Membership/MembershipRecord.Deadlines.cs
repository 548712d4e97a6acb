using NodaTime;

namespace Plenum.Domain.Membership;

public sealed partial record MembershipRecord
{
    /// <summary>When the clock has to look at this member next.</summary>
    public Instant NextAt(MemberNo no) =>
        Of(no).Standing switch
        {
            Standing.Applicant applicant => applicant.DecideBy,
            Standing.Noticed { IsLast: true, Disputed: false } noticed => noticed.CureBy,
            _ => Instant.MaxValue,
        };

    private static Standing.Noticed Noticed(MembershipEvent.NoticeGiven given) =>
        new(given.Notice, given.CureBy, Disputed: false)
        {
            Of = given.Of,
            NextFrom = given.NextFrom,
        };
}
