using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote by Meek's method: every elected candidate keeps the same part of each paper that comes
/// to them, just so much that they keep the quota, and the quota falls as papers run out.
/// </summary>
/// <remarks>
/// Sources: B. L. Meek, 1969; I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123", 1987. <c>meek</c> counts with
/// 18 shown places and nine guard digits, ends an iteration when the surpluses come to 10^-9 or less, and excludes sure
/// losers together; <c>warren</c> (C. H. E. Warren, 1994) is the same with a price in place of a part: each paper pays an
/// elected candidate the same amount, or what it has left. <c>meek-prf</c> is the reference rule of the Proportional
/// Representation Foundation: nine places, parts taken up, 10^-6, one exclusion at a time. Candidates whose votes differ
/// from the lowest by no more than the surpluses are tied for exclusion.
/// </remarks>
public static class Meek
{
    private sealed record Form(string Rule, Scale Scale, int Omega, bool Reference, bool Prices);

    private enum Ended
    {
        Elected,
        Small,
        Stable,
        SureLosers,
    }

    /// <summary>Counts by <c>meek</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots) =>
        new Counting(
            new Form("meek", new Scale(18, 9), 9, Reference: false, Prices: false),
            ballots,
            lots
        ).Run();

    /// <summary>Counts by <c>warren</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountWarren(BallotSet ballots, Lots lots) =>
        new Counting(
            new Form("warren", new Scale(18, 9), 9, Reference: false, Prices: true),
            ballots,
            lots
        ).Run();

    /// <summary>Counts by <c>meek-prf</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountReference(BallotSet ballots, Lots lots) =>
        new Counting(
            new Form("meek-prf", new Scale(9), 6, Reference: true, Prices: false),
            ballots,
            lots
        ).Run();

    private sealed class Counting
    {
        private readonly Form form;
        private readonly Scale scale;
        private readonly RoundSheet sheet;
        private readonly KeepTree tree;
        private readonly KeepPass pass;
        private readonly BigInteger all;
        private readonly BigInteger omega;
        private readonly BigInteger[] keep;
        private BigInteger surplus;
        private int steps;

        public Counting(Form form, BallotSet ballots, Lots lots)
        {
            ArgumentNullException.ThrowIfNull(ballots);
            ArgumentNullException.ThrowIfNull(lots);
            (this.form, scale) = (form, form.Scale);
            var table = PapersOnTheTable.Of(ballots);
            sheet = new RoundSheet(ballots, table, scale, lots);
            tree = new KeepTree(table.Tree, table.Stands);
            pass = KeepPass.Of(
                tree,
                table.Stands.Length,
                scale,
                form.Prices ? Parting.Price
                    : form.Reference ? Parting.Up
                    : Parting.Cut,
                table.ValidPapers,
                table.Threads
            );
            all = table.ValidPapers * scale.One;
            omega = scale.One / BigInteger.Pow(10, form.Omega);
            keep = [.. table.Stands.Select(stands => stands ? scale.One : BigInteger.Zero)];
            sheet.Keep = keep;
        }

        public RoundCount Run()
        {
            Distribute();
            sheet.Quota = scale.Quota(all, sheet.Seats);
            sheet.EndRound(new RoundAction.Sorting());
            while (sheet.Hopeful.Length > sheet.SeatsLeft && sheet.SeatsLeft > 0)
            {
                steps = 0;
                var ended = Iterate();
                var action = new RoundAction.Iteration(steps, scale.Show(surplus));
                if (ended == Ended.Elected)
                {
                    sheet.EndRound(action);
                    continue;
                }
                var excluded =
                    ended == Ended.SureLosers
                        ? sheet.SureLosers(surplus)
                        : [sheet.Lowest(within: surplus)];
                foreach (var candidate in excluded)
                    sheet.Exclude(candidate);
                sheet.EndRound(action);
                PassBy(excluded);
            }
            if (sheet.SeatsLeft > 0)
                Distribute();
            else
                ExcludeTheRest();
            return sheet.Finish(form.Rule);
        }

        private void ExcludeTheRest()
        {
            var rest = sheet.Hopeful;
            foreach (var candidate in rest)
                sheet.Exclude(candidate);
            PassBy(rest);
            Distribute();
        }

        private void PassBy(ImmutableArray<Candidate> excluded)
        {
            foreach (var candidate in excluded)
            {
                keep[candidate.Index] = BigInteger.Zero;
                tree.Exclude(candidate.Index);
            }
            pass.Rebuild();
        }

        private Ended Iterate()
        {
            var last = all;
            while (true)
            {
                Distribute();
                steps++;
                sheet.Quota = scale.Quota(all - sheet.NonTransferable, sheet.Seats);
                var before = sheet.Elected.Count;
                sheet.ElectAtQuota();
                surplus = sheet.Elected.Aggregate(
                    BigInteger.Zero,
                    (sum, c) => sum + sheet.Of(c) - sheet.Quota
                );
                if (form.Reference)
                    surplus = BigInteger.Max(surplus, BigInteger.Zero);
                if (sheet.Elected.Count > before)
                {
                    foreach (var candidate in sheet.Elected.Skip(before))
                        tree.Elect(candidate.Index);
                    pass.Rebuild();
                    return Ended.Elected;
                }
                if (form.Reference ? surplus < omega : scale.Compare(surplus, omega) <= 0)
                    return Ended.Small;
                if (scale.Compare(surplus, last) >= 0)
                    return Ended.Stable;
                if (!form.Reference && !sheet.SureLosers(surplus).IsEmpty)
                    return Ended.SureLosers;
                last = surplus;
                foreach (var c in sheet.Elected)
                    keep[c.Index] = scale.OverUp(
                        scale.TimesUp(keep[c.Index], sheet.Quota),
                        sheet.Of(c)
                    );
            }
        }

        // Every paper gives each candidate on it their part of what is left of it.
        private void Distribute()
        {
            pass.Share(keep, sheet.Votes);
            sheet.NonTransferable =
                all - sheet.Votes.Aggregate(BigInteger.Zero, (sum, each) => sum + each);
        }
    }
}
