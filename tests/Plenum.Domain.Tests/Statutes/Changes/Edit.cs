using System.Globalization;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Statutes;

/// <summary>One hand-labelled edit of a template, as the corpus writes it.</summary>
public sealed record Edit(
    string Id,
    string Template,
    string What,
    ChangeDirection Direction,
    string Verdict,
    string Why
)
{
    public static IReadOnlyList<Edit> All { get; } =
    [.. File.ReadAllLines(Corpus()).Where(l => l.Length > 0 && l[0] != '#').Select(Read)];

    private static string Corpus() =>
        Path.Combine(Golden.Root, "testdata", "statutes", "edits", "edits.csv");

    private static Edit Read(string line)
    {
        var parts = line.Split(" | ");
        Assert.True(parts.Length == 6, line);
        return new(
            parts[0],
            parts[1],
            parts[2],
            Enum.Parse<ChangeDirection>(parts[3], ignoreCase: true),
            parts[4],
            parts[5]
        );
    }

    public string Before() =>
        Cut(What, " => ") is (var given, { Length: > 0 })
            ? Several(Templated(), given)
            : Templated();

    public string After() =>
        Cut(What, " => ") is (_, { Length: > 0 } edit)
            ? Several(Before(), edit)
            : Several(Before(), What);

    private string Templated() =>
        Templates.Text(
            Template.Replace(".small", "", StringComparison.Ordinal),
            Template.EndsWith(".small", StringComparison.Ordinal)
        );

    private static string Several(string text, string edits) =>
        edits.Split(" && ").Aggregate(text, Apply);

    public static string Apply(string text, string edit)
    {
        var (first, rest) = Cut(edit, " ");
        var draft = Draft.Parse(text);
        return first switch
        {
            "-" => Strike(text, rest),
            "+" => Append(text, Cut(rest, " ")),
            "x" => Without(draft, rest),
            "prose" => Heading(draft, rest, line => line + "\n\nWe mean what we say."),
            "title" => Heading(draft, rest, line => "## Renamed " + line[3..]),
            "rename" => text.Replace("{#" + rest + "}", "{#other}", StringComparison.Ordinal),
            _ => Set(text, Cut(edit, " = ")),
        };
    }

    private static (string, string) Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var i
            ? (text[..i], text[(i + at.Length)..])
            : (text, "");

    public static string Set(string text, (string Path, string Yaml) edit) =>
        Repairs.Set(text, KeyPath.Of(edit.Path), edit.Yaml, "# default: edited");

    public static string Strike(string text, string path) =>
        Repairs.Apply(
            text,
            [
                new(
                    "edit",
                    "",
                    Severity.Error,
                    new(""),
                    default,
                    KeyPath.Of(path),
                    "",
                    "",
                    new Repair.Strike(KeyPath.Of(path))
                ),
            ]
        );

    private static string Append(string text, (string List, string Item) added) =>
        text
        + string.Create(
            CultureInfo.InvariantCulture,
            $"\n## Added {{#added}}\n\n```rule\n{added.List}:\n  - {added.Item}\n```\n"
        );

    private static string Without(Draft draft, string article)
    {
        var gone = draft.Articles.Single(a => a.Id.Value == article);
        var lines = draft.Text.Split('\n').ToList();
        lines.RemoveRange(gone.Line - 1, gone.EndLine - gone.Line + 1);
        return string.Join('\n', lines);
    }

    private static string Heading(Draft draft, string article, Func<string, string> change)
    {
        var lines = draft.Text.Split('\n');
        var line = draft.Articles.Single(a => a.Id.Value == article).Line - 1;
        lines[line] = change(lines[line]);
        return string.Join('\n', lines);
    }
}
