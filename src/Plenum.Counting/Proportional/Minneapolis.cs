using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote of Minneapolis: Code of Ordinances, title 8.5, chapter 167, section 167.70 as amended in
/// 2013. The threshold is a whole number, fractions have four places, and candidates for whom it is mathematically
/// impossible to be elected leave together before a surplus is transferred.
/// </summary>
/// <remarks>
/// A candidate with the threshold goes on receiving votes until their own surplus is transferred, one candidate a round.
/// Undeclared write-ins are no candidates here: leave them off the papers.
/// </remarks>
internal static class Minneapolis
{
    /// <summary>The rule's id.</summary>
    public const string Id = "minneapolis-stv";

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var scale = new Scale(4);
        var table = PapersOnTheTable.Of(ballots);
        var sheet = new RoundSheet(ballots, table, scale, lots);
        sheet.Quota = ((table.ValidPapers / (ballots.Seats + 1)) + 1) * scale.One;
        var piles = new Piles(sheet);
        sheet.EndRound(new RoundAction.Sorting());
        while (true)
        {
            // 167.70(c)(1)a.
            var reached = AtThreshold(sheet);
            if (reached.Length >= sheet.SeatsLeft)
            {
                sheet.ElectInOrder(reached);
                return sheet.Finish(Id);
            }
            // 167.70(c)(1)c.
            var losers = Impossible(sheet);
            if (!losers.IsEmpty)
            {
                foreach (var candidate in losers)
                    sheet.Exclude(candidate);
                piles.TransferExcluded(losers);
                continue;
            }
            // 167.70(c)(1)d.
            if (!reached.IsEmpty)
            {
                var largest = sheet.Highest(reached, TiedFor.SurplusFirst);
                sheet.Elect(largest);
                piles.TransferSurplus(largest);
                continue;
            }
            // 167.70(c)(1)e and f.
            if (sheet.Hopeful.Length > sheet.SeatsLeft)
            {
                var lowest = sheet.Lowest();
                sheet.Exclude(lowest);
                if (sheet.Hopeful.Length > sheet.SeatsLeft)
                    piles.TransferExcluded([lowest]);
            }
            if (sheet.Hopeful.Length <= sheet.SeatsLeft)
                return sheet.Finish(Id);
        }
    }

    private static ImmutableArray<Candidate> AtThreshold(RoundSheet sheet) =>
        [.. sheet.Hopeful.Where(c => sheet.Of(c) >= sheet.Quota)];

    // 167.20, "mathematically impossible to be elected".
    private static ImmutableArray<Candidate> Impossible(RoundSheet sheet)
    {
        var hopeful = sheet.LowestFirst(sheet.Hopeful);
        var votes = AtThreshold(sheet)
            .Aggregate(BigInteger.Zero, (sum, c) => sum + sheet.Of(c) - sheet.Quota);
        var losers = 0;
        for (var size = 1; size < hopeful.Length; size++)
        {
            if (size > hopeful.Length - sheet.SeatsLeft)
                break;
            votes += sheet.Of(hopeful[size - 1]);
            if (votes < sheet.Of(hopeful[size]))
                losers = size;
        }
        return [.. hopeful.Take(losers).Order()];
    }
}
