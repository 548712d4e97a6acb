using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Pairwise;

/// <summary>
/// Instant run-off that ends as soon as one of those left beats every other one of them two by two.
/// </summary>
/// <remarks>Source: C. Benham; J. Green-Armytage, "Four Condorcet-Hare hybrid methods", Voting matters 29, 2011.</remarks>
internal static class Benham
{
    /// <summary>The rule's id.</summary>
    public const string Id = "benham";

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var pairs = PairTable.Of(ballots);
        var sheet = new RoundSheet(ballots, PapersOnTheTable.Of(ballots), new Scale(0), lots);
        var piles = new Piles(sheet);
        sheet.EndRound(new RoundAction.Sorting());
        while (!sheet.Hopeful.IsEmpty)
        {
            if (pairs.Winner(sheet.Hopeful) is { } winner)
            {
                sheet.Elect(winner);
                break;
            }
            var lowest = sheet.Lowest();
            sheet.Exclude(lowest);
            piles.TransferExcluded([lowest]);
        }
        return sheet.Finish(Id) with { Pairs = pairs };
    }
}
