using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using Plenum.Counting.Power;

namespace Plenum.Domain.Statutes;

/// <summary>
/// How often each voter turns a losing side into a winning one, counted exactly over all coalitions (J. F. Banzhaf, 1965).
/// </summary>
public static class PowerIndex
{
    /// <summary>More votes than this are not counted out coalition by coalition.</summary>
    public const int MostVotes = 20_000;

    private const int MostVoters = 5_000;

    /// <summary>Whether this is counted out at all.</summary>
    public static bool CanCount(IReadOnlyCollection<int> votes) =>
        votes.Count <= MostVoters && votes.Sum(v => (long)v) <= MostVotes;

    /// <summary>Swings of each voter when <paramref name="quota"/> votes win.</summary>
    public static ImmutableArray<BigInteger> Swings(IReadOnlyList<int> votes, int quota) =>
        VotingPower.Banzhaf([.. votes.Select(v => (BigInteger)v)], Math.Max(1, quota)) switch
        {
            PowerAnswer.Counted(var swings, _) => swings,
            PowerAnswer.TooLarge(var steps) => throw new UnreachableException($"{steps} steps"),
        };

    /// <summary>The fewest voters that together reach the quota.</summary>
    public static int FewestToWin(IEnumerable<int> votes, int quota) =>
        VotingPower.FewestToWin(votes.Select(v => (BigInteger)v), quota);
}
