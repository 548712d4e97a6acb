using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>Where in the document one is, and how its words are set.</summary>
internal readonly record struct HtmlPlace(
    BlockKind Kind,
    int Level,
    int Lists,
    Style Style,
    string Link
);

/// <summary>Walks the elements of pasted HTML.</summary>
internal sealed class HtmlWalk(Gathering gathering)
{
    // The block whose words are being gathered, and the label that waits for them.
    private (BlockKind Kind, int Level, string Label, string Id) _open;

    public void Read(IElement body)
    {
        _open = (BlockKind.Paragraph, 0, "", "");
        Children(body, new HtmlPlace(BlockKind.Paragraph, 0, 0, Style.Plain, ""));
        End();
    }

    private void Children(INode node, HtmlPlace place)
    {
        foreach (var child in node.ChildNodes)
            if (child is IText text)
                gathering.Text(text.Data, place.Style, place.Link);
            else if (child is IElement element)
                One(element, place);
    }

    private void End()
    {
        if (gathering.End(_open.Kind, _open.Level, _open.Label, _open.Id))
            _open =
                _open.Kind == BlockKind.Item
                    ? (BlockKind.Paragraph, _open.Level, "", "")
                    : _open with
                    {
                        Label = "",
                        Id = "",
                    };
    }

    private void One(IElement element, HtmlPlace place)
    {
        var style = element.GetAttribute("style") ?? "";
        if (HtmlStyle.IsHidden(element, style))
        {
            if (
                !string.IsNullOrWhiteSpace(element.TextContent)
                || element.LocalName is "iframe" or "object"
            )
                gathering.Note("drop.hidden", element.LocalName);
            return;
        }
        var set = place with { Style = HtmlStyle.Of(element, style, place.Style) };
        switch (element.LocalName)
        {
            case "br":
                gathering.Break();
                break;
            case "img":
                gathering.Note("drop.image", element.GetAttribute("src") ?? "");
                gathering.Text(
                    " " + (element.GetAttribute("alt") ?? "") + " ",
                    set.Style,
                    set.Link
                );
                break;
            case "a":
                Link(element, set);
                break;
            case "hr":
                End();
                gathering.End(BlockKind.Rule, 0, "");
                break;
            case ['h', >= '1' and <= '6'] heading
                when place is { Lists: 0, Kind: BlockKind.Paragraph }:
                Block(element, set, (BlockKind.Heading, heading[1] - '0', ""));
                break;
            case "blockquote":
                End();
                var level = place.Kind == BlockKind.Quote ? place.Level + 1 : 1;
                Block(
                    element,
                    set with
                    {
                        Kind = BlockKind.Quote,
                        Level = level,
                        Lists = 0,
                    },
                    (BlockKind.Quote, level, "")
                );
                break;
            case "ul" or "ol":
                End();
                List(element, set with { Lists = set.Lists + 1 });
                _open = place.Lists > 0 ? (BlockKind.Paragraph, place.Lists, "", "") : Plain(place);
                break;
            case "table":
                End();
                HtmlRows.Read(gathering, element, set.Style);
                _open = Plain(place);
                break;
            case "span" when element.ClassList.Contains("sign"):
                break;
            case var name when HtmlStyle.IsBlock(name):
                if (HtmlStyle.WordItem(element, style) is { } item)
                    Block(element, set, item);
                else
                    Block(
                        element,
                        set,
                        place.Lists > 0 && _open.Kind == BlockKind.Item ? null
                            : Plain(place) is var plain ? (plain.Kind, plain.Level, "")
                            : null
                    );
                break;
            default:
                if (!HtmlStyle.IsIgnored(style))
                    Children(element, set);
                break;
        }
    }

    private static (BlockKind Kind, int Level, string Label, string Id) Plain(HtmlPlace place) =>
        place.Kind == BlockKind.Quote
            ? (BlockKind.Quote, place.Level, "", "")
            : (BlockKind.Paragraph, place.Lists, "", "");

    private void Block(
        IElement element,
        HtmlPlace place,
        (BlockKind Kind, int Level, string Label)? block
    )
    {
        End();
        var before = _open;
        if (block is var (kind, level, label))
            _open = (kind, level, label, element.Id ?? "");
        Children(element, place);
        End();
        if (block is not null)
            _open = before;
    }

    private void Link(IElement element, HtmlPlace place)
    {
        var address = element.GetAttribute("href");
        var link = Links.Accepted(address);
        if (link.Length == 0 && !string.IsNullOrEmpty(address))
            gathering.Note("drop.link", address);
        Children(element, link.Length == 0 ? place : place with { Link = link });
    }

    private void List(IElement list, HtmlPlace place)
    {
        var ordered = list.LocalName == "ol";
        var next = Number(list.GetAttribute("start"), 1);
        foreach (var child in list.Children)
        {
            if (child.LocalName is "ul" or "ol")
                List(child, place with { Lists = place.Lists + 1 });
            else if (child.LocalName == "li")
            {
                next = Number(child.GetAttribute("value"), next);
                var written = Numbering.Written(next, list.GetAttribute("type") ?? "1");
                var label =
                    !ordered ? "-"
                    : char.IsAsciiDigit(written[0]) ? written + "."
                    : written + ")";
                _open =
                    place.Kind == BlockKind.Quote
                        ? (BlockKind.Quote, place.Level, label, "")
                        : (BlockKind.Item, place.Lists, label, child.Id ?? "");
                Children(child, place);
                End();
                next++;
            }
            else
                One(child, place);
        }
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < 1_000_000
            ? number
            : otherwise;
}
