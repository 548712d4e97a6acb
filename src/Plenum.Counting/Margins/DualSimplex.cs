using System.Numerics;

namespace Plenum.Counting.Margins;

/// <summary>
/// The least sum under linear conditions, exactly, by the dual simplex method in whole numbers over one common denominator
/// (Edmonds 1967). A condition that is added later costs the few steps it takes to fulfil it.
/// </summary>
internal sealed class DualSimplex
{
    // Which condition holds each row, or which column; what is cut off is named from there on.
    private const int Cuts = 1_000_000;

    private readonly int _width;
    private readonly List<BigInteger[]> _rows;
    private readonly List<int> _basis;
    private readonly int[] _outside;
    private readonly BigInteger[] _cost;
    private BigInteger _denominator;
    private int _named;

    /// <summary>No condition yet.</summary>
    /// <param name="costs">What one of each column costs; nothing is less than nought.</param>
    public DualSimplex(int[] costs)
    {
        (_width, _named, _denominator) = (costs.Length, costs.Length, BigInteger.One);
        (_rows, _basis) = ([], []);
        _outside = [.. Enumerable.Range(0, _width)];
        _cost = [.. costs.Select(cost => (BigInteger)cost), BigInteger.Zero];
    }

    private DualSimplex(DualSimplex other)
    {
        (_width, _named, _denominator) = (other._width, other._named, other._denominator);
        _rows = [.. other._rows.Select(row => (BigInteger[])row.Clone())];
        _basis = [.. other._basis];
        _outside = [.. other._outside];
        _cost = (BigInteger[])other._cost.Clone();
    }

    /// <summary>The least cost so far, taken up to a whole.</summary>
    public BigInteger Cost
    {
        get
        {
            var whole = BigInteger.DivRem(-_cost[^1], _denominator, out var rest);
            return rest.Sign > 0 ? whole + 1 : whole;
        }
    }

    /// <summary>The same conditions in the same state, to go on from in another direction.</summary>
    public DualSimplex Copy() => new(this);

    /// <summary>The sum of so many of each column is at most that.</summary>
    public void AtMost(int[] of, BigInteger most)
    {
        var row = new BigInteger[_width + 1];
        for (var c = 0; c < _width; c++)
            row[c] = _outside[c] < _width ? of[_outside[c]] * _denominator : BigInteger.Zero;
        row[_width] = most * _denominator;
        for (var r = 0; r < _rows.Count; r++)
        {
            if (_basis[r] >= _width || of[_basis[r]] is not (var factor and not 0))
                continue;
            for (var c = 0; c <= _width; c++)
                row[c] -= factor * _rows[r][c];
        }
        Append(row, _named++);
    }

    /// <summary>There are at most so many of a column.</summary>
    public void AtMost(int column, BigInteger most) => Bound(column, 1, most);

    /// <summary>There are at least so many of a column.</summary>
    public void AtLeast(int column, BigInteger least) => Bound(column, -1, -least);

    private void Bound(int column, int sign, BigInteger most)
    {
        var of = new int[_width];
        of[column] = sign;
        AtMost(of, most);
    }

    /// <summary>Goes to the least cost; false where nothing fulfils the conditions, or no steps are left.</summary>
    public bool Solve(ref int left)
    {
        while (left > 0)
        {
            var row = Leaving();
            if (row < 0)
                return true;
            var column = Entering(row);
            if (column < 0)
                return false;
            left--;
            Pivot(row, column);
        }
        return false;
    }

    /// <summary>How many of each column, and the first of which there is no whole number; none where all are whole.</summary>
    public (BigInteger[] Columns, int InParts) Read()
    {
        var (columns, inParts) = (new BigInteger[_width], -1);
        for (var r = 0; r < _rows.Count; r++)
        {
            if (_basis[r] >= _width)
                continue;
            columns[_basis[r]] = BigInteger.DivRem(_rows[r][_width], _denominator, out var rest);
            if (!rest.IsZero && (inParts < 0 || _basis[r] < inParts))
                inParts = _basis[r];
        }
        return (columns, inParts);
    }

    /// <summary>
    /// Cuts off what is in parts and nothing that is whole (Gomory 1958): from the cost, and from some columns.
    /// </summary>
    /// <param name="most">From how many columns at most.</param>
    public void Cut(int most)
    {
        Forget();
        var of = new List<BigInteger[]>();
        if (!(_cost[_width] % _denominator).IsZero)
            of.Add(_cost);
        of.AddRange(
            _rows
                .Where((row, r) => _basis[r] < _width && !(row[_width] % _denominator).IsZero)
                .Take(most)
        );
        foreach (var row in of)
            Append([.. row.Select(each => -Parts(each))], Cuts + _named++);
    }

    private BigInteger Parts(BigInteger number)
    {
        var rest = number % _denominator;
        return rest.Sign < 0 ? rest + _denominator : rest;
    }

    // Cuts that bind no more.
    private void Forget()
    {
        for (var r = _rows.Count - 1; r >= 0; r--)
        {
            if (_basis[r] < Cuts)
                continue;
            _rows.RemoveAt(r);
            _basis.RemoveAt(r);
        }
    }

    private void Append(BigInteger[] row, int name)
    {
        _rows.Add(row);
        _basis.Add(name);
    }

    // Of the conditions that do not hold the one that is furthest from it.
    private int Leaving()
    {
        var chosen = -1;
        for (var r = 0; r < _rows.Count; r++)
        {
            if (
                _rows[r][_width].Sign < 0
                && (chosen < 0 || _rows[r][_width] < _rows[chosen][_width])
            )
                chosen = r;
        }
        return chosen;
    }

    private int Entering(int row)
    {
        var (chosen, at) = (-1, _rows[row]);
        for (var c = 0; c < _width; c++)
        {
            if (at[c].Sign >= 0)
                continue;
            var order =
                chosen < 0 ? -1 : (_cost[c] * -at[chosen]).CompareTo(_cost[chosen] * -at[c]);
            if (order < 0 || (order == 0 && _outside[c] < _outside[chosen]))
                chosen = c;
        }
        return chosen;
    }

    // Everything is a whole number over the denominator, which stays above nought because the pivot is below it.
    private void Pivot(int row, int column)
    {
        var (at, pivot) = (_rows[row], _rows[row][column]);
        foreach (var other in _rows)
        {
            if (!ReferenceEquals(other, at))
                Reduce(other, at, column, pivot);
        }
        Reduce(_cost, at, column, pivot);
        for (var c = 0; c <= _width; c++)
        {
            if (c != column)
                at[c] = -at[c];
        }
        at[column] = -_denominator;
        _denominator = -pivot;
        (_basis[row], _outside[column]) = (_outside[column], _basis[row]);
    }

    private void Reduce(BigInteger[] other, BigInteger[] at, int column, BigInteger pivot)
    {
        var factor = other[column];
        for (var c = 0; c <= _width; c++)
        {
            if (c != column)
                other[c] = -((other[c] * pivot) - (factor * at[c])) / _denominator;
        }
        other[column] = factor;
    }
}
