using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tables;

/// <summary>One cell of a table and where it stands.</summary>
internal readonly record struct Cell(string Text, int Line, int Column);

/// <summary>
/// Text as RFC 4180 writes tables: commas, quotes doubled inside quotes, rows ended by LF or CRLF. The first row names the
/// columns; where it holds no comma, but semicolons or tabs as spreadsheets save them where the comma is in numbers, those
/// stand between cells. Total: any bytes give rows or a finding.
/// </summary>
internal sealed class CsvTable
{
    private const int MostBytes = 256 * 1024 * 1024;

    private CsvTable(ImmutableArray<Cell> head, ImmutableArray<ImmutableArray<Cell>> rows) =>
        (Head, Rows) = (head, rows);

    public ImmutableArray<Cell> Head { get; }

    public ImmutableArray<ImmutableArray<Cell>> Rows { get; }

    /// <summary>The place of the first of these columns that is there, or -1.</summary>
    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < Head.Length; i++)
            {
                if (string.Equals(Head[i].Text.Trim(), name, StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }
        return -1;
    }

    public static (CsvTable? Table, Finding? Finding) Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > MostBytes)
            return (
                null,
                new Finding(
                    "csv.too-large",
                    file,
                    1,
                    1,
                    bytes.Length.ToString(CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"at most {MostBytes} bytes")
                )
            );
        var text = BltText.Decode(bytes);
        var separator = Between(text);
        var rows = new List<ImmutableArray<Cell>>();
        var (at, line, start) = (0, 1, 0);
        while (at < text.Length)
        {
            var row = new List<Cell>();
            while (true)
            {
                var (cellLine, column) = (line, at - start + 1);
                if (Field(text, separator, ref at, ref line, ref start) is not { } cell)
                    return (
                        null,
                        new Finding(
                            "csv.unclosed",
                            file,
                            cellLine,
                            column,
                            "a quote that is never closed",
                            $"its end, followed by {Name(separator)} or the end of the line"
                        )
                    );
                row.Add(new Cell(cell, cellLine, column));
                if (at >= text.Length || text[at] != separator)
                    break;
                at++;
            }
            if (at < text.Length && text[at] == '\r')
                at++;
            if (at < text.Length && text[at] == '\n')
                at++;
            (line, start) = (line + 1, at);
            if (row.Count > 1 || row[0].Text.Trim().Length > 0)
                rows.Add([.. row]);
        }
        return rows.Count == 0
            ? (null, new Finding("csv.empty", file, 1, 1, "nothing", "a row that names columns"))
            : (new CsvTable(rows[0], [.. rows.Skip(1)]), null);
    }

    // What the first line that is not empty has between its cells.
    private static char Between(string text)
    {
        var (quoted, semicolons, tabs) = (false, false, false);
        foreach (var sign in text.AsSpan().TrimStart())
        {
            if (sign is '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (sign is ',')
                return ',';
            if (sign is '\r' or '\n')
                break;
            semicolons |= sign is ';';
            tabs |= sign is '\t';
        }
        return semicolons ? ';'
            : tabs ? '\t'
            : ',';
    }

    private static string Name(char separator) =>
        separator switch
        {
            ';' => "a semicolon",
            '\t' => "a tab",
            _ => "a comma",
        };

    // Null for a quoted cell that does not end where it should.
    private static string? Field(
        string text,
        char separator,
        ref int at,
        ref int line,
        ref int start
    )
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            var from = at;
            at = end < 0 ? text.Length : at + end;
            return text[from..at];
        }
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n')
                (line, start) = (line + 1, at + 1);
            if (text[at] != '"')
            {
                cell.Append(text[at]);
                continue;
            }
            at++;
            if (at >= text.Length || text[at] == separator || text[at] is '\r' or '\n')
                return cell.ToString();
            if (text[at] != '"')
                return null;
            cell.Append('"');
        }
        return null;
    }
}
