using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>Enough founders are there: the section has members and its elections open by themselves.</summary>
public static class Constituting
{
    /// <summary>Until keepers are elected, the first of the founders keeps the server: somebody's laptop it has to be (C20).</summary>
    public static Unfolding Constitute(Unfolding unfolding, Instant now)
    {
        unfolding.Then(
            new SectionsEvent.Constituted(now, unfolding.Section.Membership.InGoodStanding)
        );
        CarriedMandates.BeginAll(unfolding, now);
        Credentials.SeatAllWhoWait(unfolding, now);
        var section = unfolding.Section;
        var keepers = section.Rules.Keepers;
        if (section.Mandates.OfBody(keepers.Body).Any())
            return Calling.CallAll(unfolding, now);
        var until = section.After(now, keepers.FirstKeeper);
        var first = section.Membership.Members.Values.First(m => m.IsInGoodStanding);
        unfolding.Then(
            new MandatesEvent.Began(
                section.Mandates.NextNo,
                keepers.Body,
                first.No,
                BodyId.Members,
                now,
                until,
                until,
                MatterNo.None,
                BoxNo.None,
                Term: 1
            )
        );
        return Calling.CallAll(unfolding, now);
    }
}
