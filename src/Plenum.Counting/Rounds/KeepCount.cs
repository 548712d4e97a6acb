using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Rounds;

/// <summary>What an iteration adds up, where rounding leaves somebody elected with less than the quota.</summary>
internal enum SurplusBy
{
    /// <summary>What is there, whatever its sign.</summary>
    Sum,

    /// <summary>The same, and nothing less than nought.</summary>
    SumNotBelowNought,

    /// <summary>That is no surplus of anybody.</summary>
    EachNotBelowNought,
}

/// <summary>One of the forms of Meek's method.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Scale">Its arithmetic.</param>
/// <param name="Omega">An iteration ends when the surpluses come to ten to the power of minus so much.</param>
/// <param name="Less">They have to come to less than that.</param>
/// <param name="Batch">Sure losers are excluded together, before the iteration has ended.</param>
/// <param name="Surplus">What is added up.</param>
/// <param name="HandsOn">A step may hand a surplus on whole from one of the elected to the next.</param>
internal sealed record KeepForm(
    string Rule,
    Scale Scale,
    int Omega,
    bool Less,
    bool Batch,
    SurplusBy Surplus,
    bool HandsOn = false
);

/// <summary>A count by keep factors: the iteration and its rounds, however papers are shared out.</summary>
internal sealed class KeepCount
{
    private enum Ended
    {
        Elected,

        /// <summary>The surpluses are small enough, or fall no more.</summary>
        Settled,
        SureLosers,
    }

    private readonly KeepForm form;
    private readonly Scale scale;
    private readonly RoundSheet sheet;
    private readonly Sharing sharing;
    private readonly BigInteger all;
    private readonly BigInteger omega;
    private readonly BigInteger[] keep;
    private BigInteger surplus;
    private int steps;

    /// <summary>Before the first round.</summary>
    public KeepCount(KeepForm form, RoundSheet sheet, Sharing sharing)
    {
        (this.form, this.sheet, this.sharing, scale) = (form, sheet, sharing, form.Scale);
        all = sheet.Table.ValidPapers * scale.One;
        omega = scale.One / BigInteger.Pow(10, form.Omega);
        keep = [.. sheet.Table.Stands.Select(stands => stands ? scale.One : BigInteger.Zero)];
        sheet.Keep = keep;
    }

    public RoundCount Run()
    {
        Distribute();
        // Where a shared first rank does not divide evenly, what is cut is nobody's refusal to go on.
        sheet.NonTransferable = BigInteger.Zero;
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
            // What is cut from very many papers leaves the elected less than the quota, and nobody below the lowest.
            var excluded =
                ended == Ended.SureLosers
                    ? sheet.SureLosers(surplus)
                    : [sheet.Lowest(within: BigInteger.Max(surplus, BigInteger.Zero))];
            foreach (var candidate in excluded)
                sheet.Exclude(candidate);
            sheet.EndRound(action);
            PassBy(excluded);
        }
        if (sheet.SeatsLeft <= 0)
        {
            var rest = sheet.Hopeful;
            foreach (var candidate in rest)
                sheet.Exclude(candidate);
            PassBy(rest);
        }
        Distribute();
        return sheet.Finish(form.Rule);
    }

    private void PassBy(ImmutableArray<Candidate> excluded)
    {
        foreach (var candidate in excluded)
            keep[candidate.Index] = BigInteger.Zero;
        sharing.Excluded(excluded);
    }

    private Ended Iterate()
    {
        var (last, waited) = (all, 0);
        while (true)
        {
            Distribute();
            steps++;
            sheet.Quota = scale.Quota(all - sheet.NonTransferable, sheet.Seats);
            var before = sheet.Elected.Count;
            sheet.ElectAtQuota();
            surplus = Surplus();
            if (sheet.Elected.Count > before)
            {
                sharing.Elected(sheet.Elected.Skip(before));
                return Ended.Elected;
            }
            if (form.Less ? surplus < omega : scale.Compare(surplus, omega) <= 0)
                return Ended.Settled;
            // Handed on, it reaches the last of the elected after as many steps as there are of them.
            if (scale.Compare(surplus, last) < 0)
                (last, waited) = (surplus, 0);
            else if (!form.HandsOn || ++waited > sheet.Elected.Count)
                return Ended.Settled;
            if (form.Batch && !sheet.SureLosers(surplus).IsEmpty)
                return Ended.SureLosers;
            foreach (var c in sheet.Elected.Where(c => !sheet.Of(c).IsZero))
                keep[c.Index] = Kept(c);
        }
    }

    // Of very many papers the part that makes a quota is below the last place there is: that place is kept then, because nought
    // would be the part of somebody who is excluded, and leave them votes of nought to divide by.
    private BigInteger Kept(Candidate elected) =>
        BigInteger.Max(
            scale.OverUp(scale.TimesUp(keep[elected.Index], sheet.Quota), sheet.Of(elected)),
            BigInteger.One
        );

    private BigInteger Surplus()
    {
        var each = sheet.Elected.Select(c => sheet.Of(c) - sheet.Quota);
        return form.Surplus switch
        {
            SurplusBy.Sum => each.Sum(),
            SurplusBy.SumNotBelowNought => BigInteger.Max(each.Sum(), BigInteger.Zero),
            SurplusBy.EachNotBelowNought => each.Select(s => BigInteger.Max(s, 0)).Sum(),
        };
    }

    // Every paper gives each candidate on it their part of what is left of it.
    private void Distribute()
    {
        sharing.Share(keep, sheet.Votes);
        sheet.NonTransferable = all - sheet.Votes.Sum();
    }
}
