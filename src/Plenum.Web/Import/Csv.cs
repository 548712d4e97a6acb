using System.Text;

namespace Plenum.Web.Import;

/// <summary>Tables as text (RFC 4180), with comma, semicolon or tab between cells: whichever the first line has most of.</summary>
public static class Csv
{
    public static IEnumerable<List<string>> Read(string text)
    {
        var first = text.AsSpan();
        first = first.IndexOf('\n') is >= 0 and var end ? first[..end] : first;
        var comma = ',';
        foreach (var other in ";\t")
            if (first.Count(other) > first.Count(comma))
                comma = other;
        return Rows(text, comma);
    }

    /// <summary>One line; what an office program would take for a formula begins with an apostrophe.</summary>
    public static void Write(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(
                ',',
                cells.Select(cell =>
                    '"'
                    + (cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")
                    + cell.Replace("\"", "\"\"", StringComparison.Ordinal)
                    + '"'
                )
            )
            .Append("\r\n");

    private static IEnumerable<List<string>> Rows(string text, char comma)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && (c == comma || c == '\n'))
            {
                row.Add(cell.ToString().Trim());
                cell.Clear();
                if (c == comma)
                    continue;
                yield return row;
                row = [];
            }
            else
                cell.Append(c);
        }
        if (cell.Length == 0 && row.Count == 0)
            yield break;
        row.Add(cell.ToString().Trim());
        yield return row;
    }
}
