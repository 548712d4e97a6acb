using NodaTime;
using Plenum.Domain.Mandates;

namespace Plenum.Domain.Membership;

/// <summary>What ends with a membership.</summary>
public static class Departing
{
    /// <summary>Every seat of somebody who is no longer a member is empty, those not begun yet included.</summary>
    public static Unfolding EndMandates(Unfolding unfolding, MemberNo member, Instant now)
    {
        foreach (
            var mandate in unfolding.Section.Mandates.Current.Values.Where(m => m.Holder == member)
        )
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.LostEligibility, now));
        return unfolding;
    }
}
