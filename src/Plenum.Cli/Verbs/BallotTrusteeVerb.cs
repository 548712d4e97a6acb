using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot trustee</c>: what a trustee does, step by step, on a machine of their own.</summary>
internal static class BallotTrusteeVerb
{
    public static Command Command(Words words) =>
        new("trustee", words["ballot.trustee"])
        {
            New(words),
            BallotTrusteeGroup.Certificate(words),
            BallotTrusteeGroup.Polynomial(words),
            BallotTrusteeGroup.Share(words),
            BallotTrusteeGroup.Together(words),
            List(words),
            Shuffle(words),
            Decrypt(words),
        };

    private static Command New(Words words)
    {
        var (group, to) = (BallotVerb.Group(words), BallotVerb.Out(words));
        var command = new Command("new", words["ballot.trustee.new"]) { group, to };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.TrusteeAlone(parsed.GetRequiredValue(group)),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    private static Command List(Words words)
    {
        var (group, to) = (BallotVerb.Group(words), BallotVerb.Out(words));
        var files = new Argument<string[]>("FILE")
        {
            Description = words["ballot.trustee.list.files"],
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("list", words["ballot.trustee.list"]) { group, files, to };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Trustees(
                    parsed.GetRequiredValue(group),
                    BallotFiles.All(parsed.GetRequiredValue(files), words)
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    private static Command Shuffle(Words words)
    {
        var (archive, to) = (BallotVerb.Archive(words), BallotVerb.Out(words));
        var command = new Command("shuffle", words["ballot.trustee.shuffle"]) { archive, to };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Shuffle(BallotFiles.Read(parsed.GetRequiredValue(archive), words)),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    private static Command Decrypt(Words words)
    {
        var (archive, to) = (BallotVerb.Archive(words), BallotVerb.Out(words));
        var key = Key(words, "ballot.trustee.key");
        var strong = BallotVerifyVerb.Strong(words);
        var command = new Command("decrypt", words["ballot.trustee.decrypt"])
        {
            archive,
            key,
            strong,
            to,
        };
        command.SetAction(parsed =>
            BallotFiles.Keep(
                Hands.Decrypt(
                    BallotFiles.Read(parsed.GetRequiredValue(archive), words),
                    BallotFiles.Read(parsed.GetRequiredValue(key), words),
                    parsed.GetValue(strong) is { } proofs ? BallotFiles.Read(proofs, words) : null
                ),
                parsed.GetRequiredValue(to),
                words
            )
        );
        return command;
    }

    public static Option<string> Key(Words words, string sentence) =>
        BallotVerb.File("--key", words[sentence]);
}
