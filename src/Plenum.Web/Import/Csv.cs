using System.Text;

namespace Plenum.Web.Import;

/// <summary>Tables as text (RFC 4180), with comma, semicolon or tab between cells: whichever the first line has most of.</summary>
public static class Csv
{
    private const int EndOfText = -1;

    /// <summary>Row by row, so that a list of hundreds of thousands of people is not held twice.</summary>
    public static IEnumerable<List<string>> Read(TextReader text)
    {
        var first = text.ReadLine();
        if (first is null)
            return [];
        var comma = ',';
        foreach (var other in ";\t")
            if (first.Count(c => c == other) > first.Count(c => c == comma))
                comma = other;
        return Rows(new Pushed(first + '\n', text), comma);
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

    private static IEnumerable<List<string>> Rows(Pushed text, char comma)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        while (text.Next() is var next and not EndOfText)
        {
            var c = (char)next;
            if (quoted && c == '"' && text.Peek() == '"')
                cell.Append((char)text.Next());
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && (c == comma || c == '\n'))
            {
                row.Add(Plain(cell));
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
        row.Add(Plain(cell));
        yield return row;
    }

    // What Write has put before a cell, so that no program takes it for a formula, is no part of what is said there.
    private static string Plain(StringBuilder cell) =>
        cell.ToString().Trim() is var text && text is ['\'', '=' or '+' or '-' or '@', ..]
            ? text[1..]
            : text;

    /// <summary>The first line again, and then the rest.</summary>
    private sealed class Pushed(string first, TextReader rest)
    {
        private int _at;

        public int Peek() => _at < first.Length ? first[_at] : rest.Peek();

        public int Next() => _at < first.Length ? first[_at++] : rest.Read();
    }
}
