using System.CommandLine;
using Plenum.Counting;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum apportion</c>: gives seats to sections by their size.</summary>
internal static class ApportionVerb
{
    public static Command Command(Words words)
    {
        var method = new Option<string>("--method")
        {
            Description = words[
                "apportion.method",
                ("methods", string.Join(", ", ApportionMethods.All))
            ],
            HelpName = "METHOD",
            Required = true,
        };
        var seats = Of<int?>("seats", "N");
        var (min, max) = (Of<int?>("min", "N"), Of<int?>("max", "N"));
        max.Aliases.Add("--cap");
        var (per, remainder) = (Of<string?>("per", "MEMBERS"), Of<string?>("remainder", "WHICH"));
        remainder.Aliases.Add("--rounding");
        var firstMembers = Of<string?>("first-members", "MEMBERS");
        var firstSeats = Of<int?>("first-seats", "N");
        var bands = Of<string?>("bands", "TO:SEATS,...");
        var floor = Of<int?>("base", "N");
        var threshold = Of<string?>("threshold", "SIZE|PART%");
        var seed = new Option<string?>("--seed")
        {
            Description = words["count.seed"],
            HelpName = "HEX",
        };
        var json = Options.Json(words);
        var file = new Argument<string>("FILE") { Description = words["apportion.file"] };
        var command = new Command("apportion", words["apportion"])
        {
            method,
            seats,
            min,
            max,
            per,
            remainder,
            firstMembers,
            firstSeats,
            bands,
            floor,
            threshold,
            seed,
            json,
            file,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            return InputFile.Answer(
                path,
                words,
                bytes =>
                    ApportionCommand.Run(
                        bytes,
                        new ApportionOptions(
                            parsed.GetRequiredValue(method),
                            parsed.GetValue(seats),
                            parsed.GetValue(min),
                            parsed.GetValue(max),
                            parsed.GetValue(per),
                            parsed.GetValue(remainder),
                            parsed.GetValue(firstMembers),
                            parsed.GetValue(firstSeats),
                            parsed.GetValue(bands),
                            parsed.GetValue(floor),
                            parsed.GetValue(threshold),
                            parsed.GetValue(seed),
                            parsed.GetValue(json),
                            path
                        )
                    ),
                parsed.GetValue(json)
            );
        });
        return command;

        Option<T> Of<T>(string name, string value) =>
            new("--" + name) { Description = words["apportion." + name], HelpName = value };
    }
}
