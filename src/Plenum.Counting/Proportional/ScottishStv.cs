using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>
/// The single transferable vote as Scottish councils count it: the Scottish Local Government Elections Order 2011
/// (SSI 2011/399), schedule 1, rules 46 to 53 - weighted inclusive Gregory transfers to five decimal places.
/// </summary>
/// <remarks>
/// Defined answers at the edges:
/// more seats than candidates - all standing are elected (rule 53);
/// no valid papers - the quota is 1, exclusions go to lot, and as many as there are seats are left (rule 53): whether
/// such an election stands is for the law that called it;
/// papers without any first preference count neither as valid nor for the quota (rules 45 and 47);
/// withdrawn candidates are struck from every paper before the count; repeats, skipped and shared ranks as described
/// in the README. A candidate exactly at the quota has no surplus and no stage of their own
/// (rule 49 says "exceeds"). Where three or more tie and an earlier stage separates only some of them, the
/// question goes on among the rest (the Order is silent). Within a stage whoever has the quota stands before the last
/// vacancies, and of each the most votes first; for equals the Order says only whose surplus goes first (rule 50), and so
/// they stand in the list too.
/// </remarks>
public static class ScottishStv
{
    /// <summary>The rule's id.</summary>
    public const string Id = "scottish-stv";

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers and the seats.</param>
    /// <param name="lots">How lots are drawn.</param>
    /// <exception cref="ArgumentException">The set has limits on places, which this rule does not keep.</exception>
    public static ElectionCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        if (ballots.Limits is not null)
            throw new ArgumentException("This rule keeps no limits on places.", nameof(ballots));
        var table = PapersOnTheTable.Of(ballots);
        // Rule 47: divided by one more than the seats, decimals ignored, plus one.
        var quota = Votes.Of(table.ValidPapers / (ballots.Seats + 1L) + 1);
        var sheet = table.Sheet(lots);

        ElectAtQuota(sheet, quota);
        FillLastVacancies(sheet, ballots.Seats);
        sheet.EndStage();
        while (sheet.Elected.Count < ballots.Seats && sheet.Continuing.Length > 0)
        {
            if (LargestSurplus(sheet, quota) is { } transferring)
                sheet.TransferSurplus(transferring, quota);
            else
                sheet.Exclude(Lowest(sheet));
            ElectAtQuota(sheet, quota);
            FillLastVacancies(sheet, ballots.Seats);
            sheet.EndStage();
        }
        return table.Finish(Id, ballots, quota, sheet);
    }

    // Rule 48, at the end of any stage; so many cannot have the quota that there are fewer seats.
    private static void ElectAtQuota(CountingSheet sheet, Votes quota) =>
        sheet.Elect(sheet.Continuing.Where(c => sheet.VotesOf(c) >= quota), ElectedBy.Quota);

    // Rule 53, for those whom the quota leaves.
    private static void FillLastVacancies(CountingSheet sheet, int seats)
    {
        var continuing = sheet.Continuing;
        if (continuing.Length <= seats - sheet.Elected.Count)
            sheet.Elect(continuing, ElectedBy.LastVacancies);
    }

    // Rule 50.
    private static Candidate? LargestSurplus(CountingSheet sheet, Votes quota)
    {
        var most = sheet.Elected.Select(sheet.VotesOf).DefaultIfEmpty().Max();
        if (most <= quota)
            return null;
        return sheet.Break(
            [.. sheet.Elected.Where(c => sheet.VotesOf(c) == most).Order()],
            TiedFor.SurplusFirst
        );
    }

    // Rules 51 and 52.
    private static Candidate Lowest(CountingSheet sheet)
    {
        var least = sheet.Continuing.Min(sheet.VotesOf);
        return sheet.Break(
            [.. sheet.Continuing.Where(c => sheet.VotesOf(c) == least)],
            TiedFor.Exclusion
        );
    }
}
