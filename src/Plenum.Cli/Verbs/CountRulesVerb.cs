using System.CommandLine;
using Plenum.Counting;
using Plenum.Counting.Marks;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum count rules</c>: every rule, with its source.</summary>
internal static class CountRulesVerb
{
    public static Command Command(Words words)
    {
        var json = Options.Json(words);
        var command = new Command("rules", words["count.rules"]) { json };
        command.SetAction(parsed =>
        {
            Console.Write(
                parsed.GetValue(json)
                    ? RuleList.Json()
                    : string.Concat(
                        CountingRule
                            .All.Select(rule => $"{rule.Id}\t{rule.Name}\t{rule.Source}\n")
                            .Append(
                                $"{TabulateCommand.Id}\t{TabulateCommand.Name}\t{TabulateCommand.Source}\n"
                            )
                    )
            );
            return Exit.Yes;
        });
        return command;
    }
}
