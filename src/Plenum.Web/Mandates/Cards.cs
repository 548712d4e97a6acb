using System.Collections.Immutable;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Web.Doors;
using Plenum.Web.Pieces;

namespace Plenum.Web.Mandates;

/// <summary>A mandate as its card shows it; how its holder voted is read from the record, where it stays.</summary>
public static class Cards
{
    private static readonly ImmutableDictionary<BoxNo, Choice> NoVotes = ImmutableDictionary<
        BoxNo,
        Choice
    >.Empty;

    public static MandateView Of(
        Here here,
        Mandate mandate,
        IReadOnlyList<Happened> history,
        Divisions votes
    )
    {
        var divisions = here
            .Section.Ballots.Boxes.Values.Where(b => b.Electorate == mandate.Body && !b.Secret)
            .Select(b => b.No)
            .ToHashSet();
        var theirs = votes.Of(here.Id, mandate.Holder);
        var mine = here.Me.No == mandate.Holder ? NoVotes : votes.Of(here.Id, here.Me.No);
        return new MandateView(
            here.NameOf(mandate.Holder),
            here.OfficeOf(mandate),
            here.TitleOf(mandate.Electors),
            mandate.Since,
            mandate.Until,
            [],
            new VotingRecord(
                theirs.Keys.Count(divisions.Contains),
                divisions.Count,
                theirs.Count(vote =>
                    mine.TryGetValue(vote.Key, out var choice) && choice == vote.Value
                ),
                here.Url("bodies/" + mandate.Body)
            ),
            [.. history.Reverse().Where(h => h.Event is MandatesEvent.Reported).Select(Telling.At)],
            here.Article(here.Section.Statutes.Book.Body(mandate.Body).Article),
            here.UrlOf(mandate.No) + "?recall=true#recall"
        );
    }
}
