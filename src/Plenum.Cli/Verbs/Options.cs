using System.CommandLine;

namespace Plenum.Cli.Verbs;

/// <summary>Options that several verbs have.</summary>
internal static class Options
{
    public static Option<bool> Json(Words words) =>
        new("--json") { Description = words["option.json"] };

    public static Option<string> Data(Words words) =>
        new("--data")
        {
            Description = words["option.data"],
            HelpName = "DIR",
            Required = true,
        };
}
