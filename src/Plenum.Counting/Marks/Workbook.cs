using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Plenum.Counting.Marks;

/// <summary>The first sheet of an Office Open XML workbook (ISO/IEC 29500), as rows of cells that hold something.</summary>
internal static class Workbook
{
    // A sheet that unpacks to more than this is no contest's.
    private const long MostUnpacked = 2L * 1024 * 1024 * 1024;
    private const int MostStrings = 4_000_000;

    public sealed record SheetRow(int Number, IReadOnlyList<(int Column, string Text)> Cells);

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = false,
        MaxCharactersInDocument = MostUnpacked,
    };

    public static List<SheetRow>? Rows(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var memory = new MemoryStream(bytes.ToArray(), writable: false);
            using var zip = new ZipArchive(memory, ZipArchiveMode.Read);
            var sheet = zip
                .Entries.Where(entry =>
                    entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
                )
                .MinBy(entry => (entry.FullName.Length, entry.FullName));
            if (sheet is null || sheet.Length > MostUnpacked)
                return null;
            return Sheet(sheet, Strings(zip.GetEntry("xl/sharedStrings.xml")));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    private static List<string> Strings(ZipArchiveEntry? entry)
    {
        var strings = new List<string>();
        if (entry is null)
            return strings;
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Safe);
        while (xml.Read() && strings.Count < MostStrings)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                strings.Add(Text(xml, "si"));
        }
        return strings;
    }

    // Phonetic hints (rPh) are not what the cell says.
    private static string Text(XmlReader xml, string until)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var hint = 0;
        var inside = false;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement:
                    hint++;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    hint--;
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    inside = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    inside = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == until:
                    return text;
                case XmlNodeType.Text
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace
                or XmlNodeType.CDATA when inside && hint == 0:
                    text += xml.Value;
                    break;
                default:
                    break;
            }
        }
        return text;
    }

    private static List<SheetRow> Sheet(ZipArchiveEntry entry, List<string> strings)
    {
        var rows = new List<SheetRow>();
        var cells = new List<(int, string)>();
        var (row, column, kind) = (0, 0, "");
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Safe);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                cells = [];
                column = 0;
                row = int.TryParse(
                    xml.GetAttribute("r"),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : row + 1;
                if (xml.IsEmptyElement)
                    rows.Add(new SheetRow(row, cells));
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                rows.Add(new SheetRow(row, cells));
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                kind = xml.GetAttribute("t") ?? "";
                column = Column(xml.GetAttribute("r"), column + 1);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" })
                cells.Add((column, Text(xml, "is")));
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                var value = xml.IsEmptyElement ? "" : xml.ReadString();
                if (
                    kind == "s"
                    && int.TryParse(
                        value,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var at
                    )
                    && at < strings.Count
                )
                    value = strings[at];
                cells.Add((column, value));
            }
        }
        return rows;
    }

    // "AB12" is column 28.
    private static int Column(string? address, int otherwise)
    {
        var column = 0;
        foreach (var letter in address ?? "")
        {
            if (letter is < 'A' or > 'Z' || column > 100_000)
                break;
            column = (column * 26) + (letter - 'A' + 1);
        }
        return column == 0 ? otherwise : column;
    }
}
