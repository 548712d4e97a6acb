using System.Numerics;

namespace Plenum.Counting.Margins;

/// <summary>
/// The least sum of whole numbers under linear conditions and under some that are not, exactly: what comes out in parts is cut
/// off while that helps, and then tried both ways.
/// </summary>
/// <param name="costs">What one of each costs; nothing is less than nought.</param>
/// <param name="steps">How many steps may be taken in all.</param>
internal sealed class LeastChange(int[] costs, int steps)
{
    // Rounds of cuts before a number is tried below and above, and from how many columns in each.
    private const int Rounds = 4;
    private const int CutsOfARound = 6;

    private readonly DualSimplex begun = new(costs);
    private int left = steps;

    /// <summary>Steps left; nought when they did not suffice.</summary>
    public int Left => left;

    /// <summary>The sum of so many of each is at most that.</summary>
    public void AtMost(int[] of, BigInteger most) => begun.AtMost(of, most);

    /// <summary>There are at most so many.</summary>
    public void AtMost(int column, BigInteger most) => begun.AtMost(column, most);

    /// <summary>The least cost in parts, taken up to a whole; null where nothing fulfils the conditions.</summary>
    public BigInteger? Bound() => begun.Solve(ref left) ? begun.Cost : null;

    /// <summary>The least cost in whole numbers if it is below that.</summary>
    /// <param name="open">Sets of conditions of which one has to be fulfilled besides.</param>
    /// <param name="below">That.</param>
    /// <param name="ways">
    /// What is not linear: nothing where whole numbers fulfil it, or sets of conditions of which they fulfil none and every
    /// solution that does fulfils one.
    /// </param>
    public BigInteger AnyOf(
        IReadOnlyList<(int[] Of, BigInteger Most)[]> open,
        BigInteger below,
        Func<BigInteger[], IReadOnlyList<(int[] Of, BigInteger Most)[]>> ways
    ) => begun.Solve(ref left) && begun.Cost < below ? AnyOf(begun, open, below, ways) : below;

    private BigInteger AnyOf(
        DualSimplex at,
        IReadOnlyList<(int[] Of, BigInteger Most)[]> open,
        BigInteger below,
        Func<BigInteger[], IReadOnlyList<(int[] Of, BigInteger Most)[]>> ways
    )
    {
        foreach (var way in open)
        {
            var with = at.Copy();
            foreach (var (of, most) in way)
                with.AtMost(of, most);
            below = Whole(with, below, ways);
        }
        return below;
    }

    private BigInteger Whole(
        DualSimplex at,
        BigInteger below,
        Func<BigInteger[], IReadOnlyList<(int[] Of, BigInteger Most)[]>> ways
    )
    {
        for (var round = 0; ; round++)
        {
            if (!at.Solve(ref left) || at.Cost >= below)
                return below;
            var (columns, inParts) = at.Read();
            if (inParts < 0)
            {
                var open = ways(columns);
                return open.Count == 0 ? at.Cost : AnyOf(at, open, below, ways);
            }
            if (round < Rounds)
            {
                at.Cut(CutsOfARound);
                continue;
            }
            var under = at.Copy();
            under.AtMost(inParts, columns[inParts]);
            below = Whole(under, below, ways);
            at.AtLeast(inParts, columns[inParts] + 1);
            return Whole(at, below, ways);
        }
    }
}
