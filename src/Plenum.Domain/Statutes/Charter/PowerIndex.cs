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
    // So many additions are done before anybody notices; each voter takes as many as there are votes.
    private const int MostSteps = 10_000_000;

    private const int MostVotes = 20_000;

    /// <summary>
    /// The votes as their coalitions are counted: as they are, or in units of so many votes, rounded to the nearest, where
    /// there are too many. Of a hundred sections a unit is then less than a twenty thousandth of all votes.
    /// </summary>
    public static ImmutableArray<int> Countable(ImmutableArray<int> votes)
    {
        var all = votes.Sum(v => (long)v);
        var most = Math.Clamp(MostSteps / Math.Max(1, votes.Length), 1, MostVotes);
        return all <= most
            ? votes
            : [.. votes.Select(v => (int)((v * (long)most + all / 2) / all))];
    }

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
