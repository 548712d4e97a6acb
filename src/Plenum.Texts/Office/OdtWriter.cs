using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;
using static Plenum.Texts.Office.OdtNames;

namespace Plenum.Texts.Office;

/// <summary>Writes a text as an OpenDocument text: the same text gives the same bytes, and read again it is the same text with its ids.</summary>
public static class OdtWriter
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the document.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Write(TextVersion text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The first part and not packed, so that the kind of file can be told from its beginning.
            Part(
                zip,
                "mimetype",
                CompressionLevel.NoCompression,
                stream => stream.Write(Encoding.ASCII.GetBytes(Media))
            );
            Part(zip, "META-INF/manifest.xml", OdtStyles.ManifestOf());
            Part(zip, "styles.xml", OdtStyles.Styles());
            Part(zip, "content.xml", Content(text));
        }
        return bytes.ToArray();
    }

    private static void Part(ZipArchive zip, string name, XElement root) =>
        Part(
            zip,
            name,
            CompressionLevel.Optimal,
            stream =>
            {
                using var writer = XmlWriter.Create(
                    stream,
                    new XmlWriterSettings { Encoding = new UTF8Encoding(false) }
                );
                new XDocument(root).Save(writer);
            }
        );

    private static void Part(
        ZipArchive zip,
        string name,
        CompressionLevel level,
        Action<Stream> write
    )
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        write(stream);
    }

    private static XElement Content(TextVersion text)
    {
        var body = new XElement(Root + "text");
        var lists = new Stack<(XElement List, string Sort)>();
        XElement? table = null;
        foreach (var block in text.Blocks)
        {
            var inList =
                block.Kind == BlockKind.Item
                || (block.Kind == BlockKind.Paragraph && block.Level > 0);
            if (!inList)
                lists.Clear();
            if (block.Kind == BlockKind.Row)
                Row(body, ref table, block);
            else
                table = null;
            switch (block.Kind)
            {
                case BlockKind.Item:
                    Item(body, lists, block);
                    break;
                case BlockKind.Paragraph when inList:
                    lists
                        .ElementAt(lists.Count - Math.Min(lists.Count, block.Level))
                        .List.Elements()
                        .Last()
                        .Add(Paragraph(block, "Text_20_body"));
                    break;
                case BlockKind.Heading:
                    body.Add(
                        Paragraph(
                            block,
                            "Heading_20_" + block.Level,
                            "h",
                            new XAttribute(Text + "outline-level", block.Level)
                        )
                    );
                    break;
                case BlockKind.Quote:
                    body.Add(Paragraph(block, "Quotations_20_" + block.Level));
                    break;
                case BlockKind.Rule:
                    body.Add(Paragraph(block, "Horizontal_20_Line"));
                    break;
                case BlockKind.Paragraph:
                    body.Add(Paragraph(block, "Text_20_body"));
                    break;
                case BlockKind.Row:
                    break;
            }
        }
        return OdtStyles.Document(
            "document-content",
            OdtStyles.Automatic(),
            new XElement(Root + "body", body)
        );
    }

    private static XElement Paragraph(
        Block block,
        string style,
        string name = "p",
        params object[] more
    )
    {
        var label =
            block.Label.Length == 0 || block.Kind == BlockKind.Item
                ? null
                : new XElement(
                    Text + "span",
                    new XAttribute(Text + "style-name", Label),
                    block.Label
                );
        return new XElement(
            Text + name,
            new XAttribute(Text + "style-name", style),
            new XAttribute(XNamespace.Xml + "id", "b-" + block.Id),
            more,
            label,
            label is null ? null : " ",
            OdtInline.Of(block.Text.Words)
        );
    }

    private static void Item(XElement body, Stack<(XElement List, string Sort)> lists, Block block)
    {
        while (lists.Count > block.Level)
            lists.Pop();
        var sort = block.Label == "-" ? "PlenumBullets" : "PlenumNumbers";
        if (lists.Count == block.Level && lists.Peek().Sort != sort)
            lists.Pop();
        while (lists.Count < block.Level)
        {
            var list = new XElement(Text + "list", new XAttribute(Text + "style-name", sort));
            if (lists.Count == 0)
                body.Add(list);
            else
                lists.Peek().List.Elements().Last().Add(list);
            lists.Push((list, sort));
        }
        lists
            .Peek()
            .List.Add(
                new XElement(
                    Text + "list-item",
                    block.Label == "-" ? null : new XElement(Text + "number", block.Label),
                    Paragraph(block, "Text_20_body")
                )
            );
    }

    private static void Row(XElement body, ref XElement? table, Block block)
    {
        if (table is null || block.Level == 1)
            body.Add(table = new XElement(Table + "table"));
        var cells = MarkdownWriter.Cells(block.Text);
        var row = new XElement(
            Table + "table-row",
            new XAttribute(XNamespace.Xml + "id", "b-" + block.Id),
            cells.Select(cell => new XElement(
                Table + "table-cell",
                new XElement(Text + "p", OdtInline.Of(cell))
            ))
        );
        table.Add(block.Level == 1 ? new XElement(Table + "table-header-rows", row) : row);
    }
}
