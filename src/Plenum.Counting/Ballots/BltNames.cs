using System.Collections.Immutable;

namespace Plenum.Counting.Ballots;

/// <summary>
/// The names and the title after the last paper. Files that give each candidate a line of their own are read by line
/// (bare names may then hold blanks, and a second quoted text on the line is a party, kept in parentheses);
/// otherwise every quoted text or bare word is one name.
/// </summary>
internal sealed class BltNames(string text, BltTokens tokens, BallotLimits limits)
{
    private const string PrefLibKey = "# ALTERNATIVE NAME ";

    private sealed record Wrong(string Code, string Found, string Expected, int Line, int Column);

    public ImmutableArray<string> Names { get; private set; } = [];
    public string Title { get; private set; } = "";

    /// <summary>Reads the names; what is wrong, or null.</summary>
    /// <param name="candidates">How many there are; null when the names say so themselves.</param>
    public Finding? Read(int? candidates)
    {
        var start = tokens.Position;
        var lines = new List<List<string>>();
        if (Lines(lines) is { } wrong)
            return new Finding(
                wrong.Code,
                "",
                wrong.Line,
                wrong.Column,
                wrong.Found,
                wrong.Expected
            );
        var needed = candidates ?? lines.Count - 1;
        if (needed > limits.Candidates)
        {
            return new Finding(
                "blt.too-many",
                "",
                tokens.Line,
                1,
                BltReader.Number(needed),
                $"names of at most {limits.Candidates} candidates"
            );
        }
        if (needed < 1)
            return Missing("at least one name and a title");
        var items =
            lines.Count >= needed
                ? lines.Select((line, i) => i < needed ? OneCandidate(line) : line[0]).ToList()
                : lines.SelectMany(line => line).SelectMany(Words).ToList();
        if (items.Count < needed && PrefLibNames(start) is { } named && named.Count >= needed)
            items = named;
        if (items.Count < needed)
            return Missing($"{needed} names, of which {items.Count} are given");
        items = [.. items.Select(Unquoted)];
        // A quote written twice is one character of the name, or what is read could not be written and read again.
        if (items.Find(item => item.Length > limits.NameLength) is { } tooLong)
            return new Finding(
                "blt.too-many",
                "",
                tokens.Line,
                1,
                $"\"{tooLong[..Math.Min(40, tooLong.Length)]}...\"",
                $"a name of at most {limits.NameLength} characters"
            );
        Names = [.. items.Take(needed)];
        Title = items.Count > needed ? items[needed] : "";
        return null;
    }

    private Finding Missing(string expected) =>
        new("blt.missing-names", "", tokens.Line, tokens.Column, "the end of the file", expected);

    // Quotes stay on until the end, so that a bare word and a quoted text can be told apart.
    private Wrong? Lines(List<List<string>> lines)
    {
        var line = -1;
        while (true)
        {
            var token = tokens.Next();
            if (token.Kind == BltTokenKind.End)
                return null;
            if (token.Kind == BltTokenKind.Unclosed)
                return new Wrong(
                    "blt.unclosed",
                    "a quote or comment that is never closed",
                    "its end",
                    token.Line,
                    token.Column
                );
            if (token.Line != line)
                lines.Add([]);
            line = token.Line;
            lines[^1]
                .Add(
                    token.Kind == BltTokenKind.Quoted
                        ? tokens.Text(token).ToString()
                        : RestOfLine(token)
                );
        }
    }

    // A bare name runs to the end of its line: it may hold commas, parentheses and quotes.
    private string RestOfLine(BltToken first)
    {
        var end = text.IndexOf('\n', first.Start);
        end = end < 0 ? text.Length : end;
        tokens.GoTo(first with { Start = end, Column = end - first.Start + first.Column });
        return text[first.Start..end].Trim().TrimEnd(',');
    }

    // Some published files carry PrefLib's header lines, "# ALTERNATIVE NAME 1: text", in place of names.
    private List<string> PrefLibNames(int start) =>
        [
            .. text[start..]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line =>
                    line.StartsWith(PrefLibKey, StringComparison.Ordinal)
                        ? line[(line.IndexOf(':') + 1)..].Trim()
                        : line
                ),
        ];

    private static string OneCandidate(List<string> line) =>
        line.Count > 1 && line.TrueForAll(IsQuoted)
            ? $"{Unquoted(line[0])} ({Unquoted(line[1])})"
            : line[0];

    private static IEnumerable<string> Words(string item) =>
        IsQuoted(item) ? [item] : item.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsQuoted(string item) =>
        item.Length > 1 && item[0] == '"' && item[^1] == '"';

    private static string Unquoted(string item) =>
        IsQuoted(item)
            ? item[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
            : item.Trim();
}
