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
/// elected candidate the same amount, or what it has left; there an iteration goes on while a surplus only moves from one of
/// the elected to the next, or a solid group could lose a seat its papers pay for. <c>meek-prf</c> is the reference rule of the Proportional
/// Representation Foundation: nine places, parts taken up, 10^-6, one exclusion at a time. Candidates whose votes differ
/// from the lowest by no more than the surpluses are tied for exclusion.
/// </remarks>
internal static class Meek
{
    /// <summary>Counts by <c>meek</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount Count(BallotSet ballots, Lots lots) =>
        Run(Guarded("meek"), Parting.Cut, ballots, lots);

    /// <summary>Counts by <c>warren</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountWarren(BallotSet ballots, Lots lots) =>
        Run(Guarded("warren") with { HandsOn = true }, Parting.Price, ballots, lots);

    /// <summary>Counts by <c>meek-prf</c>.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static RoundCount CountReference(BallotSet ballots, Lots lots) =>
        Run(
            new KeepForm(
                "meek-prf",
                new Scale(9),
                6,
                Less: true,
                Batch: false,
                SurplusBy.SumNotBelowNought
            ),
            Parting.Up,
            ballots,
            lots
        );

    /// <summary>By <c>meek</c>, with so many rows of papers in one part of the work.</summary>
    internal static RoundCount CountInParts(BallotSet ballots, Lots lots, int rowsTogether) =>
        Run(Guarded("meek"), Parting.Cut, ballots, lots, rowsTogether);

    private static KeepForm Guarded(string rule) =>
        new(rule, new Scale(18, 9), 9, Less: false, Batch: true, SurplusBy.Sum);

    private static RoundCount Run(
        KeepForm form,
        Parting parting,
        BallotSet ballots,
        Lots lots,
        int rowsTogether = KeepPass.RowsTogether
    )
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        var table = PapersOnTheTable.Of(ballots);
        var sheet = new RoundSheet(ballots, table, form.Scale, lots);
        return new KeepCount(
            form,
            sheet,
            KeepPass.Of(table, form.Scale, parting, rowsTogether)
        ).Run();
    }
}
