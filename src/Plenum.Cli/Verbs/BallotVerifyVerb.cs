using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot verify</c>: checks an archive from its first byte to its last.</summary>
internal static class BallotVerifyVerb
{
    public static Command Command(Words words)
    {
        var file = new Argument<string>("FILE") { Description = words["ballot.archive"] };
        var strong = Strong(words);
        var shuffles = new Option<int?>("--shuffles")
        {
            Description = words["ballot.verify.shuffles"],
            HelpName = "N",
        };
        var json = Options.Json(words);
        var command = new Command("verify", words["ballot.verify"])
        {
            file,
            strong,
            shuffles,
            json,
        };
        command.SetAction(parsed =>
        {
            var verification = Verifier.Verify(
                BallotFiles.Read(parsed.GetRequiredValue(file), words),
                parsed.GetValue(strong) is { } proofs ? BallotFiles.Read(proofs, words) : null,
                new() { Shuffles = parsed.GetValue(shuffles) }
            );
            var asJson = parsed.GetValue(json);
            var to = asJson || verification is Verification.Valid ? Console.Out : Console.Error;
            if (asJson)
                to.WriteLine(BallotReport.Json(verification));
            else
                BallotReport.Say(verification, to, words);
            return verification switch
            {
                Verification.Valid => Exit.Yes,
                Verification.Rejected => Exit.No,
                Verification.Unreadable => Exit.BadInput,
            };
        });
        return command;
    }

    public static Option<string?> Strong(Words words) =>
        new("--strong-proofs") { Description = words["ballot.strong"], HelpName = "FILE" };
}
