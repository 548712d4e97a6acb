using AngleSharp.Dom;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>The rows of a pasted table, cell by cell; what stands in a cell is one line of words.</summary>
internal static class HtmlRows
{
    public static void Read(Gathering gathering, IElement table, Style style)
    {
        var first = true;
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            if (row.Closest("table") != table)
                continue;
            var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").ToList();
            for (var at = 0; at < cells.Count; at++)
            {
                if (at > 0)
                    gathering.Cell();
                if (cells[at].QuerySelector("table") is not null)
                    gathering.Note("table.in-table", "");
                gathering.Text(cells[at].TextContent, style, "");
            }
            gathering.End(
                BlockKind.Row,
                first || cells.TrueForAll(cell => cell.LocalName == "th") ? 1 : 2,
                "",
                row.Id ?? ""
            );
            first = false;
        }
    }
}
