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
internal static class QuotaByQuotient
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
        var elects = new Electing(sheet);
        sheet.Quota = scale.Over(table.ValidPapers * scale.One, (ballots.Seats + 1) * scale.One);
        sheet.EndRound(new RoundAction.Sorting());
        var anew = true;
        while (sheet.SeatsLeft > 0 && sheet.Hopeful.Length > sheet.SeatsLeft)
        {
            if (anew)
            {
                sheet.Unelect();
                elects.Anew();
            }
            elects.Quotients();
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
            sheet.Elect(highest);
            elects.By(highest);
            sheet.EndRound(new RoundAction.Quotient(highest));
        }
        // Where everybody is elected without a round, quotients still say in which order.
        if (sheet.Elected.Count == 0 && anew)
        {
            elects.Anew();
            elects.Quotients();
        }
        return sheet.Finish(Id);
    }

    // What papers have elected so far, in piles by whom they would elect next.
    private sealed class Electing(RoundSheet sheet)
    {
        private readonly BigInteger[] papers = new BigInteger[sheet.Votes.Length];
        private readonly BigInteger[] elected = new BigInteger[sheet.Votes.Length];
        private readonly bool[] hopeful = new bool[sheet.Votes.Length];
        private Parcels<BigInteger> piles = new(sheet.Table.Tree, sheet.Votes.Length);
        private BigInteger byInactive;

        public void Anew()
        {
            Array.Clear(papers);
            Array.Clear(elected);
            byInactive = BigInteger.Zero;
            piles = new Parcels<BigInteger>(sheet.Table.Tree, sheet.Votes.Length);
            Carry([sheet.Table.Tree.Root], BigInteger.Zero);
        }

        // Paragraph 2.5: the papers of an elected candidate have together elected one.
        public void By(Candidate highest)
        {
            var part = sheet.Scale.Over(sheet.Scale.One, sheet.Of(highest));
            papers[highest.Index] = elected[highest.Index] = BigInteger.Zero;
            foreach (var (_, parcel) in piles.Lift(highest.Index))
                Carry(parcel, part);
        }

        // Paragraphs 2.3 and 2.4.
        public void Quotients()
        {
            var scale = sheet.Scale;
            var active = BigInteger.Zero;
            foreach (var c in sheet.Hopeful)
            {
                active += papers[c.Index];
                sheet.Votes[c.Index] = scale.Over(
                    papers[c.Index] * scale.One,
                    scale.One + elected[c.Index]
                );
            }
            sheet.Quota = scale.Over(
                active * scale.One,
                ((1 + sheet.Seats) * scale.One) - byInactive
            );
        }

        private void Carry(List<Branch> parcel, BigInteger part)
        {
            for (var c = 0; c < hopeful.Length; c++)
                hopeful[c] = sheet.IsHopeful(c);
            piles.Carry(parcel, part, hopeful);
            for (var c = 0; c < hopeful.Length; c++)
            {
                papers[c] += piles.Received[c];
                elected[c] += part * piles.Received[c];
            }
            byInactive += part * piles.Ended;
        }
    }
}
