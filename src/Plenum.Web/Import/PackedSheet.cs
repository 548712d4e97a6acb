using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Plenum.Web.Import;

/// <summary>
/// Looks through a packed workbook (ISO/IEC 29500) part by part and keeps nothing of it: half a megabyte can unpack to
/// gigabytes, in one cell, in millions of texts, in one mark-up or in depth.
/// </summary>
internal static class PackedSheet
{
    public const int MostMegabytes = 160;
    private const long MostUnpacked = MostMegabytes * 1024L * 1024;
    private const int MostParts = 1_000;

    // Every cell of the longest list may hold a text of its own.
    private const int MostTexts = 5 * RollFile.MostRows;
    private const long MostCharacters = 64L * 1024 * 1024;
    private const int MostCells = 20 * RollFile.MostRows;
    private const int Deepest = 32;

    // Of a sheet that was laid out beyond what a list may have.
    private const int MostColumns = 1_000;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostUnpacked,
    };

    /// <summary>Whether a reader that holds texts whole may be let at it. A part that is no XML is none a reader gets far with.</summary>
    public static bool IsWithinBounds(byte[] file)
    {
        using var packed = new ZipArchive(new MemoryStream(file));
        if (packed.Entries.Count > MostParts)
            return false;
        var left = MostUnpacked;
        foreach (var part in packed.Entries)
        {
            using var unpacked = new BoundedMarkup(part.Open(), left);
            try
            {
                if (!Within(unpacked))
                    return false;
            }
            catch (XmlException) when (!unpacked.IsExceeded)
            {
                // A picture, or damaged: the rest of it counts, and its reader will say so.
                unpacked.CopyTo(Stream.Null);
            }
            catch (XmlException)
            {
                return false;
            }
            if (unpacked.IsExceeded)
                return false;
            left -= unpacked.Read64;
        }
        return true;
    }

    // A reader makes room for every place up to the one that is named, whoever named it.
    private static bool IsWithinASheet(XmlReader xml) =>
        xml.LocalName switch
        {
            "row" => xml.GetAttribute("r") is not { } row || IsARow(row),
            "c" => xml.GetAttribute("r") is not { } place || IsAPlace(place),
            "dimension" => xml.GetAttribute("ref") is not { } places
                || Array.TrueForAll(places.Split(':'), place => IsAPlace(place)),
            _ => true,
        };

    private static bool IsAPlace(ReadOnlySpan<char> place)
    {
        var (letters, column) = (0, 0);
        while (letters < place.Length && char.IsAsciiLetter(place[letters]))
        {
            column = (column * 26) + char.ToUpperInvariant(place[letters++]) - 'A' + 1;
            if (column > MostColumns)
                return false;
        }
        return IsARow(place[letters..]);
    }

    private static bool IsARow(ReadOnlySpan<char> row) =>
        row.Length == 0
        || int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= RollFile.LastRowOfASheet;

    private static bool Within(Stream unpacked)
    {
        using var xml = XmlReader.Create(unpacked, Safe);
        var buffer = new char[4096];
        var (texts, cells, characters, inCell, cellAt) = (0, 0, 0L, 0, -1);
        while (xml.Read())
        {
            if (xml.Depth > Deepest)
                return false;
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == cellAt)
                cellAt = -1;
            else if (xml.NodeType == XmlNodeType.Element)
            {
                var isCell = xml.LocalName is "si" or "c";
                if (cellAt < 0)
                    (inCell, cellAt) = (0, isCell && !xml.IsEmptyElement ? xml.Depth : -1);
                if (
                    xml.LocalName == "si" && ++texts > MostTexts
                    || xml.LocalName == "c" && ++cells > MostCells
                    || !IsWithinASheet(xml)
                )
                    return false;
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                while (xml.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var read)
                {
                    inCell += read;
                    characters += read;
                    if (inCell > Csv.LongestCell || characters > MostCharacters)
                        return false;
                }
        }
        return true;
    }
}
