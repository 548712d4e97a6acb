using System.CommandLine;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum statutes</c>: texts to start from, held against the charter, and read for what they mean.</summary>
internal static class StatutesVerb
{
    private const long LargestFile = 1024 * 1024;

    public static Command Command(Words words) =>
        new("statutes", words["statutes"])
        {
            TemplatesOf(words),
            New(words),
            Lint(words),
            Show(words),
            Diff(words),
        };

    private static Command TemplatesOf(Words words)
    {
        var command = new Command("templates", words["statutes.templates"]);
        command.SetAction(_ => Say(StatutesCommands.Templates()));
        return command;
    }

    private static Command New(Words words)
    {
        var template = new Argument<string>("TEMPLATE")
        {
            Description = words["statutes.template"],
        };
        var small = new Option<bool>("--small") { Description = words["statutes.small"] };
        var name = ServeVerb.Text("--name", "TEXT", words["statutes.name"]);
        var command = new Command("new", words["statutes.new"]) { template, small, name };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetRequiredValue(template);
            return Templates.Names.Contains(asked, StringComparer.Ordinal)
                ? Say(
                    StatutesCommands.New(asked, parsed.GetValue(small), parsed.GetValue(name) ?? "")
                )
                : throw new TroubleException(
                    words[
                        "statutes.no-template",
                        ("template", asked),
                        ("names", string.Join(", ", Templates.Names))
                    ],
                    Exit.BadInput
                );
        });
        return command;
    }

    private static Command Lint(Words words)
    {
        var file = new Argument<string>("FILE") { Description = words["statutes.file"] };
        var facts = ServeVerb.Text("--facts", "CSV", words["statutes.facts"]);
        var json = Options.Json(words);
        var command = new Command("lint", words["statutes.lint"]) { file, facts, json };
        command.SetAction(parsed =>
            Say(
                StatutesCommands.Lint(
                    Read(parsed.GetRequiredValue(file), words),
                    parsed.GetValue(facts) is { } csv ? Read(csv, words) : "",
                    words.Language,
                    parsed.GetValue(json)
                )
            )
        );
        return command;
    }

    private static Command Show(Words words)
    {
        var file = new Argument<string>("FILE") { Description = words["statutes.file"] };
        var resolved = new Option<bool>("--resolved") { Description = words["statutes.resolved"] };
        var command = new Command("show", words["statutes.show"]) { file, resolved };
        command.SetAction(parsed =>
            Say(
                StatutesCommands.Show(
                    Read(parsed.GetRequiredValue(file), words),
                    words.Language,
                    parsed.GetValue(resolved)
                )
            )
        );
        return command;
    }

    private static Command Diff(Words words)
    {
        var before = new Argument<string>("OLD") { Description = words["statutes.file"] };
        var after = new Argument<string>("NEW") { Description = words["statutes.file"] };
        var json = Options.Json(words);
        var command = new Command("diff", words["statutes.diff"]) { before, after, json };
        command.SetAction(parsed =>
            Say(
                StatutesDiff.Diff(
                    Read(parsed.GetRequiredValue(before), words),
                    Read(parsed.GetRequiredValue(after), words),
                    words.Language,
                    parsed.GetValue(json)
                )
            )
        );
        return command;
    }

    // Where a text is wrong is the answer asked for, so it stands on standard output also when the answer is no.
    private static int Say(Printout answer)
    {
        Console.Write(answer.Text);
        return answer.ExitCode;
    }

    private static string Read(string path, Words words) =>
        File.Exists(path) && new FileInfo(path).Length > LargestFile
            ? throw new TroubleException(words["file.too-large", ("what", path)], Exit.BadInput)
            : File.ReadAllText(path);
}
