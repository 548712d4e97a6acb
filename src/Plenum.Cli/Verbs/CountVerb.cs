using System.CommandLine;
using Plenum.Counting;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum count</c>: counts a file of ballots and prints every stage.</summary>
internal static class CountVerb
{
    public static Command Command(Words words)
    {
        var rule = new Option<string>("--rule")
        {
            Description = words["count.rule", ("rules", string.Join(", ", CountingRule.All))],
            HelpName = "ID",
            Required = true,
        };
        var seats = new Option<int?>("--seats")
        {
            Description = words["count.seats"],
            HelpName = "N",
        };
        var seed = new Option<string?>("--seed")
        {
            Description = words["count.seed"],
            HelpName = "HEX",
        };
        var json = Options.Json(words);
        var file = new Argument<string>("FILE") { Description = words["count.file"] };
        var command = new Command("count", words["count"]) { rule, seats, seed, json, file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var options = new CountOptions(
                parsed.GetRequiredValue(rule),
                parsed.GetValue(seats),
                parsed.GetValue(json),
                parsed.GetValue(seed),
                path
            );
            return InputFile.Answer(
                path,
                words,
                bytes => CountCommand.Run(bytes, options),
                options.Json
            );
        });
        return command;
    }
}
