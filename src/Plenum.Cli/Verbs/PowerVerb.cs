using System.CommandLine;
using Plenum.Counting;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum power</c>: who decides where votes have weight.</summary>
internal static class PowerVerb
{
    public static Command Command(Words words)
    {
        var index = new Option<string>("--index")
        {
            Description = words["power.index"],
            HelpName = "banzhaf|shapley",
            Required = true,
        };
        var quota = new Option<string>("--quota")
        {
            Description = words["power.quota"],
            HelpName = "Q",
            Required = true,
        };
        var json = Options.Json(words);
        var file = new Argument<string>("FILE") { Description = words["power.file"] };
        var command = new Command("power", words["power"]) { index, quota, json, file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var options = new PowerOptions(
                parsed.GetRequiredValue(index),
                parsed.GetRequiredValue(quota),
                parsed.GetValue(json),
                path
            );
            return InputFile.Answer(
                path,
                words,
                bytes => PowerCommand.Run(bytes, options),
                options.Json
            );
        });
        return command;
    }
}
