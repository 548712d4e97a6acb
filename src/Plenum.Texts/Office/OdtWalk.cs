using System.Globalization;
using System.Xml.Linq;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;
using static Plenum.Texts.Office.OdtNames;

namespace Plenum.Texts.Office;

/// <summary>Walks the elements of an OpenDocument text.</summary>
internal sealed class OdtWalk(Gathering gathering, OdtLook look)
{
    private string _label = "";

    public void Blocks(XElement parent, int lists)
    {
        foreach (var element in parent.Elements())
            switch (element.Name.LocalName)
            {
                case "h":
                    Inline(element, Style.Plain, "");
                    End(
                        element,
                        lists > 0 ? BlockKind.Paragraph : BlockKind.Heading,
                        lists > 0
                            ? lists
                            : Number(element.Attribute(Text + "outline-level")?.Value, 1)
                    );
                    break;
                case "p":
                    Paragraph(element, lists);
                    break;
                case "list":
                    List(element, lists + 1, null);
                    break;
                case "table":
                    foreach (var row in element.Descendants(Table + "table-row"))
                        Row(row);
                    break;
                case "section" or "index-body" or "text":
                    Blocks(element, lists);
                    break;
                case "table-of-content" or "alphabetical-index" or "forms" or "illustration-index":
                    gathering.Note("drop.index", element.Name.LocalName);
                    break;
            }
    }

    private void Paragraph(XElement element, int lists)
    {
        Inline(element, Style.Plain, "");
        var line = look.Line(element.Attribute(Text + "style-name")?.Value).ToList();
        if (
            line.Exists(name => name.StartsWith("Horizontal_20_Line", StringComparison.Ordinal))
            && !gathering.Any
        )
            End(element, BlockKind.Rule, 0);
        else if (
            lists == 0
            && line.Find(name => name.StartsWith("Quotations", StringComparison.Ordinal))
                is { } quote
        )
            End(
                element,
                BlockKind.Quote,
                quote.Length > 14 && quote.StartsWith("Quotations_20_", StringComparison.Ordinal)
                    ? Number(quote[14..], 1)
                    : 1
            );
        else
            End(element, BlockKind.Paragraph, lists);
    }

    private void End(XElement element, BlockKind kind, int level)
    {
        gathering.End(kind, level, _label, element.Attribute(XNamespace.Xml + "id")?.Value ?? "");
        _label = "";
    }

    private void List(XElement list, int level, string? outer)
    {
        var style = list.Attribute(Text + "style-name")?.Value ?? outer;
        var number = 0;
        foreach (
            var item in list.Elements().Where(e => e.Name.LocalName is "list-item" or "list-header")
        )
        {
            number = Number(item.Attribute(Text + "start-value")?.Value, number + 1);
            var label =
                item.Name.LocalName == "list-header"
                    ? ""
                    : item.Element(Text + "number")?.Value ?? look.Label(style, level, number);
            foreach (var child in item.Elements())
            {
                if (child.Name.LocalName == "list")
                    List(child, level + 1, style);
                else if (child.Name.LocalName is "p" or "h" && label.Length > 0)
                {
                    Inline(child, Style.Plain, "");
                    _label = label;
                    if (gathering.Any)
                        label = "";
                    End(child, BlockKind.Item, level);
                }
                else if (child.Name.LocalName is "p" or "h")
                    Paragraph(child, level);
            }
        }
    }

    private void Row(XElement row)
    {
        var first = true;
        foreach (var cell in row.Elements(Table + "table-cell"))
        {
            if (!first)
                gathering.Cell();
            first = false;
            foreach (var paragraph in cell.Descendants(Text + "p"))
            {
                Inline(paragraph, Style.Plain, "");
                gathering.Text(" ", Style.Plain, "");
            }
        }
        // A table without a head begins anew only where it follows another.
        var head =
            row.Parent?.Name == Table + "table-header-rows"
            || (
                gathering.EndsWithRow
                && !row.ElementsBeforeSelf(Table + "table-row").Any()
                && row.Parent?.Element(Table + "table-header-rows") is null
            );
        End(row, BlockKind.Row, head ? 1 : 2);
    }

    private void Inline(XElement parent, Style style, string link)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text)
                gathering.Text(text.Value, style, link);
            else if (node is XElement element)
                One(element, style, link);
        }
    }

    private void One(XElement element, Style style, string link)
    {
        switch (element.Name.LocalName)
        {
            case "span" when element.Attribute(Text + "style-name")?.Value == Label:
                _label = element.Value;
                break;
            case "span":
                Inline(
                    element,
                    look.Of(element.Attribute(Text + "style-name")?.Value, style),
                    link
                );
                break;
            case "a":
                var to = Links.Accepted(element.Attribute(XLink + "href")?.Value);
                if (to.Length == 0)
                    gathering.Note("drop.link", element.Attribute(XLink + "href")?.Value ?? "");
                Inline(element, style, to);
                break;
            case "line-break":
                gathering.Break();
                break;
            case "s" or "tab":
                gathering.Text(" ", style, link);
                break;
            case "note" or "annotation" or "frame" or "object" or "ruby-text":
                gathering.Note("drop." + element.Name.LocalName, element.Value);
                break;
            case "annotation-end"
            or "soft-page-break"
            or "bookmark"
            or "bookmark-start"
            or "bookmark-end":
                break;
            default:
                Inline(element, style, link);
                break;
        }
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 1_000_000
            ? number
            : otherwise;
}
