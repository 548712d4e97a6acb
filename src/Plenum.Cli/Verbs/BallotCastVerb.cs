using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot cast</c>: encrypts and signs a vote on the voter's own machine.</summary>
internal static class BallotCastVerb
{
    public static Command Command(Words words)
    {
        var archive = BallotVerb.Archive(words);
        var credential = new Option<string>("--credential")
        {
            Description = words["ballot.cast.credential"],
            HelpName = "FILE",
            Required = true,
        };
        var vote = new Option<string>("--vote")
        {
            Description = words["ballot.cast.vote"],
            HelpName = "FILE",
            Required = true,
        };
        var to = BallotVerb.Out(words);
        var command = new Command("cast", words["ballot.cast"]) { archive, credential, vote, to };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Cast(
                    BallotFiles.Read(parsed.GetRequiredValue(archive), words),
                    Secret(parsed.GetRequiredValue(credential)),
                    Secret(parsed.GetRequiredValue(vote))
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    // From a file or from what is typed: what stands in the arguments, others on the machine can read.
    private static string Secret(string path) =>
        path == "-" ? Console.In.ReadLine() ?? "" : File.ReadAllText(path).Trim();
}
