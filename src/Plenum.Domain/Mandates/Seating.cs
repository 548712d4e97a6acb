using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>How a mandate begins, and when there is room for it.</summary>
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
            Calling.IsElected(body)
                ? section.Before(until, section.Rules.Elections.OpensBeforeEnd)
                : until,
            by,
            box,
            section.Mandates.NextTerm(body.Id, holder, since)
        );

    /// <summary>Seats of a body that somebody holds for a term at that instant; others make room for anybody elected.</summary>
    public static int Taken(Section section, BodyId body, Instant at) =>
        section.Mandates.On(body, at).Count(m => !m.MakesRoom);

    /// <summary>When so many seats are free: now, or when those who sit have served their term. A seat has one holder.</summary>
    public static Instant FreeFrom(Section section, BodyRule body, int seats, Instant now) =>
        body.Seats - Taken(section, body.Id, now) >= seats
            ? now
            : section
                .Mandates.On(body.Id, now)
                .Where(m => !m.MakesRoom)
                .Select(m => m.Until)
                .Append(now)
                .Max();

    /// <summary>Until when one more has a seat: the end of the term, or when those who wait for all the seats begin.</summary>
    public static Instant RoomUntil(Section section, BodyRule body, Instant since, Instant until) =>
        section
            .Mandates.Current.Values.Where(m =>
                m.Body == body.Id
                && since < m.Since
                && m.Since < until
                && Taken(section, body.Id, m.Since) >= body.Seats
            )
            .Select(m => m.Since)
            .Append(until)
            .Min();

    /// <summary>Whether this member holds, or is about to hold, a seat of the body for the term that ends then.</summary>
    public static bool Holds(Section section, BodyId body, MemberNo member, Instant until) =>
        section
            .Mandates.OfHolder(member)
            .Any(m => m.Body == body && m.Until >= until && !m.IsInterim);
}
