using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Plenum.Web.Import;

/// <summary>One row of the list and the line on which it begins in the file.</summary>
public sealed record RollRow(int Line, ImmutableArray<string> Cells);

/// <summary>A list as somebody keeps it, in rows of text; or why it cannot be read.</summary>
public abstract record RollFile
{
    private RollFile() { }

    /// <param name="All">The row of names first.</param>
    /// <param name="Reading">How the file was understood, where whoever sent it has to look whether that is right.</param>
    public sealed record Rows(ImmutableArray<RollRow> All, FileReading Reading) : RollFile;

    /// <param name="Why">What is wrong.</param>
    /// <param name="Line">Where, the first line being 1; 0 for the file as a whole.</param>
    /// <param name="Column">The character of the line, or 0.</param>
    public sealed record Unreadable(FileTrouble Why, int Line = 0, int Column = 0) : RollFile;

    public const int MostMegabytes = 64;
    public const int MostBytes = MostMegabytes * 1024 * 1024;
    public const int MostRows = 400_000;
    internal const int LastRowOfASheet = 1_048_576;

    public static RollFile Read(byte[] file)
    {
        try
        {
            return file.AsSpan() is [(byte)'P', (byte)'K', ..] ? FromSheet(file) : FromText(file);
        }
        // The readers know many ways to stumble over a damaged file, and each has its own exception.
#pragma warning disable CA1031 // Whatever a file does to a reader, its owner is told and nothing is imported.
        catch (Exception)
        {
            return new Unreadable(FileTrouble.Damaged);
        }
#pragma warning restore CA1031
    }

    private static RollFile FromSheet(byte[] file)
    {
        // Its reader holds whole texts and whole lists of texts, so what unpacks to too much is found before it begins.
        if (!PackedSheet.IsWithinBounds(file))
            return new Unreadable(FileTrouble.UnpacksToTooMuch);
        // Its reader asks for the encodings of older systems before it looks at the file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var rows = ImmutableArray.CreateBuilder<RollRow>();
        while (reader.Read())
        {
            if (rows.Count > MostRows || reader.Depth >= LastRowOfASheet)
                return new Unreadable(FileTrouble.TooManyRows);
            var cells = Math.Min(reader.FieldCount, Csv.MostCells);
            while (cells > 0 && Plain(reader.GetValue(cells - 1)).Length == 0)
                cells--;
            if (cells > 0)
                rows.Add(
                    new RollRow(
                        reader.Depth + 1,
                        [.. Enumerable.Range(0, cells).Select(c => Plain(reader.GetValue(c)))]
                    )
                );
        }
        return Limited(
            rows,
            reader.ResultsCount > 1 ? FileReading.FirstSheetOnly : FileReading.Plain
        );
    }

    private static RollFile FromText(byte[] file)
    {
        var (encoding, reading) = EncodingOf(file);
        using var text = new StreamReader(new MemoryStream(file), encoding);
        var rows = ImmutableArray.CreateBuilder<RollRow>();
        foreach (var line in Csv.Read(text))
            switch (line)
            {
                case CsvLine.Row when rows.Count > MostRows:
                    return new Unreadable(FileTrouble.TooManyRows);
                case CsvLine.Row row:
                    rows.Add(new RollRow(row.Line, row.Cells));
                    break;
                case CsvLine.Broken broken:
                    return new Unreadable(TroubleOf(broken.Why), broken.Line, broken.Column);
            }
        return Limited(rows, reading);
    }

    // Tables saved by older office programs are in the encoding of Windows for western Europe.
    private static (Encoding, FileReading) EncodingOf(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..])
            return (Encoding.Unicode, FileReading.Plain);
        if (file is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode, FileReading.Plain);
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(file);
            return (Encoding.UTF8, FileReading.Plain);
        }
        catch (DecoderFallbackException)
        {
            return (
                CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
                FileReading.WesternWindows
            );
        }
    }

    private static RollFile Limited(ImmutableArray<RollRow>.Builder rows, FileReading reading) =>
        rows.Count < 2 ? new Unreadable(FileTrouble.Empty) : new Rows(rows.ToImmutable(), reading);

    private static FileTrouble TroubleOf(CsvTrouble why) =>
        why switch
        {
            CsvTrouble.QuoteNotClosed => FileTrouble.QuoteNotClosed,
            CsvTrouble.CellTooLong => FileTrouble.CellTooLong,
            CsvTrouble.TooManyCells => FileTrouble.TooManyCells,
        };

    private static string Plain(object? cell) =>
        cell switch
        {
            null => "",
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString()?.Trim() ?? "",
        };
}

/// <summary>How a file was understood, where it could have been otherwise.</summary>
public enum FileReading
{
    Plain,

    /// <summary>No UTF-8, so that letters beyond English may be others than meant.</summary>
    WesternWindows,
    FirstSheetOnly,
}

/// <summary>Why a whole file cannot be read.</summary>
public enum FileTrouble
{
    None,
    Damaged,
    Empty,
    TooManyRows,
    UnpacksToTooMuch,
    QuoteNotClosed,
    CellTooLong,
    TooManyCells,
    NoNameColumn,

    /// <summary>A column of given names and none of family names, or the other way round.</summary>
    HalfNames,
}
