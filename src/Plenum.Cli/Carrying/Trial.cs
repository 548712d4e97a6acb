using System.Globalization;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;

namespace Plenum.Cli.Carrying;

/// <summary>What the law would say to all of it: asked in memory, and nothing is written.</summary>
internal static class Trial
{
    public static void Of(Plan plan, Instant now, Action<int> told)
    {
        var ids = plan.Places.ToDictionary(p => p.Key, p => p.Id, StringComparer.Ordinal);
        var occasion = new Occasion(now, new Actor.Founder(), Draw.Nothing);
        var done = 0;
        foreach (var place in plan.Places.Where(p => p.Roll.Count > 0))
        {
            Try(plan, place, ids, occasion);
            done += place.Roll.Count;
            told(done);
        }
    }

    private static void Try(
        Plan plan,
        Place place,
        Dictionary<string, SectionId> ids,
        Occasion occasion
    )
    {
        var section = Section.Unfounded;
        var people = new Dictionary<Somebody, PersonId>(ReferenceEqualityComparer.Instance);
        // Any ids will do that differ from each other: nobody will bear these.
        PersonId Some(Somebody somebody) =>
            people[somebody] = new PersonId(
                people.Count.ToString("x32", CultureInfo.InvariantCulture)
            );
        var roll = Acts.InOrder(place);
        var commands = new[] { Acts.Begins(place, Some(roll[0])) }
            .Append(Acts.Carries([(people[roll[0]], roll[0])]))
            .Concat(
                roll.Skip(1)
                    .Chunk(Invitations.MostAtOnce)
                    .Select(chunk => Acts.Carries(chunk.Select(s => (Some(s), s))))
            )
            .Concat(Acts.Expects(place))
            .Concat(Acts.Joins(place, key => ids[key]));
        // Whose cell it is stands in the table of the congress.
        var seats = place
            .Congress.Select(s => (s.Row, Acts.Seats(place, s)))
            .Concat(Acts.Sends(place).Select(c => (place.Seats!.Row, c)));
        foreach (var command in commands)
            if (Said(ref section, command, occasion) is { } reason)
            {
                plan.Stop(FaultOf(place.Row, reason));
                return;
            }
        foreach (var (row, command) in seats)
            if (Said(ref section, command, occasion) is { } reason)
                plan.Stop(FaultOf(row, reason));
        foreach (var held in place.Mandates.ToArray())
            if (
                Said(ref section, new CarryOver([], [held.Of(people[held.Holder])]), occasion) is
                { } reason
            )
            {
                plan.Faults.Add(FaultOf(held.Row, reason));
                place.Mandates.Remove(held);
            }
    }

    private static Reason? Said(ref Section section, Command command, Occasion occasion)
    {
        switch (command.Decide(section, occasion))
        {
            case Ruling.InOrder ruled:
                section = ruled.Events.Aggregate(section, Section.Evolve);
                return null;
            case Ruling.OutOfOrder refused:
                return refused.Reason;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Fault FaultOf(Row row, Reason reason) =>
        new(row.Of.File, row.No, "", string.Join(',', row.Cells.Take(3)), reason.ToString());
}
