using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote by the rules of the Electoral Reform Society of 1997: R. A. Newland and F. S. Britton, "How
/// to conduct an election by the single transferable vote", third edition. Two decimal places; a surplus is carried on by
/// the batch of papers that made it; whoever has their part of the active vote is elected, with less than the quota too.
/// </summary>
/// <remarks>
/// Every batch of an exclusion is a round here, because elections and ties go by batches (5.4.9, 5.2.5); a stage of the
/// result sheet is the last round of one exclusion. What the rules leave open: a candidate without a vote is not elected by
/// an active vote of nought; where the candidates excluded together end within a tie (5.2.5), as many of the tied as may
/// leave are chosen one after the other; where of several tied an earlier batch separates only some, the question goes on
/// among the rest. Where as many places are left as candidates nothing is transferred (5.5.1), and once all
/// places are filled the rest of an exclusion is not either (5.5.2).
/// </remarks>
internal static class Ers97
{
    /// <summary>The rule's id.</summary>
    public const string Id = "ers97";

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var table = PapersOnTheTable.Of(ballots);
        var scale = new Scale(2);
        var sheet = new RoundSheet(ballots, table, scale, lots) { AsksEarliest = true };
        var all = table.ValidPapers * scale.One;
        sheet.Quota = Share(all, ballots.Seats);
        var batches = new Batches(sheet);
        Deem(sheet, all);
        sheet.EndRound(new RoundAction.Sorting());
        while (sheet.SeatsLeft > 0 && sheet.Hopeful.Length > sheet.SeatsLeft)
        {
            ImmutableArray<Candidate> over = [.. sheet.Elected.Where(c => Surplus(sheet, c) > 0)];
            var losers = Losers(sheet, over.Select(c => Surplus(sheet, c)).Sum());
            // 5.2.2 and 5.2.3. Without a surplus the last can always be excluded.
            if (losers.IsEmpty)
            {
                var most = over.Max(sheet.Of);
                var from = sheet.BreakByEarliest(
                    [.. over.Where(c => sheet.Of(c) == most).Order()],
                    TiedFor.SurplusFirst
                );
                var surplus = Surplus(sheet, from);
                batches.TransferSurplus(from, surplus);
                Deem(sheet, all);
                sheet.EndRound(new RoundAction.Surplus(from, scale.Show(surplus)));
                continue;
            }
            foreach (var candidate in losers)
                sheet.Exclude(candidate);
            // 5.5.1.
            if (sheet.Hopeful.Length == sheet.SeatsLeft)
                break;
            Transfer(sheet, batches, losers, all);
        }
        return sheet.Finish(Id);
    }

    // 5.4.2 to 5.4.11.
    private static void Transfer(
        RoundSheet sheet,
        Batches batches,
        ImmutableArray<Candidate> losers,
        BigInteger all
    )
    {
        var lifted = batches.Lift(losers);
        if (lifted.IsEmpty)
            sheet.EndRound(new RoundAction.Exclusion(losers));
        foreach (var batch in lifted)
        {
            if (sheet.SeatsLeft == 0)
                break;
            batches.Carry(batch);
            if (sheet.Elected.Count == 0)
                sheet.Quota = Share(all - sheet.NonTransferable, sheet.Seats);
            Deem(sheet, all);
            sheet.EndRound(new RoundAction.Batch(losers, sheet.Scale.Show(batch.Value)));
        }
    }

    // 5.1.6: two decimal places, and 0.01 more unless that is exact.
    private static BigInteger Share(BigInteger votes, int seats) => (votes + seats) / (seats + 1);

    private static BigInteger Surplus(RoundSheet sheet, Candidate candidate) =>
        BigInteger.Max(sheet.Of(candidate) - sheet.Quota, BigInteger.Zero);

    // 5.1.7, 5.3.13 and 5.4.9. The share of the active vote is never more than the quota, so it alone is asked.
    private static void Deem(RoundSheet sheet, BigInteger all)
    {
        while (sheet.SeatsLeft > 0 && !sheet.Hopeful.IsEmpty)
        {
            // 5.6.1: all votes less those that are nobody's and those that the elected keep.
            var active =
                all
                - sheet.NonTransferable
                - sheet.Elected.Select(c => BigInteger.Min(sheet.Of(c), sheet.Quota)).Sum();
            sheet.Needed = Share(active, sheet.SeatsLeft);
            var most = sheet.Hopeful.Max(sheet.Of);
            if (most.IsZero || most < sheet.Needed)
                return;
            ImmutableArray<Candidate> chosen = [.. sheet.Hopeful.Where(c => sheet.Of(c) == most)];
            // 5.6.2: without a lot.
            if (chosen.Length > sheet.SeatsLeft)
                chosen = sheet.AheadAtEarliest(chosen);
            if (chosen.Length > sheet.SeatsLeft)
                return;
            sheet.ElectInOrder(chosen);
        }
    }

    // 5.2.5: as many as leave enough for the places, and have no more than the next above with all that is deferred.
    private static ImmutableArray<Candidate> Losers(RoundSheet sheet, BigInteger deferred)
    {
        var hopeful = sheet.LowestFirst(sheet.Hopeful);
        for (var number = hopeful.Length - sheet.SeatsLeft; number > 0; number--)
        {
            var next = sheet.Of(hopeful[number]);
            if (hopeful.Take(number).Select(sheet.Of).Sum() + deferred <= next)
                return [.. Lowest(sheet, number, next).Order()];
        }
        return [];
    }

    private static List<Candidate> Lowest(RoundSheet sheet, int number, BigInteger next)
    {
        var losers = sheet.Hopeful.Where(c => sheet.Of(c) < next).ToList();
        while (losers.Count < number)
            losers.Add(
                sheet.BreakByEarliest(
                    [.. sheet.Hopeful.Where(c => sheet.Of(c) == next && !losers.Contains(c))],
                    TiedFor.Exclusion
                )
            );
        return losers;
    }
}
