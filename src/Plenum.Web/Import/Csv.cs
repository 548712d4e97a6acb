using System.Collections.Immutable;
using System.Text;

namespace Plenum.Web.Import;

/// <summary>Why a table of text cannot be read any further.</summary>
public enum CsvTrouble
{
    /// <summary>A cell begins with a quote, and no quote ends it where a cell can end.</summary>
    QuoteNotClosed,
    CellTooLong,
    TooManyCells,
}

/// <summary>One row of a table, or the place at which it cannot be read any further; nothing follows that.</summary>
public abstract record CsvLine
{
    private CsvLine() { }

    /// <param name="Line">The line of the file on which the row begins, the first being 1.</param>
    /// <param name="Cells">What stands in it, without the space around it.</param>
    public sealed record Row(int Line, ImmutableArray<string> Cells) : CsvLine;

    /// <param name="Line">The line on which the faulty cell begins.</param>
    /// <param name="Column">The character of that line, the first being 1.</param>
    /// <param name="Why">What is wrong with it.</param>
    public sealed record Broken(int Line, int Column, CsvTrouble Why) : CsvLine;
}

/// <summary>
/// Tables as text (RFC 4180), with comma, semicolon or tab between cells: what a first line <c>sep=;</c> names, or
/// whichever the row of names has most of. Lines end with LF, CR LF or CR. A row is never guessed at: where a quote does
/// not end with its cell nobody knows which rows it swallowed, so reading ends there with the place of the quote.
/// </summary>
public static class Csv
{
    /// <summary>Characters of one cell.</summary>
    public const int LongestCell = 4_000;

    /// <summary>Cells of one row.</summary>
    public const int MostCells = 200;

    /// <summary>Row by row, so that a list of hundreds of thousands of people is not held twice.</summary>
    public static IEnumerable<CsvLine> Read(TextReader text) => new CsvReader(text).All();

    /// <summary>One line; what an office program would take for a formula begins with an apostrophe.</summary>
    public static void Write(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(
                ',',
                cells.Select(cell =>
                    '"'
                    + (cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")
                    + cell.Replace("\"", "\"\"", StringComparison.Ordinal)
                    + '"'
                )
            )
            .Append("\r\n");

    /// <summary>What <see cref="Write"/> has put before a cell, so that no program takes it for a formula, is no part of what is said there.</summary>
    internal static string Plain(string cell) =>
        cell.Trim() is var text && text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}
