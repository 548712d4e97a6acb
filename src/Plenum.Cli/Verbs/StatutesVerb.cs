using System.CommandLine;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum statutes</c>: texts to start from.</summary>
internal static class StatutesVerb
{
    public static Command Command(Words words) =>
        new("statutes", words["statutes"]) { TemplatesOf(words), New(words) };

    private static Command TemplatesOf(Words words)
    {
        var command = new Command("templates", words["statutes.templates"]);
        command.SetAction(_ =>
        {
            foreach (var name in Templates.Names)
                Console.WriteLine(name);
            return Exit.Yes;
        });
        return command;
    }

    private static Command New(Words words)
    {
        var name = new Argument<string>("TEMPLATE") { Description = words["statutes.template"] };
        var small = new Option<bool>("--small") { Description = words["statutes.small"] };
        var command = new Command("new", words["statutes.new"]) { name, small };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetRequiredValue(name);
            if (!Templates.Names.Contains(asked, StringComparer.Ordinal))
                throw new TroubleException(
                    words[
                        "statutes.no-template",
                        ("template", asked),
                        ("names", string.Join(", ", Templates.Names))
                    ],
                    Exit.BadInput
                );
            Console.Write(Templates.Text(asked, parsed.GetValue(small)));
            return Exit.Yes;
        });
        return command;
    }
}
