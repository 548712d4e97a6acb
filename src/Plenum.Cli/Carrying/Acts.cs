using System.Collections.Immutable;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;

namespace Plenum.Cli.Carrying;

/// <summary>
/// What is asked of the law for one place, in the order in which it is asked. The numbers of members follow the order of
/// the roll, so that whoever goes on after an interruption knows who is who without a list.
/// </summary>
internal static class Acts
{
    /// <summary>
    /// The roll in the order of their numbers here. Somebody has to be named when a section begins: whoever joined last, and
    /// the day on which they did is told next.
    /// </summary>
    public static ImmutableArray<Somebody> InOrder(Place place)
    {
        var first = place.Roll.MaxBy(s => s.Since)!;
        return [first, .. place.Roll.Where(s => !ReferenceEquals(s, first))];
    }

    public static Command Begins(Place place, PersonId first) =>
        new Begin(
            place.Id,
            place.Name,
            place.Zone.Id,
            place.Statutes,
            place.Programme,
            [first],
            place.Nonce
        );

    public static Command Carries(IEnumerable<(PersonId Person, Somebody Of)> people) =>
        new CarryOver([.. people.Select(p => new Invitation(p.Person, p.Of.Since))], []);

    public static IEnumerable<Command> Mandates(Place place, Func<Somebody, PersonId> personOf) =>
        place
            .Mandates.Chunk(Invitations.MostAtOnce)
            .Select(chunk => new CarryOver([], [.. chunk.Select(m => m.Of(personOf(m.Holder)))]));

    /// <summary>Which seats it has in the congress above; told before its delegates.</summary>
    public static IEnumerable<Command> Sends(Place place) =>
        place.Seats is { } seats ? [new CarrySeats(seats.Seats, place.Day(seats.Until))] : [];

    /// <summary>Which congress sits there, and the seats of the sections it expects.</summary>
    public static IEnumerable<Command> Seats(Place place) =>
        place.Congress.Chunk(Invitations.MostAtOnce).Select(chunk => Seats(place, chunk));

    public static Command Seats(Place place, params Sending[] seats) =>
        new CarryCongress(seats[0].Body, place.Day(seats[0].Until), [.. seats.Select(s => s.Of)]);

    /// <summary>Which sections it expects below.</summary>
    public static IEnumerable<Command> Expects(Place place) =>
        place
            .Below.Chunk(Invitations.MostAtOnce)
            .Select(chunk => new CarryPlace(new SectionId(""), [.. chunk.Select(b => b.Id)]));

    /// <summary>To which section it belongs; told when all expect whoever belongs to them.</summary>
    public static IEnumerable<Command> Joins(Place place, Func<string, SectionId> idOf) =>
        place.Above.Length > 0 ? [new CarryPlace(idOf(place.Above), [])] : [];
}
