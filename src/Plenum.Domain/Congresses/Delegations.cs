using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>What a congress asks of a section that sends delegates, answered by itself.</summary>
public static class Delegations
{
    /// <summary>Those whom a section has sent and who sit now.</summary>
    public static IEnumerable<Mandate> Of(Section federation, SectionId sent, Instant now) =>
        federation
            .Congresses.BySection.Of(sent)
            .Select(federation.Mandates.Of)
            .Where(m => m.InForceAt(now));

    /// <summary>Members in standing who were members at the record date; whoever has left since is not counted.</summary>
    public static void GiveReturn(
        Unfolding unfolding,
        SectionId to,
        Letter.ReturnAsked asked,
        Instant now
    )
    {
        Origins.Tell(unfolding, to, now);
        unfolding.Write(
            to,
            new Letter.ReturnGiven(
                asked.Congress,
                unfolding.Section.Membership.Members.Values.Count(m =>
                    m.IsInGoodStanding && m.Since <= asked.RecordDate
                )
            )
        );
    }

    /// <summary>The convener holds a return; when all have come it allots at once.</summary>
    public static void TakeReturn(
        Unfolding unfolding,
        SectionId from,
        Letter.ReturnGiven given,
        Occasion occasion
    )
    {
        if (
            !unfolding.Section.Sections.Tree.HasAffiliate(from)
            || !unfolding.Section.Congresses.All.TryGetValue(given.Congress, out var congress)
            || congress.IsAllotted
        )
            return;
        unfolding.Then(
            new CongressesEvent.Returned(given.Congress, from, given.Members, occasion.Now)
        );
        var now = unfolding.Section.Congresses.All[given.Congress];
        if (HaveAllReturned(unfolding.Section.Sections.Tree, now))
            Allotting.Allot(unfolding, now, occasion);
    }

    // Counted before they are looked up one by one: of thousands of sections each that returns would ask about all others.
    private static bool HaveAllReturned(Tree tree, Congress congress) =>
        congress.Returns.Count >= tree.Affiliates.Count
        && tree.Affiliates.Keys.All(congress.Returns.ContainsKey);

    /// <summary>A section that is taken in hears which seats it has in the congress that sits.</summary>
    public static void TellSeats(Unfolding unfolding, SectionId to)
    {
        if (
            unfolding.Section.Congresses.All.GetValueOrDefault(CarryCongress.Number) is { } sitting
            && sitting.Seats.TryGetValue(to, out var allotted)
        )
            unfolding.Write(
                to,
                new Letter.SeatsAllotted(sitting.No, allotted.Seats, sitting.Until)
            );
    }

    /// <summary>
    /// So many seats are this section's: the election of its delegates opens by itself. Those who sit stay until the
    /// next are certified (R9).
    /// </summary>
    public static void TakeSeats(
        Unfolding unfolding,
        SectionId from,
        Letter.SeatsAllotted allotted,
        Instant now
    )
    {
        var tree = unfolding.Section.Sections.Tree;
        if (
            tree.Federation.Federation != from
            // The founding of the section has named these seats already; the day is that of its own clock.
            || (tree.Allotted.Congress, tree.Allotted.Seats) == (allotted.Congress, allotted.Seats)
        )
            return;
        unfolding.Then(new TreeEvent.Allotted(allotted.Congress, allotted.Seats, allotted.Until));
        // Who sends nobody yet, because it has no members, elects as soon as it has.
        if (unfolding.Section.Sections.Founding == Founding.Circle)
            return;
        foreach (var body in unfolding.Section.BodyRules.Where(b => b.Kind == BodyKind.Delegation))
            if (Calling.IsElected(body) && !Calling.IsRunning(unfolding.Section, body.Id))
                Calling.Call(
                    unfolding,
                    body,
                    body.Seats,
                    ElectionCause.Congress,
                    allotted.Until,
                    now
                );
    }
}
