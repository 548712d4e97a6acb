using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote as Californians for Electoral Reform drafted it for the Elections Code (sections 10050 to
/// 10066): all surpluses of a round transferred in it, five places, remainders dropped.
/// </summary>
/// <remarks>
/// <c>cfer-batch</c> also uses section 10059(k), by which a set of candidates may be excluded together when that cannot
/// change who is elected nor in which order. The threshold is the quota of Droop to five places taken up.
/// </remarks>
internal static class Cfer
{
    /// <summary>Counts by <c>cfer</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots) =>
        Count("cfer", batch: false, ballots, lots);

    /// <summary>Counts by <c>cfer-batch</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountBatch(BallotSet ballots, Lots lots) =>
        Count("cfer-batch", batch: true, ballots, lots);

    private static RoundCount Count(string rule, bool batch, BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var scale = new Scale(5);
        var table = PapersOnTheTable.Of(ballots);
        var sheet = new RoundSheet(ballots, table, scale, lots);
        sheet.Quota = scale.Quota(table.ValidPapers * scale.One, ballots.Seats);
        var piles = new Piles(sheet);
        sheet.EndRound(new RoundAction.Sorting());
        if (sheet.Hopeful.Length <= ballots.Seats)
            return sheet.Finish(rule);
        while (true)
        {
            sheet.ElectAtQuota(c => sheet.Of(c) > sheet.Quota);
            if (sheet.SeatsLeft <= 0)
                return sheet.Finish(rule);
            var pending = sheet.Who(Standing.Pending);
            var excluded = batch ? DefeatSet(sheet, pending) : [];
            if (excluded.IsEmpty && !pending.IsEmpty)
            {
                foreach (var candidate in pending)
                {
                    sheet.NoLongerPending(candidate);
                    piles.TransferSurplus(candidate);
                }
                continue;
            }
            if (excluded.IsEmpty)
                excluded = [sheet.Lowest()];
            foreach (var candidate in excluded)
                sheet.Exclude(candidate);
            if (sheet.Hopeful.Length <= sheet.SeatsLeft)
                return sheet.Finish(rule);
            piles.TransferExcluded(excluded);
        }
    }

    // Section 10059(k).
    private static ImmutableArray<Candidate> DefeatSet(
        RoundSheet sheet,
        ImmutableArray<Candidate> pending
    )
    {
        var surplus = pending.Aggregate(
            BigInteger.Zero,
            (sum, c) => sum + sheet.Of(c) - sheet.Quota
        );
        var hopeful = sheet.LowestFirst(sheet.Hopeful);
        var short_ = hopeful.IsEmpty ? BigInteger.Zero : sheet.Quota - sheet.Of(hopeful[^1]);
        var (votes, largest) = (BigInteger.Zero, 0);
        for (var size = 1; size < hopeful.Length; size++)
        {
            if (hopeful.Length - size < sheet.SeatsLeft)
                break;
            votes += sheet.Of(hopeful[size - 1]);
            if (votes + surplus >= sheet.Of(hopeful[size]))
                continue;
            if (
                sheet.SeatsLeft == 1
                || hopeful.Length - size == sheet.SeatsLeft
                || votes + surplus < short_
                || (surplus.IsZero && votes - sheet.Of(hopeful[size - 1]) < short_)
            )
                largest = size;
        }
        return [.. hopeful.Take(largest).Order()];
    }
}
