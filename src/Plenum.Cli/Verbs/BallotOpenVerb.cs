using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot open</c>: the first records of an archive, from what all hands made.</summary>
internal static class BallotOpenVerb
{
    public static Command Command(Words words)
    {
        var uuid = new Option<string>("--uuid")
        {
            Description = words["ballot.uuid"],
            HelpName = "UUID",
            Required = true,
        };
        var group = BallotVerb.Group(words);
        var questions = BallotRehearseVerb.Questions(words);
        var trustees = BallotVerb.File("--trustees", words["ballot.open.trustees"]);
        var credentials = BallotVerb.File("--credentials", words["ballot.open.credentials"]);
        var to = BallotVerb.Out(words);
        var command = new Command("open", words["ballot.open"])
        {
            uuid,
            group,
            questions,
            trustees,
            credentials,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Open(
                    parsed.GetRequiredValue(uuid),
                    BallotFiles.Read(parsed.GetRequiredValue(questions), words),
                    parsed.GetRequiredValue(group),
                    BallotFiles.Read(parsed.GetRequiredValue(trustees), words),
                    BallotFiles.Read(parsed.GetRequiredValue(credentials), words),
                    TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }
}
