using System.Collections.Immutable;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Web.Doors;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;

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
        // Of a delegate: where they sit the votes are on another record, and this one has been told of them.
        var elsewhere = history
            .Select(h => h.Event)
            .OfType<MandatesEvent.Voted>()
            .Where(v => v.Before != here.Id)
            .ToArray();
        var theirs = votes.Of(here.Id, mandate.Holder);
        var mine = here.Me.No == mandate.Holder ? NoVotes : votes.Of(here.Id, here.Me.No);
        return new MandateView(
            here.NameOf(mandate.Holder),
            here.OfficeOf(mandate),
            here.TitleOf(mandate.Electors),
            mandate.Since,
            mandate.Until,
            [.. Told(here, mandate, elsewhere)],
            new VotingRecord(
                theirs.Keys.Count(divisions.Contains)
                    + elsewhere.Count(v => v.Said != Said.Nothing),
                divisions.Count + elsewhere.Length,
                theirs.Count(vote =>
                    mine.TryGetValue(vote.Key, out var choice) && choice == vote.Value
                ),
                here.Url("bodies/" + mandate.Body)
            ),
            [.. history.Reverse().Where(h => h.Event is MandatesEvent.Reported).Select(Telling.At)],
            here.Article(here.Section.Statutes.Book.Body(mandate.Body).Article),
            Recalls.IsPossible(here.Section, mandate)
                ? here.UrlOf(mandate.No) + "?recall=true#recall"
                : ""
        );
    }

    // What has been voted on is told apart below; here stands what still binds.
    private static IEnumerable<string> Told(
        Here here,
        Mandate mandate,
        MandatesEvent.Voted[] elsewhere
    ) =>
        from told in here.Section.Mandates.Instructions.Values.Reverse()
        where
            told.Body == mandate.Body
            && elsewhere.All(v => v.About != told.About || v.Before != told.Before)
            && (
                told.Before != here.Id
                || here.Section.Matters.Find(told.About) is not { IsOpen: false }
            )
        select told.About == MatterNo.None
            ? told.Title
            : here.S[
                "instruct.line",
                ("title", told.Title),
                ("no", told.About.Value),
                ("bidding", here.S.Word(told.Bidding))
            ];
}
