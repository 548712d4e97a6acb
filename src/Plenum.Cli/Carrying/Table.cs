using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Web.Import;

namespace Plenum.Cli.Carrying;

/// <summary>A file of the older organisation: UTF-8, comma, semicolon or tab, the columns named in its first row.</summary>
internal sealed record Table(string File, ImmutableArray<string> Columns)
{
    public const long MostBytes = 512L * 1024 * 1024;
    public const int MostRows = 1_000_000;
    public const int LongestCell = Csv.LongestCell;

    /// <summary>Row by row; what cannot be a row is a fault and goes no further, and columns nobody asked for are told.</summary>
    public static List<Row> Read(
        string path,
        ImmutableArray<string> columns,
        List<Fault> faults,
        Action<string, ImmutableArray<string>> passedOver
    )
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
                {
                    EndsReading = true,
                }
            );
            return [];
        }
        var rows = new List<Row>();
        using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            table.ReadRows(Csv.Read(text), rows, faults, passedOver);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(
                new Fault(table.File, rows.Count + 2, "", "", "UTF-8") { EndsReading = true }
            );
        }
        return rows;
    }

    private void ReadRows(
        IEnumerable<CsvLine> read,
        List<Row> rows,
        List<Fault> faults,
        Action<string, ImmutableArray<string>> passedOver
    )
    {
        var no = 0;
        ImmutableArray<string> heads = [];
        ImmutableArray<int> places = [];
        foreach (var line in read)
        {
            no++;
            switch (line)
            {
                case CsvLine.Broken broken:
                    faults.Add(FaultOf(broken, no));
                    return;
                case CsvLine.Row when no > MostRows + 1:
                    faults.Add(
                        new Fault(File, no, "", "", $"at most {Number(MostRows)} rows")
                        {
                            EndsReading = true,
                        }
                    );
                    return;
                case CsvLine.Row head when no == 1:
                    heads = [.. head.Cells.Select(h => h.TrimStart('\uFEFF'))];
                    places =
                    [
                        .. Columns.Select(c =>
                            heads.IndexOf(c, 0, StringComparer.OrdinalIgnoreCase)
                        ),
                    ];
                    if (!HasAll(places, heads, faults))
                        return;
                    if (
                        heads.Where((h, at) => h.Length > 0 && !places.Contains(at)).ToArray() is
                        { Length: > 0 } others
                    )
                        passedOver(File, [.. others]);
                    break;
                case CsvLine.Row row:
                    if (!row.Cells.All(string.IsNullOrWhiteSpace))
                        Take(row.Cells, no, places, heads.Length, rows, faults);
                    break;
            }
        }
        if (no == 0)
            faults.Add(
                new Fault(File, 1, "", "", string.Join(',', Columns)) { EndsReading = true }
            );
    }

    private Fault FaultOf(CsvLine.Broken broken, int no) =>
        new(
            File,
            no,
            "",
            $"line {Number(broken.Line)}, character {Number(broken.Column)}",
            broken.Why switch
            {
                CsvTrouble.QuoteNotClosed => "a quotation mark that ends with its cell",
                CsvTrouble.CellTooLong => $"at most {Number(LongestCell)} characters in a cell",
                CsvTrouble.TooManyCells => $"at most {Number(Csv.MostCells)} cells in a row",
            }
        )
        {
            EndsReading = true,
        };

    private bool HasAll(
        ImmutableArray<int> places,
        ImmutableArray<string> heads,
        List<Fault> faults
    )
    {
        foreach (var (column, place) in Columns.Zip(places))
            if (place < 0)
                faults.Add(
                    new Fault(
                        File,
                        1,
                        column,
                        string.Join(',', heads.Take(Columns.Length * 2)),
                        column
                    )
                    {
                        EndsReading = true,
                    }
                );
        return !places.Contains(-1);
    }

    private void Take(
        ImmutableArray<string> cells,
        int no,
        ImmutableArray<int> places,
        int width,
        List<Row> rows,
        List<Fault> faults
    )
    {
        var row = new Row(
            this,
            no,
            [.. places.Select(p => p < cells.Length ? cells[p].Trim().Normalize() : "")]
        );
        var sound = true;
        // A sign between cells inside a name moves what follows into the wrong column.
        if (cells.Skip(width).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            faults.Add(
                new Fault(
                    File,
                    no,
                    "",
                    $"{Number(cells.Length)} cells",
                    $"{Number(width)} cells, as many as columns"
                )
            );
            sound = false;
        }
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
