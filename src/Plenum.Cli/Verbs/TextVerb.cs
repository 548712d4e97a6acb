using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Plenum.Texts;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum text</c>: compares texts in Markdown, merges two versions, and composes amendments.</summary>
internal static class TextVerb
{
    public static Command Command(Words words)
    {
        var command = new Command("text", words["text"]);
        command.Subcommands.Add(Diff(words));
        command.Subcommands.Add(Merge(words));
        command.Subcommands.Add(Compose(words));
        return command;
    }

    private static Command Diff(Words words)
    {
        var (older, newer, json) = (
            File("OLD", "text.old", words),
            File("NEW", "text.new", words),
            Options.Json(words)
        );
        var command = new Command("diff", words["text.diff"]) { older, newer, json };
        command.SetAction(parsed =>
            Answer(
                [parsed.GetRequiredValue(older), parsed.GetRequiredValue(newer)],
                parsed.GetValue(json),
                words,
                (texts, told) =>
                {
                    told.Diff(texts[0], texts[1]);
                    return Exit.Yes;
                }
            )
        );
        return command;
    }

    private static Command Merge(Words words)
    {
        var (text, a, b) = (
            File("BASE", "text.base", words),
            File("A", "text.a", words),
            File("B", "text.b", words)
        );
        var json = Options.Json(words);
        var command = new Command("merge", words["text.merge"]) { text, a, b, json };
        command.SetAction(parsed =>
            Answer(
                [
                    parsed.GetRequiredValue(text),
                    parsed.GetRequiredValue(a),
                    parsed.GetRequiredValue(b),
                ],
                parsed.GetValue(json),
                words,
                (texts, told) =>
                    told.Composed(Plenum.Texts.Merging.Compose.Merge(texts[0], texts[1], texts[2]))
            )
        );
        return command;
    }

    private static Command Compose(Words words)
    {
        var text = File("BASE", "text.base", words);
        var amendments = new Argument<string[]>("AMENDMENT")
        {
            Description = words["text.amendments"],
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Options.Json(words);
        var command = new Command("compose", words["text.compose"]) { text, amendments, json };
        command.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(amendments).Select(Numbered).ToList();
            if (named.Select(n => n.Number).Distinct().Count() < named.Count)
                throw new TroubleException(words["text.one-number-twice"], Exit.BadInput);
            return Answer(
                [parsed.GetRequiredValue(text), .. named.Select(n => n.Path)],
                parsed.GetValue(json),
                words,
                (texts, told) =>
                    Plenum.Texts.Merging.Compose.All(
                        texts[0],
                        named.Select(
                            (n, at) => Amendment.Between(n.Number, n.Path, texts[0], texts[at + 1])
                        )
                    ) switch
                    {
                        Composed.Done(var composed) => told.Composed(composed),
                        Composed.Refused(var name, _) => throw new InvalidOperationException(
                            $"a comparison that does not fit its own base: {name}"
                        ),
                    }
            );
        });
        return command;
    }

    // 7=FILE was adopted as the seventh; a file without a number in its place on the line.
    private static (int Number, string Path) Numbered(string argument, int at) =>
        argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign
        && int.TryParse(
            argument[..sign],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? (number, argument[(sign + 1)..])
            : (at + 1, argument);

    private static Argument<string> File(string name, string key, Words words) =>
        new(name) { Description = words[key] };

    private static int Answer(
        IReadOnlyList<string> paths,
        bool json,
        Words words,
        Func<IReadOnlyList<TextVersion>, TextAnswer, int> answer
    )
    {
        var told = new TextAnswer(json, words);
        var texts = new List<TextVersion>();
        foreach (var path in paths)
        {
            var bytes = InputFile.Read(path, words);
            switch (MarkdownReader.Read(bytes, BlockIds.Seeded(SHA256.HashData(bytes))))
            {
                case TextReading.Malformed(var findings):
                    told.Unreadable(path, findings);
                    return Exit.BadInput;
                case TextReading.Read(var read, var notes):
                    told.Cleaned(path, notes);
                    texts.Add(texts.Count == 0 ? read : Matching.Attach(texts[0], read));
                    break;
            }
        }
        return answer(texts, told);
    }
}
