using System.Xml.Linq;
using Plenum.Texts.Marking;

namespace Plenum.Texts.Office;

/// <summary>Reads a plain DOCX. One with tracked changes is refused: what it says is not decided.</summary>
public static class DocxReader
{
    internal static readonly XNamespace W =
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal static readonly XNamespace R =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The strict kind of the format has the same elements under other names.
    private const string Strict = "http://purl.oclc.org/ooxml/";

    /// <summary>Reads a document.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="ids">The ids of its blocks, in their order.</param>
    /// <param name="limits">How large it may be; <see cref="TextLimits.Usual" /> unless named.</param>
    public static TextReading Read(
        ReadOnlyMemory<byte> file,
        BlockIds ids,
        TextLimits? limits = null
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        var bound = limits ?? TextLimits.Usual;
        using var package = Package.Open(file, bound, out var trouble);
        if (package is null)
            return trouble!;
        var document = package.Part("word/document.xml");
        var (styles, numbering, links) = (
            package.Part("word/styles.xml"),
            package.Part("word/numbering.xml"),
            package.Part("word/_rels/document.xml.rels")
        );
        if (package.Trouble is { } broken)
            return broken;
        if (document?.Name.NamespaceName.StartsWith(Strict, StringComparison.Ordinal) == true)
            return TextReading.Bad("docx.strict", 0, document.Name.NamespaceName, W.NamespaceName);
        if (document?.Element(W + "body") is not { } body)
            return TextReading.Bad("package.part", 0, "", "w:body");
        var tracked = body.Descendants()
            .FirstOrDefault(e =>
                e.Name.Namespace == W
                && e.Name.LocalName
                    is "ins"
                        or "del"
                        or "moveFrom"
                        or "moveTo"
                        or "delText"
                        or "cellIns"
                        or "cellDel"
                        or "pPrChange"
                        or "rPrChange"
            );
        if (tracked is not null)
            return TextReading.Bad("text.tracked-changes", 0, "w:" + tracked.Name.LocalName, "");
        var gathering = new Gathering(ids, bound);
        new DocxWalk(gathering, new DocxLook(styles, numbering, links)).Blocks(body);
        return gathering.Read();
    }
}
