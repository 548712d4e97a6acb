using System.Globalization;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Committees;

/// <summary>Rules that elect committees from approvals; every committee that wins is told.</summary>
/// <remarks>
/// Sources: M. Lackner and P. Skowron, "Multi-Winner Voting with Approval Preferences", 2023, and the papers named at each
/// rule. At most 64 candidates. Rules that compare committees look at no more than <see cref="MostCommittees" /> of them;
/// rules that go one by one follow no more than 20,000 ways through their ties.
/// </remarks>
internal static class CommitteeRules
{
    /// <summary>More committees than this are not compared.</summary>
    public const int MostCommittees = Search.MostCommittees;

    private const int LargestForParts = 16;

    internal static Func<BallotSet, Lots, CountStory> Separate(string rule, bool shared) =>
        Of(rule, (approvals, size) => Thiele.Separate(approvals, size, shared));

    internal static Func<BallotSet, Lots, CountStory> Best(string rule, Weights weights) =>
        Of(rule, (approvals, size) => Thiele.Best(approvals, size, weights), compares: true);

    internal static Func<BallotSet, Lots, CountStory> Forwards(string rule, Weights weights) =>
        Of(rule, (approvals, size) => Thiele.Forwards(approvals, size, weights));

    internal static Func<BallotSet, Lots, CountStory> Backwards(string rule) =>
        Of(rule, (approvals, size) => Thiele.Backwards(approvals, size, Weights.Harmonic));

    internal static Func<BallotSet, Lots, CountStory> SequentialPhragmen(string rule) =>
        Of(rule, Phragmen.Sequential);

    internal static Func<BallotSet, Lots, CountStory> MaximalPhragmen(string rule) =>
        Of(
            rule,
            (approvals, size) => size > LargestForParts ? null : Phragmen.Maximal(approvals, size),
            compares: true
        );

    internal static Func<BallotSet, Lots, CountStory> Shares(string rule, Completion completion) =>
        Of(rule, (approvals, size) => EqualShares.Committees(approvals, size, completion));

    internal static Func<BallotSet, Lots, CountStory> MonroeRule(string rule) =>
        Of(rule, Monroe.Best, compares: true);

    private static Func<BallotSet, Lots, CountStory> Of(
        string rule,
        Func<Approvals, int, List<ulong>?> winning,
        bool compares = false
    ) =>
        (ballots, lots) =>
        {
            var standing = ballots.Names.Length - ballots.Withdrawn.Length;
            var approvals = Approvals.Of(ballots);
            var size = Math.Min(ballots.Seats, standing);
            if (size == 0)
                return Told([0]);
            var committees = Search.Choose(standing, size);
            if (compares && committees > Search.MostCommittees)
                return new CountStory.Refused(
                    "count.committees",
                    committees.ToString(CultureInfo.InvariantCulture) + " committees",
                    $"at most {Text(Search.MostCommittees)}, or a rule that goes one by one"
                );
            return winning(approvals, size) is { } won
                ? Told(won)
                : new CountStory.Refused(
                    "count.ways",
                    "more ways through the ties than are followed",
                    $"at most {Text(Search.MostWays)}"
                );

            CountStory.ByCommittees Told(List<ulong> won) =>
                new(CommitteeCount.Of(rule, ballots, approvals, won, lots));
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
