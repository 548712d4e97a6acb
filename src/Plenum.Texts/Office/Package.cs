using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Plenum.Texts.Marking;

namespace Plenum.Texts.Office;

/// <summary>A document that is a zip of XML: parts are unpacked within bounds, and nothing outside of it is ever fetched.</summary>
internal sealed class Package : IDisposable
{
    private const int MostParts = 5_000;
    private const int Deepest = 200;

    private readonly ZipArchive _zip;
    private readonly TextLimits _limits;

    private Package(ZipArchive zip, TextLimits limits) => (_zip, _limits) = (zip, limits);

    /// <summary>Why the last part could not be read.</summary>
    public TextReading? Trouble { get; private set; }

    public static Package? Open(
        ReadOnlyMemory<byte> file,
        TextLimits limits,
        out TextReading? trouble
    )
    {
        trouble = null;
        if (file.Length > limits.Unpacked * 4)
        {
            trouble = TextReading.Bad(
                "package.too-large",
                0,
                Bounds.Number(file.Length),
                Bounds.Number(limits.Unpacked * 4)
            );
            return null;
        }
        try
        {
            var zip = new ZipArchive(new MemoryStream(file.ToArray(), writable: false));
            if (zip.Entries.Count <= MostParts)
                return new Package(zip, limits);
            zip.Dispose();
            trouble = TextReading.Bad(
                "package.too-large",
                0,
                Bounds.Number(MostParts + 1),
                Bounds.Number(MostParts)
            );
        }
        catch (InvalidDataException)
        {
            trouble = TextReading.Bad("package.none", 0, "no zip", "ODT or DOCX");
        }
        return null;
    }

    /// <summary>A part; nothing if it is not there or cannot be read, and then why.</summary>
    public XElement? Part(string name)
    {
        if (_zip.GetEntry(name) is not { } entry)
            return null;
        try
        {
            using var packed = entry.Open();
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = packed.Read(buffer)) > 0; )
            {
                if (bytes.Length + read > _limits.Unpacked)
                    return Bad(
                        "package.too-large",
                        Bounds.Number(bytes.Length + read),
                        Bounds.Number(_limits.Unpacked)
                    );
                bytes.Write(buffer, 0, read);
            }
            return Parsed(bytes);
        }
        catch (Exception bad)
            when (bad
                    is InvalidDataException
                        or XmlException
                        or NotSupportedException
                        or EndOfStreamException
            )
        {
            return Bad("package.part", name, "XML");
        }
    }

    public void Dispose() => _zip.Dispose();

    private XElement? Parsed(MemoryStream bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = _limits.Unpacked,
        };
        bytes.Position = 0;
        using (var first = XmlReader.Create(bytes, settings))
            while (first.Read())
                if (first.Depth > Deepest)
                    return Bad("text.too-deep", Bounds.Number(first.Depth), Bounds.Number(Deepest));
        bytes.Position = 0;
        using var reader = XmlReader.Create(bytes, settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
    }

    private XElement? Bad(string code, string found, string expected)
    {
        Trouble = TextReading.Bad(code, 0, found, expected);
        return null;
    }
}
