using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Majority;

/// <summary>What an instant run-off means when one of its candidates is "re-open nominations".</summary>
public abstract record RunOffOutcome
{
    private RunOffOutcome() { }

    /// <summary>The seat is filled.</summary>
    /// <param name="Candidate">By whom.</param>
    /// <param name="ByMajorityOfPapers">
    /// Whether they hold more than half of all valid papers, those without a further preference included. False when
    /// they are only the last one left; what follows from that is for the law to say.
    /// </param>
    public sealed record Elected(Candidate Candidate, bool ByMajorityOfPapers) : RunOffOutcome;

    /// <summary>The voters want other candidates.</summary>
    public sealed record NominationsReopened : RunOffOutcome;

    /// <summary>Everybody withdrew.</summary>
    public sealed record NobodyStood : RunOffOutcome;
}

/// <summary>
/// One seat by majority: whoever has more than half of the valid papers is elected; otherwise the candidate with the
/// fewest votes is excluded and their papers go to the next preference, until somebody has, or is the last one left.
/// </summary>
/// <remarks>
/// The majority is of all valid papers, floor(papers / 2) + 1, and does not shrink when papers run out. Ties for
/// exclusion go by earlier stages, then by lot, as in <see cref="Proportional.ScottishStv" />. "Re-open nominations"
/// is an ordinary candidate here: it can be excluded and its papers go on. The seats of the ballot set are not looked
/// at: this rule fills one.
/// </remarks>
public static class InstantRunOff
{
    /// <summary>The rule's id.</summary>
    public const string Id = "irv";

    /// <summary>Counts.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    /// <exception cref="ArgumentException">The set has limits on places, which this rule does not keep.</exception>
    public static ElectionCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        if (ballots.Limits is not null)
            throw new ArgumentException("This rule keeps no limits on places.", nameof(ballots));
        var table = PapersOnTheTable.Of(ballots);
        var majority = Votes.Of((table.ValidPapers / 2) + 1);
        var sheet = table.Sheet(lots);
        while (true)
        {
            var continuing = sheet.Continuing;
            if (!continuing.IsEmpty)
            {
                var first = continuing.MaxBy(sheet.VotesOf);
                if (sheet.VotesOf(first) >= majority)
                    sheet.Elect(first, ElectedBy.Quota);
                else if (continuing.Length == 1)
                    sheet.Elect(first, ElectedBy.LastVacancies);
            }
            sheet.EndStage();
            if (sheet.Elected.Count > 0 || continuing.IsEmpty)
                return table.Finish(Id, ballots.WithSeats(1), majority, sheet);
            var least = continuing.Min(sheet.VotesOf);
            sheet.Exclude(
                sheet.Break(
                    [.. continuing.Where(c => sheet.VotesOf(c) == least)],
                    TiedFor.Exclusion
                )
            );
        }
    }

    /// <summary>Reads the result with one candidate standing for "re-open nominations".</summary>
    /// <param name="count">A finished run-off.</param>
    /// <param name="reopenNominations">That candidate's number.</param>
    /// <exception cref="ArgumentException">The count is by another rule.</exception>
    public static RunOffOutcome Outcome(ElectionCount count, Candidate reopenNominations)
    {
        ArgumentNullException.ThrowIfNull(count);
        if (count.Rule != Id)
            throw new ArgumentException("Only a run-off is read so.", nameof(count));
        if (count.Elected.IsEmpty)
            return new RunOffOutcome.NobodyStood();
        var first = count.Elected[0];
        return first == reopenNominations
            ? new RunOffOutcome.NominationsReopened()
            : new RunOffOutcome.Elected(first, count.Stages[^1].Of(first) >= count.Quota);
    }
}
