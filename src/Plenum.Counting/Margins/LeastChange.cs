using System.Numerics;

namespace Plenum.Counting.Margins;

/// <summary>
/// The least sum of whole numbers under linear conditions, exactly: the dual simplex method in whole numbers with one common
/// denominator, and branches on whatever comes out in parts.
/// </summary>
/// <param name="costs">What one of each costs; nothing is less than nought.</param>
/// <param name="pivots">How many steps may be taken in all.</param>
internal sealed class LeastChange(int[] costs, int pivots)
{
    private readonly List<(int Column, int Sign, BigInteger Most)> bounds = [];
    private readonly List<(int[] Of, BigInteger Most)> rows = [];

    /// <summary>Steps left; nought when they did not suffice.</summary>
    public int Left { get; private set; } = pivots;

    /// <summary>The sum of so many of each is at most that.</summary>
    public void AtMost(int[] of, BigInteger most) => rows.Add((of, most));

    /// <summary>There are at most so many.</summary>
    public void AtMost(int column, BigInteger most) => bounds.Add((column, 1, most));

    /// <summary>The least cost in parts, taken up to a whole; null where nothing fulfils the conditions.</summary>
    public BigInteger? Bound() => Solve() is { } solved ? solved.Cost : null;

    /// <summary>The least cost in whole numbers if it is below that.</summary>
    /// <param name="below">That.</param>
    /// <param name="ways">
    /// What is not linear: nothing where whole numbers fulfil it, or sets of conditions of which they fulfil none and every
    /// solution that does fulfils one.
    /// </param>
    public BigInteger Whole(
        BigInteger below,
        Func<BigInteger[], IReadOnlyList<(int[] Of, BigInteger Most)[]>> ways
    )
    {
        if (Solve() is not { } solved || solved.Cost >= below)
            return below;
        if (solved.Column < 0)
        {
            var open = ways(solved.Columns);
            return open.Count == 0 ? solved.Cost : AnyOf(open, below, ways);
        }
        bounds.Add((solved.Column, 1, solved.Floor));
        below = Whole(below, ways);
        bounds[^1] = (solved.Column, -1, -(solved.Floor + 1));
        below = Whole(below, ways);
        bounds.RemoveAt(bounds.Count - 1);
        return below;
    }

    /// <summary>The same where one of these sets of conditions has to be fulfilled besides.</summary>
    public BigInteger AnyOf(
        IReadOnlyList<(int[] Of, BigInteger Most)[]> open,
        BigInteger below,
        Func<BigInteger[], IReadOnlyList<(int[] Of, BigInteger Most)[]>> ways
    )
    {
        foreach (var way in open)
        {
            rows.AddRange(way);
            below = Whole(below, ways);
            rows.RemoveRange(rows.Count - way.Length, way.Length);
        }
        return below;
    }

    private readonly record struct Solved(
        BigInteger Cost,
        int Column,
        BigInteger Floor,
        BigInteger[] Columns
    );

    // The cost taken up, and the first column that is no whole number with what is below it, or none, and then all columns.
    // Nothing where nothing fulfils the conditions, or no steps are left.
    private Solved? Solve()
    {
        var (width, height) = (costs.Length, rows.Count + bounds.Count);
        var table = Table();
        var basis = Enumerable.Range(width, height).ToArray();
        var outside = Enumerable.Range(0, width).ToArray();
        var denominator = BigInteger.One;
        while (Left > 0)
        {
            var row = Leaving(table, height);
            if (row < 0)
                return Read(table, basis, denominator);
            var column = Entering(table, row, outside);
            if (column < 0)
                return null;
            Left--;
            denominator = Pivot(table, row, column, denominator);
            (basis[row], outside[column]) = (outside[column], basis[row]);
        }
        return null;
    }

    // The last column is what is left of each condition, the last row what each costs.
    private BigInteger[][] Table()
    {
        var (width, height) = (costs.Length, rows.Count + bounds.Count);
        var table = new BigInteger[height + 1][];
        for (var r = 0; r <= height; r++)
            table[r] = new BigInteger[width + 1];
        foreach (var (r, (of, most)) in rows.Index())
        {
            for (var c = 0; c < width; c++)
                table[r][c] = of[c];
            table[r][width] = most;
        }
        foreach (var (b, (column, sign, most)) in bounds.Index())
            (table[rows.Count + b][column], table[rows.Count + b][width]) = (sign, most);
        for (var c = 0; c < width; c++)
            table[height][c] = costs[c];
        return table;
    }

    // Of the conditions that do not hold the one that is furthest from it.
    private static int Leaving(BigInteger[][] table, int height)
    {
        var chosen = -1;
        for (var r = 0; r < height; r++)
        {
            if (table[r][^1].Sign < 0 && (chosen < 0 || table[r][^1] < table[chosen][^1]))
                chosen = r;
        }
        return chosen;
    }

    private static int Entering(BigInteger[][] table, int row, int[] outside)
    {
        var chosen = -1;
        for (var c = 0; c < outside.Length; c++)
        {
            if (table[row][c].Sign >= 0)
                continue;
            var order =
                chosen < 0
                    ? -1
                    : (table[^1][c] * -table[row][chosen]).CompareTo(
                        table[^1][chosen] * -table[row][c]
                    );
            if (order < 0 || (order == 0 && outside[c] < outside[chosen]))
                chosen = c;
        }
        return chosen;
    }

    // Everything is a whole number over the denominator, which stays above nought because the pivot is below it.
    private static BigInteger Pivot(
        BigInteger[][] table,
        int row,
        int column,
        BigInteger denominator
    )
    {
        var pivot = table[row][column];
        for (var r = 0; r < table.Length; r++)
        {
            if (r == row)
                continue;
            var factor = table[r][column];
            for (var c = 0; c < table[r].Length; c++)
            {
                if (c != column)
                    table[r][c] = -((table[r][c] * pivot) - (factor * table[row][c])) / denominator;
            }
            table[r][column] = factor;
        }
        for (var c = 0; c < table[row].Length; c++)
        {
            if (c != column)
                table[row][c] = -table[row][c];
        }
        table[row][column] = -denominator;
        return -pivot;
    }

    private Solved Read(BigInteger[][] table, int[] basis, BigInteger denominator)
    {
        var cost = Up(-table[^1][^1], denominator);
        var columns = new BigInteger[costs.Length];
        for (var r = 0; r < basis.Length; r++)
        {
            if (basis[r] >= costs.Length)
                continue;
            columns[basis[r]] = BigInteger.DivRem(table[r][^1], denominator, out var rest);
            if (!rest.IsZero)
                return new Solved(cost, basis[r], columns[basis[r]], []);
        }
        return new Solved(cost, -1, BigInteger.Zero, columns);
    }

    private static BigInteger Up(BigInteger above, BigInteger below)
    {
        var whole = BigInteger.DivRem(above, below, out var rest);
        return rest.Sign > 0 ? whole + 1 : whole;
    }
}
