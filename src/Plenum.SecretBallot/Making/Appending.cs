using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Tallies;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>What comes next in an archive: an object somebody made, or what follows from what is there.</summary>
internal static class Appending
{
    public const string EndBallots = "end-ballots";
    public const string Tally = "tally";
    public const string EndShuffles = "end-shuffles";
    public const string Result = "result";

    /// <summary>The bytes to put behind an archive for a word, or for an object and the trustee it is from.</summary>
    public static byte[] Next(Stage stage, string word, byte[]? content, int? trustee) =>
        content is null ? Word(stage, word) : Object(stage, content, trustee);

    private static byte[] Word(Stage stage, string word)
    {
        switch (word)
        {
            case EndBallots:
                return Behind(stage, EventKind.EndBallots);
            case EndShuffles:
                return Behind(stage, EventKind.EndShuffles);
            case Tally:
                var tally = stage.Tally.Bytes();
                return Behind(
                    stage,
                    EventKind.EncryptedTally,
                    tally,
                    stage.Tally.Sized(Digest.Hex(tally))
                );
            case Result:
                return Behind(stage, EventKind.Result, Outcome(stage).Bytes());
            default:
                throw new RejectedException(
                    "append.word",
                    word,
                    $"Nothing is called so; known are {EndBallots}, {Tally}, {EndShuffles}, {Result}, and files."
                );
        }
    }

    private static Outcome Outcome(Stage stage)
    {
        var parts = stage
            .Events.Where(e => e.Kind == EventKind.PartialDecryption)
            .Select(e => Part(stage, e.Objects[0], Owner(stage, e)))
            .ToDictionary(p => p.Owner);
        if (stage.Setup.Trustees.Missing(parts.Keys) is { } missing)
            throw new RejectedException("decryption.missing", "result", $"Not yet: {missing}.");
        return Opening.Of(stage.Tally, Combination.Of(stage.Tally, stage.Setup.Trustees, parts));
    }

    private static byte[] Object(Stage stage, byte[] content, int? trustee)
    {
        if (JsonReader.Read(content, "object") is not Json.Map(var fields) || fields.IsEmpty)
            throw Unknown();
        switch (fields[0].Key)
        {
            case "election_uuid":
                return Behind(stage, EventKind.Ballot, content);
            case "ciphertexts":
                if (trustee is not { } shuffler)
                    throw new RejectedException(
                        "append.trustee",
                        "object",
                        "A shuffle does not say by itself which trustee made it: give the number."
                    );
                return Behind(stage, EventKind.Shuffle, content, Owned.Write(shuffler, content));
            case "decryption_factors":
                var owner = trustee ?? Decrypter(stage, content);
                return Behind(
                    stage,
                    EventKind.PartialDecryption,
                    content,
                    Owned.Write(owner, content)
                );
            default:
                throw Unknown();
        }
    }

    // The proofs of a decryption hold for one key alone.
    private static int Decrypter(Stage stage, byte[] content)
    {
        for (var owner = 1; owner <= stage.Setup.Trustees.Keys.Length; owner++)
        {
            try
            {
                return Part(stage, content, owner).Owner;
            }
            catch (RejectedException rejected) when (rejected.Reason.Code == "decryption.proof")
            {
                // Another trustee's, or nobody's, as the end of the search tells.
            }
        }
        throw new RejectedException(
            "append.trustee",
            "object",
            "The proofs hold for the key of no trustee."
        );
    }

    private static PartialDecryption Part(Stage stage, byte[] content, int owner) =>
        PartialDecryption.Read(
            stage.Tally,
            owner,
            stage.Setup.Trustees.Keys[owner - 1],
            content,
            null,
            "object"
        );

    private static int Owner(Stage stage, ArchivedEvent happened) =>
        Owned.Read(
            happened.Objects[1],
            happened.Objects[0],
            stage.Setup.Trustees.Keys.Length,
            happened.Place
        );

    private static byte[] Behind(Stage stage, EventKind kind, params byte[][] objects) =>
        ArchiveWriter.Behind(stage.Time, stage.Events[^1], kind, objects);

    private static RejectedException Unknown() =>
        new("append.object", "object", "This is no ballot, no shuffle and no partial decryption.");
}
