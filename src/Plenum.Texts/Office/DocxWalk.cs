using System.Xml.Linq;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>Walks the paragraphs and tables of a DOCX.</summary>
internal sealed class DocxWalk(Gathering gathering, DocxLook look)
{
    private static readonly XNamespace W = DocxReader.W;

    public void Blocks(XElement parent)
    {
        foreach (var element in parent.Elements())
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element);
                    break;
                case "tbl":
                    Rows(element);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "smartTag":
                    Blocks(element);
                    break;
            }
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = paragraph.Element(W + "pPr");
        var line = look.Line(properties).ToList();
        var names = line.ConvertAll(style =>
            DocxLook.Value(style.Element(W + "name"))?.ToLowerInvariant() ?? ""
        );
        var outline =
            DocxLook.Value(properties?.Element(W + "outlineLvl"))
            ?? line.Select(style =>
                    DocxLook.Value(style.Element(W + "pPr")?.Element(W + "outlineLvl"))
                )
                .FirstOrDefault(l => l is not null);
        var heading =
            names.Find(name => name.StartsWith("heading ", StringComparison.Ordinal)) is { } named
                ? DocxLook.Number(named[8..], 0)
            : names.Contains("title") ? 1
            : DocxLook.Number(outline, -1) + 1;
        var numbered = look.Numbered(properties);
        // Word sets what a style says for the whole paragraph; emphasis of a heading says nothing more.
        Inline(paragraph, Style.Plain, "");
        if (heading is > 0 and < 10)
            gathering.End(
                BlockKind.Heading,
                Math.Min(6, heading),
                numbered is (_, var number) && number != "-" ? number : ""
            );
        else if (numbered is (var level, var label))
            gathering.End(BlockKind.Item, level, label);
        else if (names.Exists(name => name is "quote" or "intense quote" or "block text"))
            gathering.End(BlockKind.Quote, 1, "");
        else
            gathering.End(BlockKind.Paragraph, 0, "");
    }

    private void Rows(XElement table)
    {
        var first = true;
        foreach (var row in table.Elements(W + "tr"))
        {
            var cells = row.Elements(W + "tc").ToList();
            for (var at = 0; at < cells.Count; at++)
            {
                if (at > 0)
                    gathering.Cell();
                if (cells[at].Descendants(W + "tbl").Any())
                    gathering.Note("table.in-table", "");
                foreach (var paragraph in cells[at].Descendants(W + "p"))
                {
                    Inline(paragraph, Style.Plain, "");
                    gathering.Text(" ", Style.Plain, "");
                }
            }
            gathering.End(BlockKind.Row, first ? 1 : 2, "");
            first = false;
        }
    }

    private void Inline(XElement parent, Style style, string link)
    {
        foreach (var element in parent.Elements())
            switch (element.Name.LocalName)
            {
                case "r":
                    Run(element, look.Of(element.Element(W + "rPr"), style), link);
                    break;
                case "hyperlink":
                    var address = look.Link(element.Attribute(DocxReader.R + "id")?.Value);
                    var to = Links.Accepted(address);
                    if (to.Length == 0 && address.Length > 0)
                        gathering.Note("drop.link", address);
                    Inline(element, style, to);
                    break;
                case "smartTag" or "sdt" or "sdtContent" or "fldSimple" or "customXml":
                    Inline(element, style, link);
                    break;
                case "oMath" or "oMathPara":
                    gathering.Note("drop.formula", element.Value);
                    break;
            }
    }

    private void Run(XElement run, Style style, string link)
    {
        if (
            run.Element(W + "rPr")?.Element(W + "vanish") is { } hidden
            && DocxLook.Value(hidden) is not ("0" or "false")
        )
        {
            gathering.Note("drop.hidden", run.Value);
            return;
        }
        foreach (var element in run.Elements())
            switch (element.Name.LocalName)
            {
                case "t":
                    gathering.Text(element.Value, style, link);
                    break;
                case "br" or "cr":
                    if (element.Attribute(W + "type") is null)
                        gathering.Break();
                    else
                        gathering.Text(" ", style, link);
                    break;
                case "tab" or "ptab":
                    gathering.Text(" ", style, link);
                    break;
                case "noBreakHyphen":
                    gathering.Text("\u2011", style, link);
                    break;
                case "softHyphen":
                    gathering.Text("\u00AD", style, link);
                    break;
                case "drawing" or "pict" or "object" or "AlternateContent":
                    gathering.Note("drop.frame", element.Value);
                    break;
                case "footnoteReference" or "endnoteReference":
                    gathering.Note("drop.note", "");
                    break;
                case "sym":
                    gathering.Note("drop.sign", element.Attribute(W + "char")?.Value ?? "");
                    break;
            }
    }
}
