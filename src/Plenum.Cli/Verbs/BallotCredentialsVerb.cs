using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot credentials</c>: makes what voters vote with, and the public list.</summary>
internal static class BallotCredentialsVerb
{
    public static Command Command(Words words)
    {
        var uuid = new Option<string?>("--uuid")
        {
            Description = words["ballot.uuid"],
            HelpName = "UUID",
        };
        var group = BallotVerb.Group(words);
        var count = BallotRehearseVerb.Number("--count", "N", words["ballot.credentials.count"]);
        var weights = new Option<string?>("--weights")
        {
            Description = words["ballot.credentials.weights"],
            HelpName = "FILE",
        };
        var to = BallotVerb.Out(words);
        var command = new Command("credentials", words["ballot.credentials"])
        {
            uuid,
            group,
            count,
            weights,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Credentials(
                    parsed.GetValue(uuid) ?? Hands.NewUuid(),
                    parsed.GetRequiredValue(group),
                    (parsed.GetValue(count), parsed.GetValue(weights)) switch
                    {
                        (> 0 and <= 1_000_000 and var number, null) =>
                        [
                            .. Enumerable.Repeat(BigInteger.One, number),
                        ],
                        (null, { } file) => Weights(file, words),
                        _ => throw new TroubleException(
                            words["ballot.credentials.either"],
                            Exit.BadInput
                        ),
                    }
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    private static IReadOnlyList<BigInteger> Weights(string file, Words words) =>
        [
            .. BallotFiles
                .Lines(file, words)
                .Select(
                    (line, at) =>
                        BigInteger.TryParse(
                            line,
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var weight
                        )
                        && weight.Sign > 0
                            ? weight
                            : throw new TroubleException(
                                words[
                                    "ballot.credentials.weight",
                                    ("line", at + 1),
                                    ("what", file)
                                ],
                                Exit.BadInput
                            )
                ),
        ];
}
