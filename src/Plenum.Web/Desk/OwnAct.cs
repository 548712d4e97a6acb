using System.Collections.Immutable;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;

namespace Plenum.Web.Desk;

/// <summary>One act of one person as the record has it: what happened by it, and by whose hand it came in.</summary>
public sealed record OwnAct(PersonId Owner, Channel Via, ImmutableArray<Happened> Events)
{
    public long First => Events[0].Entry.Version;

    public bool IsByHand(PersonId person) => Via is Channel.Desk desk && desk.Helper == person;

    public bool MayRead(PersonId person) => Owner == person || IsByHand(person);

    /// <summary>The section at whose desk whoever reads this entered it: this one, or one whose question this one put.</summary>
    public Section? DeskIn(Here here, Front front) =>
        here.Section.Membership.Of(Owner).IsInGoodStanding && here.Holds(Power.Desk)
            ? here.Section
            : front
                .Sections.Select(id => front.Read(id).Section)
                .FirstOrDefault(s =>
                    s.Membership.Of(Owner).IsInGoodStanding
                    && Desks.IsHeldBy(s, here.Person, here.Now)
                );

    public string Hand(Here here) =>
        Via switch
        {
            Channel.Screen => here.S["receipt.own-hand"],
            Channel.Desk desk => here.S["receipt.helper", ("name", here.NameOf(desk.Helper))],
        };
}

/// <summary>
/// What a person did, read from the record itself. There is no list of acts by person: who signed a petition must not
/// be found by looking up a member, so a page reads one window of the record after the other.
/// </summary>
public static class OwnActs
{
    /// <summary>So many entries a page looks through.</summary>
    public const int Window = 2_000;

    public static ImmutableArray<OwnAct> Of(Here here, Front front, long upTo) =>
        [
            .. front
                .Keeping.ActsOf(here.Id, here.Person, Math.Max(1, upTo - Window + 1), upTo)
                .GroupBy(h => h.Envelope.Command)
                .Select(Together)
                .Reverse(),
        ];

    /// <summary>The act that begins at a version, whoever's it is; none where that is no person's.</summary>
    public static OwnAct? At(Here here, Front front, long version)
    {
        if (version < 1 || version > here.Version)
            return null;
        var first = front.Keeping.Between(here.Id, version, version).First();
        return first.Envelope.Actor is Actor.Person person
            ? Together(
                front
                    .Keeping.ActsOf(here.Id, person.Id, version, version + 50)
                    .Where(h => h.Envelope.Command == first.Envelope.Command)
            )
            : null;
    }

    private static OwnAct Together(IEnumerable<Happened> events)
    {
        var all = events.ToImmutableArray();
        var actor = (Actor.Person)all[0].Envelope.Actor;
        return new OwnAct(actor.Id, actor.Via, all);
    }
}
