namespace Plenum.Counting.Margins;

/// <summary>Linear programmes in exact fractions, by the simplex method with Bland's rule, so that it always ends.</summary>
internal static class Simplex
{
    /// <summary>A row: the sum of coefficients times variables is at least the bound, or equal to it.</summary>
    public sealed record Row(Fraction[] Of, Fraction AtLeast, bool Equal = false);

    /// <summary>The least cost, and with what, of variables that are not negative; null where the rows contradict.</summary>
    public static (Fraction Cost, Fraction[] With)? Least(Fraction[] costs, IReadOnlyList<Row> rows)
    {
        var variables = costs.Length;
        var slacks = rows.Count(row => !row.Equal);
        var width = variables + slacks + rows.Count;
        var table = new Fraction[rows.Count][];
        var basis = new int[rows.Count];
        var slack = variables;
        for (var r = 0; r < rows.Count; r++)
        {
            var line = table[r] = new Fraction[width + 1];
            for (var i = 0; i < variables; i++)
                line[i] = rows[r].Of[i];
            if (!rows[r].Equal)
                line[slack++] = -Fraction.One;
            line[width] = rows[r].AtLeast;
            if (line[width].Sign < 0)
            {
                for (var i = 0; i <= width; i++)
                    line[i] = -line[i];
            }
            basis[r] = variables + slacks + r;
            line[basis[r]] = Fraction.One;
        }
        // First the artificial variables are brought to nought, then the cost is.
        var first = new Fraction[width];
        for (var i = variables + slacks; i < width; i++)
            first[i] = Fraction.One;
        if (Run(table, basis, first, width).Sign > 0)
            return null;
        var second = new Fraction[width];
        costs.CopyTo(second, 0);
        var cost = Run(table, basis, second, variables + slacks);
        var with = new Fraction[variables];
        for (var r = 0; r < rows.Count; r++)
        {
            if (basis[r] < variables)
                with[basis[r]] = table[r][width];
        }
        return (cost, with);
    }

    private static Fraction Run(Fraction[][] table, int[] basis, Fraction[] costs, int allowed)
    {
        var width = costs.Length;
        var reduced = new Fraction[width + 1];
        costs.CopyTo(reduced, 0);
        for (var r = 0; r < table.Length; r++)
            Subtract(reduced, table[r], costs[basis[r]]);
        while (true)
        {
            var into = -1;
            for (var i = 0; i < allowed && into < 0; i++)
            {
                if (reduced[i].Sign < 0)
                    into = i;
            }
            if (into < 0)
                return -reduced[width];
            var from = -1;
            var least = Fraction.Zero;
            for (var r = 0; r < table.Length; r++)
            {
                if (table[r][into].Sign <= 0)
                    continue;
                var ratio = table[r][width] / table[r][into];
                if (from < 0 || ratio < least || (ratio == least && basis[r] < basis[from]))
                    (from, least) = (r, ratio);
            }
            // Costs are not negative here, so nothing is without bound.
            if (from < 0)
                return -reduced[width];
            var pivot = table[from][into];
            for (var i = 0; i <= width; i++)
            {
                if (table[from][i].Sign != 0)
                    table[from][i] /= pivot;
            }
            for (var r = 0; r < table.Length; r++)
            {
                if (r != from)
                    Subtract(table[r], table[from], table[r][into]);
            }
            Subtract(reduced, table[from], reduced[into]);
            basis[from] = into;
        }
    }

    private static void Subtract(Fraction[] from, Fraction[] row, Fraction times)
    {
        if (times.Sign == 0)
            return;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Sign != 0)
                from[i] -= row[i] * times;
        }
    }
}
