using System.Collections.Immutable;
using System.Globalization;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tables;

/// <summary>A name and a number, and whole numbers of further columns that are asked for; -1 where a cell is empty.</summary>
internal sealed record NamedRow(string Name, Fraction Number, ImmutableArray<long> Further);

/// <summary>Reads tables of names and numbers, such as sections and their members.</summary>
internal static class NamedRows
{
    private const int MostRows = 100_000;
    private const int LongestCell = 1_000;
    private const int MostFindings = 20;

    public static (ImmutableArray<NamedRow> Rows, ImmutableArray<Finding> Findings) Read(
        ReadOnlySpan<byte> bytes,
        string file,
        string number,
        params ReadOnlySpan<string> further
    )
    {
        var (table, unread) = CsvTable.Read(bytes, file);
        if (table is null)
            return ([], [unread!]);
        var (name, value) = (table.Column("name"), table.Column(number));
        if (name < 0 || value < 0)
            return (
                [],
                [
                    Of(
                        "csv.missing-column",
                        file,
                        table.Head[0],
                        string.Join(',', table.Head.Select(cell => cell.Text)),
                        $"columns called name and {number}"
                    ),
                ]
            );
        if (table.Rows.Length is 0 or > MostRows)
            return (
                [],
                [
                    Of(
                        "csv.rows",
                        file,
                        table.Head[0],
                        string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Length} rows"),
                        string.Create(CultureInfo.InvariantCulture, $"1 to {MostRows} rows")
                    ),
                ]
            );
        var columns = new int[further.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = table.Column(further[i]);
        var rows = new List<NamedRow>();
        var findings = new List<Finding>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in table.Rows)
            Row(file, cells, name, value, columns, names, rows, findings);
        if (findings.Count == 0)
            findings.AddRange(Thousands.In(file, [.. table.Rows.Select(cells => cells[value])]));
        return ([.. rows], [.. findings.Take(MostFindings)]);
    }

    private static void Row(
        string file,
        ImmutableArray<Cell> cells,
        int name,
        int value,
        int[] columns,
        HashSet<string> names,
        List<NamedRow> rows,
        List<Finding> findings
    )
    {
        if (cells.Length <= Math.Max(name, value))
        {
            findings.Add(
                Of("csv.short-row", file, cells[^1], cells[^1].Text, "a name and a number")
            );
            return;
        }
        var called = cells[name].Text.Trim();
        if (called.Length is 0 or > LongestCell || !names.Add(called))
            findings.Add(
                Of(
                    "csv.name",
                    file,
                    cells[name],
                    called.Length > 40 ? called[..40] : called,
                    "a name that no other row has"
                )
            );
        var text = cells[value].Text.Trim();
        if (text.Length > LongestCell || !Fraction.TryParse(text, out var number))
        {
            findings.Add(
                Of(
                    "csv.number",
                    file,
                    cells[value],
                    text.Length > 40 ? text[..40] : text,
                    "a number like 120 or 82.038"
                )
            );
            return;
        }
        rows.Add(
            new NamedRow(
                called,
                number,
                [.. columns.Select(c => Further(file, cells, c, findings))]
            )
        );
    }

    private static long Further(
        string file,
        ImmutableArray<Cell> cells,
        int column,
        List<Finding> findings
    )
    {
        if (column < 0 || column >= cells.Length || cells[column].Text.Trim().Length == 0)
            return -1;
        if (
            int.TryParse(
                cells[column].Text.Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return number;
        findings.Add(Of("csv.number", file, cells[column], cells[column].Text, "a whole number"));
        return -1;
    }

    private static Finding Of(string code, string file, Cell at, string found, string expected) =>
        new(code, file, at.Line, at.Column, $"\"{found}\"", expected);
}
