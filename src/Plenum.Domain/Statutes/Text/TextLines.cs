namespace Plenum.Domain.Statutes;

/// <summary>A document as lines that are edited in place, so that a repair leaves every other line as it was.</summary>
internal sealed class TextLines(string text)
{
    private readonly List<string> _lines = [.. text.Split('\n')];

    public string Text => string.Join('\n', _lines);

    public void RemoveLines(int first, int last) =>
        _lines.RemoveRange(first - 1, Math.Min(last, _lines.Count) - first + 1);

    public void InsertAfter(int line, string added) => _lines.Insert(line, added);

    public void ReplaceLines(int first, int last, Func<string, string> replacement)
    {
        var line = replacement(_lines[first - 1]);
        RemoveLines(first, last);
        _lines.Insert(first - 1, line);
    }

    /// <summary>Puts a value in the place of another; a comment that told where the old one came from goes with it.</summary>
    public void ReplaceSpan(Spot spot, string value, string mark)
    {
        var (before, after) = (
            _lines[spot.Line - 1][..(spot.Column - 1)],
            _lines[spot.EndLine - 1][(spot.EndColumn - 1)..]
        );
        if (after.Trim().Length == 0 || after.TrimStart().StartsWith('#'))
            after = " " + mark;
        RemoveLines(spot.Line, spot.EndLine);
        _lines.Insert(spot.Line - 1, before + value + after);
    }

    public void RemoveSpan(Spot spot)
    {
        var (before, after) = (
            _lines[spot.Line - 1][..(spot.Column - 1)],
            _lines[spot.EndLine - 1][(spot.EndColumn - 1)..]
        );
        RemoveLines(spot.Line, spot.EndLine);
        _lines.Insert(spot.Line - 1, before + after);
    }

    /// <summary>Writes into a map in braces, just before the closing one.</summary>
    public void InsertInto(Spot flow, string added)
    {
        var line = _lines[flow.EndLine - 1];
        var close = line.LastIndexOf('}', Math.Max(0, flow.EndColumn - 2));
        _lines[flow.EndLine - 1] = line[..close] + added + line[close..];
    }

    /// <summary>A whole block that is missing becomes an article of its own at the end.</summary>
    public void Append(string name, string yaml, string mark)
    {
        while (_lines.Count > 0 && _lines[^1].Trim().Length == 0)
            _lines.RemoveAt(_lines.Count - 1);
        var title = char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
        _lines.AddRange([
            "",
            $"## {title} {{#{name.Replace('_', '-')}}}",
            "",
            "```rule",
            $"{name}: {yaml} {mark}",
            "```",
            "",
        ]);
    }
}
