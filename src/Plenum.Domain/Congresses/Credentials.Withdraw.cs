using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Congresses;

public static partial class Credentials
{
    /// <summary>The seat is empty from the instant the section names, which may lie before the letter came.</summary>
    public static void Withdraw(
        Unfolding unfolding,
        SectionId from,
        MandateNo sent,
        EndOfMandate how,
        Instant at,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        if (section.Congresses.Waiting.ContainsKey(new Credential(from, sent)))
            unfolding.Then(new CongressesEvent.Withdrawn(from, sent, how, at));
        if (!section.Congresses.Seats.TryGetValue(new Credential(from, sent), out var seat))
        {
            WithdrawAfterwards(unfolding, from, sent, how, at, occasion);
            return;
        }
        var mandate = section.Mandates.Of(seat);
        unfolding.Then(new CongressesEvent.Withdrawn(from, sent, how, at));
        if (mandate == MandatesRecord.NoMandate)
            return;
        unfolding.Then(new MandatesEvent.Ended(seat, how, at));
        // Whoever gives way takes back nothing: what was said on the seat stands, and in a division that is open it is taken.
        if (how != EndOfMandate.GaveWay)
            TakeOut(unfolding, mandate, at, occasion);
        var holder = unfolding.Section.Membership.Of(mandate.Holder);
        if (
            holder.Standing is Standing.Delegate
            && !unfolding.Section.Mandates.OfHolder(holder.No).Any()
        )
            unfolding.Then(new MembershipEvent.Left(holder.No));
        SeatWhoWaited(unfolding, holder.Person, occasion.Now);
    }

    // Nobody saves a vote from a recall by giving way first.
    private static void WithdrawAfterwards(
        Unfolding unfolding,
        SectionId from,
        MandateNo sent,
        EndOfMandate how,
        Instant at,
        Occasion occasion
    )
    {
        if (
            how == EndOfMandate.GaveWay
            || !unfolding.Section.Congresses.GaveWay.TryGetValue(
                new Credential(from, sent),
                out var left
            )
        )
            return;
        unfolding.Then(new CongressesEvent.Withdrawn(from, sent, how, at));
        TakeOut(unfolding, left, at, occasion);
    }

    private static void TakeOut(Unfolding unfolding, Mandate mandate, Instant at, Occasion occasion)
    {
        Divisions.WithoutSeat(unfolding, mandate, occasion.Now);
        LateWithdrawals.Recompute(unfolding, mandate, at, occasion);
    }

    /// <summary>A section has left: nobody sits for it any more.</summary>
    public static void WithdrawAll(Unfolding unfolding, SectionId from, Occasion occasion)
    {
        foreach (
            var credential in unfolding.Section.Congresses.Seats.Keys.Where(c => c.Section == from)
        )
            Withdraw(
                unfolding,
                from,
                credential.Mandate,
                EndOfMandate.LostEligibility,
                occasion.Now,
                occasion
            );
    }
}
