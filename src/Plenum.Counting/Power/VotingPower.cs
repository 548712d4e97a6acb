using System.Collections.Immutable;
using System.Numerics;

namespace Plenum.Counting.Power;

/// <summary>What came of asking who decides.</summary>
public abstract record PowerAnswer
{
    private PowerAnswer() { }

    /// <summary>Counted out, exactly.</summary>
    /// <param name="Swings">
    /// For Banzhaf how many coalitions of the others each voter turns from losing to winning; for Shapley-Shubik in how
    /// many orders of all voters each is the one who brings the quota.
    /// </param>
    /// <param name="Shares">The swings of each as a part of all; nought for everybody when nobody has any.</param>
    public sealed record Counted(ImmutableArray<BigInteger> Swings, ImmutableArray<Fraction> Shares)
        : PowerAnswer
    {
        /// <inheritdoc />
        public bool Equals(Counted? other) =>
            other is not null && Swings.AsSpan().SequenceEqual(other.Swings.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() => Swings.IsDefaultOrEmpty ? 0 : Swings[0].GetHashCode();
    }

    /// <summary>Neither the voters are few nor their weights small enough to be counted out.</summary>
    /// <param name="Steps">About how many steps it would take.</param>
    public sealed record TooLarge(BigInteger Steps) : PowerAnswer;
}

/// <summary>
/// Who decides where votes have weight, over all coalitions, exactly: Banzhaf (J. F. Banzhaf, 1965) and Shapley-Shubik
/// (1954). A coalition wins when its weight is at least the quota.
/// </summary>
/// <remarks>
/// Two ways, whichever is shorter: coalitions counted by weight (generating functions; the work grows with voters times
/// quota, for Shapley-Shubik with voters squared times quota), or, up to 40 voters of any weight, the coalitions of two
/// halves laid against each other. Weights are first divided by what they have in common, and of the quota and its
/// dual - one more than the weight that may stay away - the smaller is counted, which gives the same swings.
/// </remarks>
public static class VotingPower
{
    /// <summary>Steps beyond which nothing is counted; one is an addition of 64 bits.</summary>
    public const long MostSteps = 10_000_000_000;

    private const long MostCells = 25_000_000;
    private const int MostOfHalves = 40;

    /// <summary>Banzhaf: the share of each in all swings (the normalized index).</summary>
    /// <param name="weights">Not negative.</param>
    /// <param name="quota">The weight that wins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the quota below 1.</exception>
    public static PowerAnswer Banzhaf(IReadOnlyList<BigInteger> weights, BigInteger quota) =>
        Count(weights, quota, bySize: false);

    /// <summary>Shapley-Shubik: the share of each in being pivotal, over all orders of the voters.</summary>
    /// <param name="weights">Not negative.</param>
    /// <param name="quota">The weight that wins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the quota below 1.</exception>
    public static PowerAnswer ShapleyShubik(IReadOnlyList<BigInteger> weights, BigInteger quota) =>
        Count(weights, quota, bySize: true);

    /// <summary>The fewest voters that together reach the quota; all of them and one more when even all do not.</summary>
    /// <param name="weights">Not negative.</param>
    /// <param name="quota">The weight that wins.</param>
    public static int FewestToWin(IEnumerable<BigInteger> weights, BigInteger quota)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (sum, voters) = (BigInteger.Zero, 0);
        foreach (var weight in weights.OrderDescending())
        {
            if (sum >= quota)
                return voters;
            sum += weight;
            voters++;
        }
        return sum >= quota ? voters : voters + 1;
    }

    private static PowerAnswer Count(
        IReadOnlyList<BigInteger> weights,
        BigInteger quota,
        bool bySize
    )
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(quota, BigInteger.One);
        foreach (var weight in weights)
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        var common = weights.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (common.IsZero)
            return Answer([.. weights.Select(_ => BigInteger.Zero)]);
        BigInteger[] lowest = [.. weights.Select(weight => weight / common)];
        var needed = (quota + common - 1) / common;
        var all = lowest.Sum();
        if (needed > all)
            return Answer([.. weights.Select(_ => BigInteger.Zero)]);
        needed = BigInteger.Min(needed, all - needed + 1);

        var voters = lowest.Count(weight => !weight.IsZero);
        var limbs = Coalitions.Limbs(voters);
        var cells = needed * limbs * (bySize ? voters : 1);
        var steps = cells * (voters + lowest.Distinct().Count());
        if (cells <= MostCells && steps <= MostSteps)
            return Answer(
                Coalitions.Swings([.. lowest.Select(w => Capped(w, needed))], (int)needed, bySize)
            );
        return voters <= MostOfHalves && all <= long.MaxValue
            ? Answer(Halves.Swings([.. lowest.Select(w => (long)w)], (long)needed, bySize))
            : new PowerAnswer.TooLarge(steps);
    }

    // Who reaches the quota alone can weigh as much as the quota: no coalition tells the difference.
    private static int Capped(BigInteger weight, BigInteger quota) =>
        (int)BigInteger.Min(weight, quota);

    private static PowerAnswer.Counted Answer(BigInteger[] swings)
    {
        var all = swings.Sum();
        return new PowerAnswer.Counted(
            [.. swings],
            [.. swings.Select(each => all.IsZero ? Fraction.Zero : new Fraction(each, all))]
        );
    }
}
