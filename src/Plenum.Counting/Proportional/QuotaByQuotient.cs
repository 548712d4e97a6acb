using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// Quota Preferential by Quotient: candidates are elected by the papers that rank them first over one more than those
/// papers have elected already; after every exclusion the count starts anew without the excluded.
/// </summary>
/// <remarks>
/// Source: D. R. Woodall, "QPQ, a quota-preferential STV-like election rule", Voting matters 17, 2003. Nine shown places
/// and nine guard digits stand for exact arithmetic. In the rounds the figure of a candidate is their quotient.
/// </remarks>
public static class QuotaByQuotient
{
    /// <summary>The rule's id.</summary>
    public const string Id = "qpq";

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var scale = new Scale(9, 9);
        var table = PapersOnTheTable.Of(ballots);
        var sheet = new RoundSheet(ballots, table, scale, lots);
        var place = new int[table.Bundles.Length];
        var elects = new BigInteger[table.Bundles.Length];
        sheet.Quota = scale.Over(table.ValidPapers * scale.One, (ballots.Seats + 1) * scale.One);
        sheet.EndRound(new RoundAction.Sorting());
        var anew = true;
        while (sheet.SeatsLeft > 0 && sheet.Hopeful.Length > sheet.SeatsLeft)
        {
            if (anew)
            {
                sheet.Unelect();
                Array.Clear(place);
                Array.Clear(elects);
            }
            Quotients(sheet, place, elects);
            var hopeful = sheet.Hopeful;
            var most = hopeful.Max(sheet.Of);
            anew = scale.Compare(most, sheet.Quota) <= 0;
            if (anew)
            {
                var lowest = sheet.Lowest();
                sheet.Exclude(lowest);
                sheet.EndRound(new RoundAction.Exclusion([lowest]));
                continue;
            }
            var highest = sheet.Highest(hopeful, TiedFor.Election);
            for (var b = 0; b < place.Length; b++)
            {
                var preferences = table.Bundles[b].Preferences;
                if (place[b] < preferences.Length && preferences[place[b]] == highest.Index)
                    elects[b] = scale.Over(scale.One, sheet.Of(highest));
            }
            sheet.Elect(highest);
            sheet.EndRound(new RoundAction.Quotient(highest));
        }
        return sheet.Finish(Id);
    }

    // Paragraphs 2.3 and 2.4.
    private static void Quotients(RoundSheet sheet, int[] place, BigInteger[] elects)
    {
        var scale = sheet.Scale;
        var bundles = sheet.Table.Bundles;
        var papers = new BigInteger[sheet.Votes.Length];
        var elected = new BigInteger[sheet.Votes.Length];
        var (active, byInactive) = (BigInteger.Zero, BigInteger.Zero);
        for (var b = 0; b < bundles.Length; b++)
        {
            var preferences = bundles[b].Preferences;
            while (place[b] < preferences.Length && !sheet.IsHopeful(preferences[place[b]]))
                place[b]++;
            var worth = elects[b] * bundles[b].Papers;
            if (place[b] == preferences.Length)
            {
                byInactive += worth;
                continue;
            }
            active += bundles[b].Papers;
            papers[preferences[place[b]]] += bundles[b].Papers;
            elected[preferences[place[b]]] += worth;
        }
        foreach (var c in sheet.Hopeful)
            sheet.Votes[c.Index] = scale.Over(
                papers[c.Index] * scale.One,
                scale.One + elected[c.Index]
            );
        sheet.Quota = scale.Over(active * scale.One, ((1 + sheet.Seats) * scale.One) - byInactive);
    }
}
