using NodaTime;
using Plenum.Domain.Mandates;

namespace Plenum.Domain.Membership;

/// <summary>What ends with a membership.</summary>
public static class Departing
{
    /// <summary>Every seat of somebody who is no longer a member is empty, those not begun yet included.</summary>
    public static Unfolding EndMandates(Unfolding unfolding, MemberNo member, Instant now)
    {
        foreach (var mandate in unfolding.Section.Mandates.OfHolder(member))
            Vacancies.Empty(unfolding, mandate, EndOfMandate.LostEligibility, now);
        return unfolding;
    }
}
