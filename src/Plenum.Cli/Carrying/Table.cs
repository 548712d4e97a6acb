using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Web.Import;

namespace Plenum.Cli.Carrying;

/// <summary>What is wrong with one cell: in which file and row, what stands there, and what was expected.</summary>
internal sealed record Fault(string File, int Row, string Column, string Found, string Expected);

/// <summary>A row by the names of its columns; the row of names is the first.</summary>
internal sealed record Row(Table Of, int No, ImmutableArray<string> Cells)
{
    public string this[string column] => Cells[Of.Columns.IndexOf(column)];

    public Fault Wrong(string column, string expected) =>
        new(Of.File, No, column, this[column], expected);
}

/// <summary>A file of the older organisation: UTF-8, comma, semicolon or tab, the columns named in its first row.</summary>
internal sealed record Table(string File, ImmutableArray<string> Columns)
{
    public const long MostBytes = 512L * 1024 * 1024;
    public const int MostRows = 1_000_000;
    public const int LongestCell = 4_000;

    /// <summary>Row by row; what cannot be a row is a fault and goes no further.</summary>
    public static List<Row> Read(string path, ImmutableArray<string> columns, List<Fault> faults)
    {
        var table = new Table(Path.GetFileName(path), columns);
        if (new FileInfo(path).Length > MostBytes)
        {
            faults.Add(
                new Fault(
                    table.File,
                    0,
                    "",
                    Number(new FileInfo(path).Length),
                    $"at most {Number(MostBytes)} bytes"
                )
            );
            return [];
        }
        var rows = new List<Row>();
        using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            table.ReadRows(Csv.Read(text), rows, faults);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new Fault(table.File, rows.Count + 2, "", "", "UTF-8"));
        }
        return rows;
    }

    private void ReadRows(IEnumerable<List<string>> read, List<Row> rows, List<Fault> faults)
    {
        var no = 0;
        ImmutableArray<int> places = [];
        foreach (var cells in read)
        {
            no++;
            if (no == 1)
            {
                places =
                [
                    .. Columns.Select(c =>
                        cells.FindIndex(h =>
                            string.Equals(
                                h.TrimStart('\uFEFF'),
                                c,
                                StringComparison.OrdinalIgnoreCase
                            )
                        )
                    ),
                ];
                foreach (var (column, place) in Columns.Zip(places))
                    if (place < 0)
                        faults.Add(
                            new Fault(
                                File,
                                1,
                                column,
                                string.Join(',', cells.Take(Columns.Length * 2)),
                                column
                            )
                        );
                if (places.Contains(-1))
                    return;
                continue;
            }
            if (cells.TrueForAll(string.IsNullOrWhiteSpace))
                continue;
            if (no > MostRows + 1)
            {
                faults.Add(new Fault(File, no, "", "", $"at most {Number(MostRows)} rows"));
                return;
            }
            Take(cells, no, places, rows, faults);
        }
        if (no == 0)
            faults.Add(new Fault(File, 1, "", "", string.Join(',', Columns)));
    }

    private void Take(
        List<string> cells,
        int no,
        ImmutableArray<int> places,
        List<Row> rows,
        List<Fault> faults
    )
    {
        var row = new Row(
            this,
            no,
            [.. places.Select(p => p < cells.Count ? cells[p].Trim() : "")]
        );
        var sound = true;
        foreach (var (column, cell) in Columns.Zip(row.Cells))
            if (cell.Length > LongestCell || cell.Any(char.IsControl))
            {
                faults.Add(
                    new Fault(
                        File,
                        no,
                        column,
                        cell[..Math.Min(cell.Length, 60)],
                        $"at most {Number(LongestCell)} characters on one line"
                    )
                );
                sound = false;
            }
        if (sound)
            rows.Add(row);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
