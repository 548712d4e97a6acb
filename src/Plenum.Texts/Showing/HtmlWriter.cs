using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Showing;

/// <summary>Writes a text as HTML without script: every block can be linked to by its id, and no number is counted by the browser.</summary>
public static class HtmlWriter
{
    /// <summary>The text as it reads.</summary>
    /// <param name="text">The text.</param>
    public static string Write(TextVersion text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Blocks(text.Blocks.Select(block => (block, Body(block))));
    }

    /// <summary>The text for print: a line of the text is a line of the page, with its number beside it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    public static string Print(TextVersion text, LineNumbers lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lines);
        var page = new StringBuilder("<table class=\"lines\">\n");
        foreach (var line in lines.Lines)
        {
            var block = text.Blocks[text.PlaceOf(line.Block)];
            var label =
                line.From == 0 && block.Label.Length > 0
                    ? HtmlInline.Encoded(block.Label) + " "
                    : "";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr class=\"{block.Kind.ToString().ToLowerInvariant()}\"><td class=\"no\">{line.Number}</td><td>{label}{Cells(block.Text.Slice(line.From, line.To), " | ")}</td></tr>\n"
            );
        }
        return page.Append("</table>\n").ToString();
    }

    internal static string Blocks(IEnumerable<(Block Block, string Body)> blocks)
    {
        var html = new StringBuilder();
        var lists = new Stack<string>();
        var table = false;
        foreach (var (block, body) in blocks)
        {
            var inList =
                block.Kind == BlockKind.Item
                || (block.Kind == BlockKind.Paragraph && block.Level > 0 && lists.Count > 0);
            if (!inList)
                CloseTo(html, lists, 0);
            if (table && block.Kind != BlockKind.Row)
                html.Append("</table>\n");
            else if (table && block.Level == 1)
                html.Append("</table>\n<table>\n");
            else if (!table && block.Kind == BlockKind.Row)
                html.Append("<table>\n");
            table = block.Kind == BlockKind.Row;
            One(html, lists, block, body);
        }
        CloseTo(html, lists, 0);
        return html.Append(table ? "</table>\n" : "").ToString();
    }

    private static void One(StringBuilder html, Stack<string> lists, Block block, string body)
    {
        var id = $" id=\"b-{block.Id}\"";
        switch (block.Kind)
        {
            case BlockKind.Heading:
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<h{block.Level}{id}>{body}</h{block.Level}>\n"
                );
                break;
            case BlockKind.Paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p{id}>{body}</p>\n");
                break;
            case BlockKind.Quote:
                for (var level = 0; level < block.Level; level++)
                    html.Append("<blockquote>");
                html.Append(CultureInfo.InvariantCulture, $"<p{id}>{body}</p>");
                for (var level = 0; level < block.Level; level++)
                    html.Append("</blockquote>");
                html.Append('\n');
                break;
            case BlockKind.Row:
                html.Append(CultureInfo.InvariantCulture, $"<tr{id}>{body}</tr>\n");
                break;
            case BlockKind.Rule:
                html.Append(CultureInfo.InvariantCulture, $"<hr{id}>\n");
                break;
            case BlockKind.Item:
                var sort = block.Label.EndsWith('.') && Labels.IsMarker(block.Label) ? "ol" : "ul";
                CloseTo(html, lists, block.Level);
                if (lists.Count == block.Level && lists.Peek() != sort)
                    CloseTo(html, lists, block.Level - 1);
                if (lists.Count == block.Level)
                    html.Append("</li>\n");
                while (lists.Count < block.Level)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<{sort}>\n");
                    lists.Push(sort);
                }
                var value = sort == "ol" ? $" value=\"{block.Label[..^1]}\"" : "";
                html.Append(CultureInfo.InvariantCulture, $"<li{id}{value}>{body}");
                break;
        }
    }

    private static void CloseTo(StringBuilder html, Stack<string> lists, int level)
    {
        while (lists.Count > level)
            html.Append(CultureInfo.InvariantCulture, $"</li>\n</{lists.Pop()}>\n");
    }

    internal static string Label(Block block) =>
        block.Label.Length == 0
        || block.Label == "-"
        || (
            block.Kind == BlockKind.Item
            && block.Label.EndsWith('.')
            && Labels.IsMarker(block.Label)
        )
            ? ""
            : $"<span class=\"label\">{HtmlInline.Encoded(block.Label)}</span> ";

    internal static string Body(Block block) =>
        Label(block)
        + (block.Kind == BlockKind.Row ? Row(block) : HtmlInline.Write(block.Text.Words));

    internal static string Row(Block row)
    {
        var cell = row.Level == 1 ? "th" : "td";
        return string.Concat(
            MarkdownWriter
                .Cells(row.Text)
                .Select(words => $"<{cell}>{HtmlInline.Write(words)}</{cell}>")
        );
    }

    private static string Cells(Prose text, string between) =>
        string.Join(between, MarkdownWriter.Cells(text).Select(cell => HtmlInline.Write(cell)));
}
