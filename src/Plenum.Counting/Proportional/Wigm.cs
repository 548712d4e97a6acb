using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote by the weighted inclusive Gregory method: a surplus is carried on by all papers of the
/// elected candidate, each at the weight it came with times the surplus over the votes.
/// </summary>
/// <remarks>
/// Source: the reference rule of the Proportional Representation Foundation (<c>wigm-prf</c>: quota of Droop to four
/// places taken up, products and quotients cut to four places, the largest surplus first, surpluses of nought included;
/// <c>wigm-prf-batch</c> excludes sure losers together). <c>wigm</c> is the same without rounding: 18 shown places and nine
/// guard digits, more than the exact quota elects.
/// </remarks>
internal static class Wigm
{
    /// <summary>Counts by <c>wigm</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots) =>
        Count("wigm", new Scale(18, 9), batch: false, ballots, lots);

    /// <summary>Counts by <c>wigm-prf</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountReference(BallotSet ballots, Lots lots) =>
        Count("wigm-prf", new Scale(4), batch: false, ballots, lots);

    /// <summary>Counts by <c>wigm-prf-batch</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountReferenceBatch(BallotSet ballots, Lots lots) =>
        Count("wigm-prf-batch", new Scale(4), batch: true, ballots, lots);

    private static RoundCount Count(
        string rule,
        Scale scale,
        bool batch,
        BallotSet ballots,
        Lots lots
    )
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var table = PapersOnTheTable.Of(ballots);
        var sheet = new RoundSheet(ballots, table, scale, lots);
        sheet.Quota = scale.Quota(table.ValidPapers * scale.One, ballots.Seats);
        var piles = new Piles(sheet);
        sheet.EndRound(new RoundAction.Sorting());
        while (sheet.Hopeful.Length > sheet.SeatsLeft && sheet.SeatsLeft > 0)
        {
            sheet.ElectAtQuota(_ => true);
            var pending = sheet.Who(Standing.Pending);
            if (batch)
            {
                var surplus = pending.Aggregate(
                    BigInteger.Zero,
                    (sum, c) => sum + sheet.Of(c) - sheet.Quota
                );
                var losers = sheet.SureLosers(surplus);
                foreach (var loser in losers)
                    sheet.Exclude(loser);
                if (!losers.IsEmpty && sheet.Hopeful.Length <= sheet.SeatsLeft)
                    break;
                if (!losers.IsEmpty)
                {
                    piles.TransferExcluded(losers);
                    continue;
                }
            }
            if (!pending.IsEmpty)
            {
                var largest = sheet.Highest(pending, TiedFor.SurplusFirst);
                sheet.NoLongerPending(largest);
                piles.TransferSurplus(largest);
            }
            else if (!sheet.Hopeful.IsEmpty)
            {
                var lowest = sheet.Lowest();
                sheet.Exclude(lowest);
                piles.TransferExcluded([lowest]);
            }
        }
        return sheet.Finish(rule);
    }
}
