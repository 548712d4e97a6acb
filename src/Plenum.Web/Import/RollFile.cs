using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Plenum.Web.Import;

/// <summary>A list as somebody keeps it, in rows of text; or why it cannot be read.</summary>
public abstract record RollFile
{
    private RollFile() { }

    public sealed record Rows(ImmutableArray<ImmutableArray<string>> All) : RollFile;

    public sealed record Unreadable(FileTrouble Why) : RollFile;

    public const int MostMegabytes = 64;
    public const int MostBytes = MostMegabytes * 1024 * 1024;
    public const int MostRows = 400_000;
    private const int MostColumns = 50;
    private const long MostUnpacked = 512L * 1024 * 1024;

    public static RollFile Read(byte[] file)
    {
        try
        {
            return file.AsSpan() is [(byte)'P', (byte)'K', ..]
                ? FromSheet(file)
                : Limited(FromText(file));
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
        using (var packed = new ZipArchive(new MemoryStream(file)))
            if (packed.Entries.Sum(entry => entry.Length) > MostUnpacked)
                return new Unreadable(FileTrouble.TooManyRows);
        // Its reader asks for the encodings of older systems before it looks at the file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var rows = new List<ImmutableArray<string>>();
        while (reader.Read() && rows.Count <= MostRows + 1)
            rows.Add([
                .. Enumerable
                    .Range(0, Math.Min(reader.FieldCount, MostColumns))
                    .Select(column => Plain(reader.GetValue(column))),
            ]);
        return Limited(rows);
    }

    private static List<ImmutableArray<string>> FromText(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), EncodingOf(file));
        return
        [
            .. Csv.Read(text)
                .Take(MostRows + 2)
                .Select(row => row.Take(MostColumns).ToImmutableArray()),
        ];
    }

    // Tables saved by older office programs are in Latin-1.
    private static Encoding EncodingOf(byte[] file)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(file);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1;
        }
    }

    private static RollFile Limited(List<ImmutableArray<string>> rows) =>
        rows.Count > MostRows + 1 ? new Unreadable(FileTrouble.TooManyRows)
        : rows.Count < 2 ? new Unreadable(FileTrouble.Empty)
        : new Rows([.. rows]);

    private static string Plain(object? cell) =>
        cell switch
        {
            null => "",
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString()?.Trim() ?? "",
        };
}

/// <summary>Why a whole file cannot be read.</summary>
public enum FileTrouble
{
    None,
    Damaged,
    Empty,
    TooManyRows,
    NoNameColumn,
}
