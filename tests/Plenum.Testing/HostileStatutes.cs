using System.Text;
using Plenum.Domain.Statutes;

namespace Plenum.Testing;

/// <summary>Texts of statutes as somebody writes them who wants the reader to take long: each is one thing, many times.</summary>
public static class HostileStatutes
{
    // A rule block of more characters is not read.
    private const int MostOfBlock = 60_000;

    private static readonly string Charter = Templates.Text("local-union", small: true);

    /// <summary>The shapes by name; each makes a text of about so many characters.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Shapes { get; } =
        new SortedDictionary<string, Func<int, string>>(StringComparer.Ordinal)
        {
            ["articles"] = length => Many(length, i => $"## A {{#a{i}}}\n\n"),
            ["articles of one id"] = length => Many(length, _ => "## A {#charter}\n\n"),
            ["articles without an id"] = length => Many(length, _ => "## A\n\n"),
            ["articles with a block"] = length =>
                Many(length, i => $"## A {{#a{i}}}\n\n```rule\nk{i}: 1\n```\n"),
            ["blocks"] = length =>
                First + Many(length, i => $"```rule\nk{i}: {{a: 1, b: 2}}\n```\n"),
            ["blocks of one key"] = length => First + Many(length, _ => "```rule\nk: 1\n```\n"),
            ["blocks that are no data"] = length =>
                First + Many(length, _ => "```rule\na: [1\n```\n"),
            ["keys"] = length => First + Blocks(length, "", i => $"k{i}: 1\n"),
            ["keys of one block"] = length =>
                First + Blocks(length, "elections:\n", i => $"  k{i}: 1\n"),
            ["keys of one name"] = length => First + Blocks(length, "", _ => "k: 1\n"),
            ["keys in braces"] = length =>
                First + Blocks(length, "elections: {a: 1", i => $", k{i}: 1", "}\n"),
            ["keys that are lists"] = length => First + Blocks(length, "", _ => "? [a]\n: 1\n"),
            ["bodies"] = length => Charter + Article(length, "bodies:\n", i => $"- {{id: b{i}}}\n"),
            ["bodies of one id"] = length =>
                Charter + Article(length, "bodies:\n", _ => "- {id: b}\n"),
            ["bodies that elect each other"] = length =>
                Charter
                + Article(length, "bodies:\n", i => $"- {{id: b{i}, elected_by: b{i + 1}}}\n"),
            ["bodies that are wrong"] = length =>
                Charter
                + Article(
                    length,
                    "bodies:\n",
                    i => $"- {{id: b{i}, kind: x, seats: y, term: z}}\n"
                ),
            ["prohibitions"] = length =>
                Charter + Article(length, "prohibitions:\n", _ => "- {}\n"),
            ["words in a list"] = length =>
                First + Blocks(length, "intervention: {measures: [a", _ => ", b", "]}\n"),
            ["keys handed down"] = length =>
                Charter + Article(length, "frame: {keys: [a.b", i => $", k{i}.x", "]}\n"),
            ["keys left open"] = length =>
                Charter + Article(length, "open:\n", i => $"- {{key: k{i}.x}}\n"),
            ["a list in a list"] = length => First + Blocks(length, "a: ", _ => "[", ""),
            ["braces in braces"] = length => First + Blocks(length, "", _ => "{a: ", ""),
            ["long words"] = length =>
                First + Blocks(length, "", i => $"k{i}: {new string('x', 5_000)}\n"),
            ["long keys"] = length =>
                First + Blocks(length, "", i => $"{new string('x', 900)}{i}: 1\n"),
            ["paths"] = length =>
                Charter + Blocks(length, "frame: {keys: [\"a", _ => ".a", "\"]}\n"),
            ["quotation marks"] = length => First + Blocks(length, "a: \"", _ => "''", "\"\n"),
            ["folded lines"] = length => First + Blocks(length, "a: >\n", _ => "  x\n\n"),
            ["plain lines"] = length => First + Blocks(length, "a:\n", _ => "  x\n\n"),
            ["remarks"] = length => First + Blocks(length, "a: 1\n", _ => "# x\n"),
            ["anchors"] = length => First + Blocks(length, "", i => $"k{i}: &a 1\n"),
            ["empty lines"] = length => First + new string('\n', length),
            ["headings below"] = length =>
                First + Many(length, i => new string('#', 1 + i % 9) + " x\n"),
            ["titles"] = length => Many(length, _ => "# x\n") + First,
            ["fences"] = length => First + Many(length, _ => "```\n"),
            ["an open fence"] = length => First + "```rule\n" + Many(length, i => $"k{i}: 1\n"),
            ["one long heading"] = length => "## " + Many(length, _ => "{#") + "}\n",
            ["one long line"] = length => First + new string('x', length),
        };

    private static string First => "## The charter {#charter}\n\n";

    private static string Many(int length, Func<int, string> one)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
            text.Append(one(i));
        return text.ToString();
    }

    // As many rule blocks as it takes, each as long as one may be.
    private static string Blocks(
        int length,
        string opening,
        Func<int, string> one,
        string closing = ""
    )
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; )
        {
            var end = text.Length + Math.Min(MostOfBlock, length - text.Length);
            text.Append("```rule\n").Append(opening);
            do text.Append(one(i++));
            while (text.Length < end);
            text.Append(closing).Append("```\n");
        }
        return text.ToString();
    }

    // Behind whole statutes, so that the charter check has something to hold them against.
    private static string Article(
        int length,
        string opening,
        Func<int, string> one,
        string closing = ""
    ) => "\n## More {#more}\n\n" + Blocks(length, opening, one, closing);
}
