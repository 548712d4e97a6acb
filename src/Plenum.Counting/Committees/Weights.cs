using System.Numerics;

namespace Plenum.Counting.Committees;

/// <summary>What a paper is worth to a committee that holds so many of those it approves, in whole numbers.</summary>
internal sealed class Weights
{
    private readonly Int128[] worth;

    private Weights(IEnumerable<Int128> steps)
    {
        var sum = (Int128)0;
        worth = [0, .. steps.Select(step => sum += step)];
    }

    /// <summary>A common multiple of 1 to 64: 1/1 to 1/64 of it are whole.</summary>
    public static Int128 Common { get; } =
        (Int128)
            Enumerable
                .Range(1, Approvals.MostCandidates)
                .Aggregate(
                    BigInteger.One,
                    (all, i) => all * i / BigInteger.GreatestCommonDivisor(all, i)
                );

    /// <summary>1, 1/2, 1/3 ... (T. N. Thiele).</summary>
    public static Weights Harmonic { get; } =
        new(Enumerable.Range(1, Approvals.MostCandidates).Select(i => Common / i));

    /// <summary>1, 0, 0 ...</summary>
    public static Weights First { get; } =
        new(Enumerable.Range(1, Approvals.MostCandidates).Select(i => (Int128)(i == 1 ? 1 : 0)));

    public Int128 Of(int members) => worth[members];

    public BigInteger Score(Approvals approvals, ulong committee)
    {
        var score = BigInteger.Zero;
        foreach (var (candidates, papers) in approvals.Papers)
            score += (BigInteger)worth[BitOperations.PopCount(candidates & committee)] * papers;
        return score;
    }
}
