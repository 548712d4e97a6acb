using Plenum.Clerk;
using Plenum.Domain.Mandates;
using Plenum.Web.Doors;
using Plenum.Web.Pieces;

namespace Plenum.Web.Mandates;

/// <summary>A mandate as its card shows it.</summary>
public static class Cards
{
    public static MandateView Of(Here here, Mandate mandate, IReadOnlyList<Happened> history)
    {
        var divisions = here
            .Section.Ballots.Boxes.Values.Where(b => b.Electorate == mandate.Body && !b.Secret)
            .ToArray();
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
                divisions.Count(b => b.Votes.ContainsKey(mandate.Holder)),
                divisions.Length,
                divisions.Count(b =>
                    b.Votes.TryGetValue(mandate.Holder, out var theirs)
                    && b.Votes.TryGetValue(here.Me.No, out var mine)
                    && theirs == mine
                ),
                here.Url("bodies/" + mandate.Body)
            ),
            [.. history.Reverse().Where(h => h.Event is MandatesEvent.Reported).Select(Telling.At)],
            here.Article(here.Section.Statutes.Book.Body(mandate.Body).Article),
            here.UrlOf(mandate.No) + "?recall=true#recall"
        );
    }
}
