using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot cast</c>: encrypts and signs a vote on the voter's own machine.</summary>
internal static class BallotCastVerb
{
    public static Command Command(Words words)
    {
        var archive = BallotVerb.Archive(words);
        var credential = BallotVerb.File("--credential", words["ballot.cast.credential"]);
        var vote = BallotVerb.File("--vote", words["ballot.cast.vote"]);
        var to = BallotVerb.Out(words);
        var command = new Command("cast", words["ballot.cast"]) { archive, credential, vote, to };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Cast(
                    BallotFiles.Read(parsed.GetRequiredValue(archive), words),
                    Secret(parsed.GetRequiredValue(credential), words),
                    Secret(parsed.GetRequiredValue(vote), words)
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    // From a file or from what is typed: what stands in the arguments, others on the machine can read.
    private static string Secret(string path, Words words) =>
        path == "-"
            ? Console.In.ReadLine() ?? ""
            : BallotFiles.Text(path, words).TrimStart('\uFEFF').Trim();
}
