using System.Collections.Immutable;
using System.Numerics;

namespace Plenum.Counting.Power;

/// <summary>Coalitions that win and would lose without any one of their members.</summary>
public static class MinimalCoalitions
{
    /// <summary>More than these are not listed.</summary>
    public const int Most = 1_000;

    private const int MostSteps = 2_000_000;

    /// <summary>Lists them by the places of their members, from 0; null when there are more than <see cref="Most" />, or it would take too long to find them.</summary>
    /// <param name="weights">Not negative.</param>
    /// <param name="quota">The weight that wins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the quota below 1.</exception>
    public static ImmutableArray<ImmutableArray<int>>? List(
        IReadOnlyList<BigInteger> weights,
        BigInteger quota
    )
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(quota, BigInteger.One);
        foreach (var weight in weights)
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        // From the heaviest down: the last member added is the lightest, so the whole is minimal if it loses without them.
        int[] order =
        [
            .. Enumerable
                .Range(0, weights.Count)
                .Where(i => weights[i].Sign > 0)
                .OrderByDescending(i => weights[i])
                .ThenBy(i => i),
        ];
        var behind = new BigInteger[order.Length + 1];
        for (var i = order.Length - 1; i >= 0; i--)
            behind[i] = behind[i + 1] + weights[order[i]];
        var found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var (chosen, steps) = (new List<int>(), 0);
        return Add(0, BigInteger.Zero) ? found.ToImmutable() : null;

        bool Add(int from, BigInteger weight)
        {
            if (weight >= quota)
            {
                found.Add([.. chosen.Order()]);
                return found.Count <= Most;
            }
            for (var i = from; i < order.Length && weight + behind[i] >= quota; i++)
            {
                if (++steps > MostSteps)
                    return false;
                chosen.Add(order[i]);
                var goesOn = Add(i + 1, weight + weights[order[i]]);
                chosen.RemoveAt(chosen.Count - 1);
                if (!goesOn)
                    return false;
            }
            return true;
        }
    }
}
