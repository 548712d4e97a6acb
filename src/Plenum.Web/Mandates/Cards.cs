using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Web.Doors;
using Plenum.Web.Pieces;

namespace Plenum.Web.Mandates;

/// <summary>A mandate as its card shows it; how its holder voted is read from the record, where it stays.</summary>
public static class Cards
{
    private const int MostVotes = 200;

    public static MandateView Of(
        Here here,
        Mandate mandate,
        IReadOnlyList<Happened> history,
        Keeping keeping
    )
    {
        var divisions = here
            .Section.Ballots.Boxes.Values.Where(b => b.Electorate == mandate.Body && !b.Secret)
            .Select(b => b.No)
            .ToHashSet();
        var theirs = VotesOf(here, mandate.Holder, keeping);
        var mine = here.Me.No == mandate.Holder ? [] : VotesOf(here, here.Me.No, keeping);
        return new MandateView(
            here.NameOf(mandate.Holder),
            mandate.IsCaretaker
                ? here.S["mandate.caretaker", ("office", here.TitleOf(mandate.Body))]
                : here.TitleOf(mandate.Body),
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

    // Newest first, so that the vote that counted is the one met first.
    private static Dictionary<BoxNo, Choice> VotesOf(Here here, MemberNo member, Keeping keeping)
    {
        var votes = new Dictionary<BoxNo, Choice>();
        foreach (
            var voted in keeping
                .History(here.Id, Subjects.Of(member), MostVotes)
                .Select(h => h.Event)
                .OfType<BallotsEvent.Voted>()
        )
            if (voted.Member == member)
                votes.TryAdd(voted.Box, voted.Choice);
        return votes;
    }
}
