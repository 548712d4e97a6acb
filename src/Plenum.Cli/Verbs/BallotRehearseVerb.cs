using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot rehearse</c>: a whole election on this machine, with keys that are thrown away.</summary>
internal static class BallotRehearseVerb
{
    public static Command Command(Words words)
    {
        var voters = new Option<int>("--voters")
        {
            Description = words["ballot.voters"],
            HelpName = "N",
            Required = true,
        };
        var questions = Questions(words);
        var trustees = Number("--trustees", "K", words["ballot.trustees"]);
        var threshold = Number("--threshold", "T", words["ballot.threshold"]);
        var shuffles = Number("--shuffles", "S", words["ballot.shuffles"]);
        var revotes = Number("--revotes", "R", words["ballot.revotes"]);
        var weight = Number("--most-weight", "W", words["ballot.most-weight"]);
        var group = new Option<string?>("--group")
        {
            Description = words["ballot.group"],
            HelpName = "NAME",
        };
        var to = BallotVerb.Out(words);
        var command = new Command("rehearse", words["ballot.rehearse"])
        {
            voters,
            questions,
            trustees,
            threshold,
            shuffles,
            revotes,
            weight,
            group,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                new Rehearsal(
                    BallotFiles.Read(parsed.GetRequiredValue(questions), words),
                    parsed.GetValue(voters)
                )
                {
                    Trustees = parsed.GetValue(trustees) ?? 1,
                    Threshold = parsed.GetValue(threshold),
                    Shuffles = parsed.GetValue(shuffles),
                    Revotes = parsed.GetValue(revotes) ?? 0,
                    MostWeight = parsed.GetValue(weight) ?? 1,
                    Group = parsed.GetValue(group),
                    Time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                }.Run(),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    public static Option<string> Questions(Words words) =>
        BallotVerb.File("--questions", words["ballot.questions"]);

    public static Option<int?> Number(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
