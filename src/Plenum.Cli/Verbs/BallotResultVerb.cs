using System.CommandLine;
using System.Text.Json.Nodes;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot result</c>: the result of an archive that verifies, and of no other.</summary>
internal static class BallotResultVerb
{
    public static Command Command(Words words)
    {
        var file = new Argument<string>("FILE") { Description = words["ballot.archive"] };
        var strong = BallotVerifyVerb.Strong(words);
        var json = Options.Json(words);
        var command = new Command("result", words["ballot.result"]) { file, strong, json };
        command.SetAction(parsed =>
        {
            var verification = Verifier.Verify(
                BallotFiles.Read(parsed.GetRequiredValue(file), words),
                parsed.GetValue(strong) is { } proofs ? BallotFiles.Read(proofs, words) : null
            );
            switch (verification)
            {
                case Verification.Valid { Election: { Results.IsEmpty: false } election }:
                    foreach (var warning in verification.Warnings)
                        Console.Error.WriteLine(words["ballot.warning", ("what", warning)]);
                    if (parsed.GetValue(json))
                        Console.Out.WriteLine(
                            new JsonObject
                            {
                                ["result"] = BallotReport.Result(election),
                            }.ToJsonString()
                        );
                    else
                        BallotReport.Results(election, Console.Out, words);
                    return Exit.Yes;
                case Verification.Valid:
                    Console.Error.WriteLine(words["ballot.no-result"]);
                    return Exit.No;
                case Verification.Rejected:
                    BallotReport.Say(verification, Console.Error, words);
                    return Exit.No;
                default:
                    BallotReport.Say(verification, Console.Error, words);
                    return Exit.BadInput;
            }
        });
        return command;
    }
}
