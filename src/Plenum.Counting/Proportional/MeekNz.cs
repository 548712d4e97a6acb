using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote of New Zealand: Local Electoral Regulations 2001 (SR 2001/145), schedule 1A, part 1 - Meek's
/// method with nine decimal places, as the official calculator is known to count.
/// </summary>
/// <remarks>
/// Every iteration is a round. Clause 10 would take every product up; in published counts what goes on from a candidate is
/// cut and only what the last one keeps is taken up, and so it is here: taken up throughout, a paper could count for more
/// than a vote. As in published counts somebody may be excluded in the first iteration (clause 13), and those without a vote
/// leave together, if enough are left. A tie goes to whoever had more at the first difference (clause 40); what that leaves goes
/// to lot by the public seed, and not by the generator of clauses 41 to 48, which anybody could work out from seats,
/// candidates and papers before the count. Where keep values have nowhere to go (clause 23) the lowest leaves. One place is
/// counted like several.
/// </remarks>
internal static class MeekNz
{
    /// <summary>The rule's id.</summary>
    public const string Id = "meek-nz";

    private static readonly Scale Nine = new(9);

    // Clause 13: 0.0001.
    private static readonly BigInteger Small = Nine.One / 10_000;

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var table = PapersOnTheTable.Of(ballots);
        var sheet = new RoundSheet(ballots, table, Nine, lots) { AsksEarliest = true };
        return new Iterations(sheet, table).Run();
    }

    private sealed class Iterations
    {
        private readonly RoundSheet sheet;
        private readonly Sharing sharing;
        private readonly BigInteger[] keep;
        private readonly BigInteger all;

        public Iterations(RoundSheet sheet, PapersOnTheTable table)
        {
            this.sheet = sheet;
            sharing = KeepPass.Of(table, Nine, Parting.Up, KeepPass.RowsTogether);
            keep = [.. table.Stands.Select(stands => stands ? Nine.One : BigInteger.Zero)];
            all = table.ValidPapers * Nine.One;
            sheet.Keep = keep;
        }

        public RoundCount Run()
        {
            var (before, first, least) = (keep, true, all + 1);
            while (true)
            {
                var elected = sheet.Elected.Count;
                var surplus = Distribute();
                if (sheet.Elected.Count > elected)
                    least = all + 1;
                RoundAction action = first
                    ? new RoundAction.Sorting()
                    : new RoundAction.Iteration(1, Nine.Show(surplus));
                if (sheet.SeatsLeft == 0 || sheet.Hopeful.Length <= sheet.SeatsLeft)
                {
                    sheet.EndRound(action);
                    return sheet.Finish(Id);
                }
                var losers = Losers(surplus, stuck: surplus >= least && Stuck(before));
                foreach (var candidate in losers)
                    sheet.Exclude(candidate);
                sheet.EndRound(action);
                // Clause 3.
                if (sheet.Hopeful.Length == sheet.SeatsLeft)
                    return sheet.Finish(Id);
                least = losers.IsEmpty ? BigInteger.Min(least, surplus) : all + 1;
                (before, first) = ([.. keep], false);
                Adjust(losers);
            }
        }

        // Clauses 10 to 12, and 5 and 6 at first.
        private BigInteger Distribute()
        {
            sharing.Share(keep, sheet.Votes);
            sheet.NonTransferable = all - sheet.Votes.Sum();
            sheet.Quota = Nine.Quota(all - sheet.NonTransferable, sheet.Seats);
            var before = sheet.Elected.Count;
            sheet.ElectAtQuota();
            sharing.Elected(sheet.Elected.Skip(before));
            return sheet
                .Elected.Select(c => BigInteger.Max(sheet.Of(c) - sheet.Quota, BigInteger.Zero))
                .Sum();
        }

        // Clauses 13, 19 and 23.
        private ImmutableArray<Candidate> Losers(BigInteger surplus, bool stuck)
        {
            ImmutableArray<Candidate> nobodys = [.. sheet.Hopeful.Where(c => sheet.Of(c).IsZero)];
            if (
                surplus < Small
                && !nobodys.IsEmpty
                && sheet.Hopeful.Length - nobodys.Length >= sheet.SeatsLeft
            )
                return nobodys;
            var lowest = sheet.LowestFirst(sheet.Hopeful);
            if (sheet.Of(lowest[0]) + surplus < sheet.Of(lowest[1]))
                return [lowest[0]];
            return surplus < Small || stuck
                ?
                [
                    sheet.BreakByEarliest(
                        [.. sheet.Hopeful.Where(c => sheet.Of(c) == sheet.Of(lowest[0]))],
                        TiedFor.Exclusion
                    ),
                ]
                : [];
        }

        // Only where the surplus is no smaller than it has been: rounding alone lets a keep value rise by a unit while much is
        // still to be passed on, and there is no round of iterations without one in which nothing has fallen.
        private bool Stuck(BigInteger[] before) =>
            keep.SequenceEqual(before) || keep.Zip(before).Any(pair => pair.First > pair.Second);

        // Clauses 9 and 14 to 17: each product and quotient is taken up.
        private void Adjust(ImmutableArray<Candidate> losers)
        {
            foreach (var candidate in losers)
                keep[candidate.Index] = BigInteger.Zero;
            sharing.Excluded(losers);
            foreach (var c in sheet.Elected.Where(c => sheet.Of(c) > sheet.Quota))
                keep[c.Index] = Nine.OverUp(Nine.TimesUp(keep[c.Index], sheet.Quota), sheet.Of(c));
        }
    }
}
