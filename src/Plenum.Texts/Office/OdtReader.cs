using System.Globalization;
using System.Xml.Linq;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;
using static Plenum.Texts.Office.OdtNames;

namespace Plenum.Texts.Office;

/// <summary>Reads an OpenDocument text. One that is still being changed with tracking on is refused: accept or reject first.</summary>
public static class OdtReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="ids">The ids of its blocks, in their order; a document written here keeps its own.</param>
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
        if (package.Part("content.xml") is not { } content)
            return package.Trouble ?? TextReading.Bad("package.part", 0, "", "content.xml");
        var styles = package.Part("styles.xml");
        if (package.Trouble is { } broken)
            return broken;
        if (content.Element(Root + "body")?.Element(Root + "text") is not { } text)
            return TextReading.Bad("package.part", 0, "", "office:text");
        if (text.Elements(Text + "tracked-changes").Elements(Text + "changed-region").Any())
            return TextReading.Bad("text.tracked-changes", 0, "text:tracked-changes", "");
        var gathering = new Gathering(ids, bound);
        new OdtWalk(
            gathering,
            new OdtLook([content, .. styles is null ? [] : new[] { styles }])
        ).Blocks(text, 0);
        return gathering.Read();
    }
}
