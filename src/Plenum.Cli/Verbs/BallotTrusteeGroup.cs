using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary>The steps by which a group of trustees makes a key of which some are enough to decrypt.</summary>
internal static class BallotTrusteeGroup
{
    public static Command Certificate(Words words)
    {
        var (group, to) = (BallotVerb.Group(words), BallotVerb.Out(words));
        var size = Number("--trustees", "K", words["ballot.trustee.size"]);
        var threshold = Number("--threshold", "T", words["ballot.threshold"]);
        var number = Number("--number", "N", words["ballot.trustee.number"]);
        var command = new Command("certificate", words["ballot.trustee.certificate"])
        {
            group,
            size,
            threshold,
            number,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.TrusteeCertificate(
                    parsed.GetRequiredValue(group),
                    parsed.GetValue(size),
                    parsed.GetValue(threshold),
                    parsed.GetValue(number)
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    public static Command Polynomial(Words words)
    {
        var (key, to) = (
            BallotTrusteeVerb.Key(words, "ballot.trustee.seed"),
            BallotVerb.Out(words)
        );
        var certificates = Files("--certificates", words["ballot.trustee.certificates"]);
        var command = new Command("polynomial", words["ballot.trustee.polynomial"])
        {
            key,
            certificates,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.TrusteePolynomial(
                    BallotFiles.Text(parsed.GetRequiredValue(key), words),
                    BallotFiles.All(parsed.GetRequiredValue(certificates), words)
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    public static Command Share(Words words)
    {
        var (key, to) = (
            BallotTrusteeVerb.Key(words, "ballot.trustee.seed"),
            BallotVerb.Out(words)
        );
        var certificates = Files("--certificates", words["ballot.trustee.certificates"]);
        var polynomials = Files("--polynomials", words["ballot.trustee.polynomials"]);
        var command = new Command("share", words["ballot.trustee.share"])
        {
            key,
            certificates,
            polynomials,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.TrusteeShare(
                    BallotFiles.Text(parsed.GetRequiredValue(key), words),
                    BallotFiles.All(parsed.GetRequiredValue(certificates), words),
                    BallotFiles.All(parsed.GetRequiredValue(polynomials), words)
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    public static Command Together(Words words)
    {
        var to = BallotVerb.Out(words);
        var certificates = Files("--certificates", words["ballot.trustee.certificates"]);
        var polynomials = Files("--polynomials", words["ballot.trustee.polynomials"]);
        var keys = Files("--public-keys", words["ballot.trustee.public-keys"]);
        var command = new Command("together", words["ballot.trustee.together"])
        {
            certificates,
            polynomials,
            keys,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.TrusteesTogether(
                    BallotFiles.All(parsed.GetRequiredValue(certificates), words),
                    BallotFiles.All(parsed.GetRequiredValue(polynomials), words),
                    BallotFiles.All(parsed.GetRequiredValue(keys), words)
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    private static Option<string[]> Files(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };

    private static Option<int> Number(string name, string help, string description) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            Required = true,
        };
}
