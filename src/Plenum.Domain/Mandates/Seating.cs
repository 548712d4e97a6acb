using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>How a mandate begins.</summary>
public static class Seating
{
    public static MandatesEvent.Began Seat(
        Section section,
        BodyRule body,
        MemberNo holder,
        Instant since,
        Instant until,
        MatterNo by,
        BoxNo box
    ) =>
        new(
            section.Mandates.NextNo,
            body.Id,
            holder,
            body.ElectedBy,
            since,
            until,
            // Seats drawn by lot are not succeeded: another lot is drawn when there is something to do.
            body.Method == ElectionMethod.Lot
                ? until
                : section.Before(until, section.Rules.Elections.OpensBeforeEnd),
            by,
            box,
            section.Mandates.NextTerm(body.Id, holder, since)
        );
}
