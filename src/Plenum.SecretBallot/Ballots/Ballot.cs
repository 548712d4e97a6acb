using System.Collections.Immutable;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Ballots;

/// <summary>A ballot as it was cast: encrypted answers, signed with the voter's credential.</summary>
internal sealed record Ballot(
    string Credential,
    ImmutableArray<Answer> Answers,
    string SignedDigest,
    Proof Signature,
    string Hash
)
{
    public string Tracker => Digest.Short(Hash);

    /// <summary>Reads a ballot of this election and checks its form and what it refers to; proofs come later.</summary>
    public static Ballot Read(Election election, byte[] bytes, string place)
    {
        var fields = Shape.Fields(
            JsonReader.Read(bytes, place),
            place,
            "election_uuid",
            "election_hash",
            "credential",
            "answers",
            "signature"
        );
        if (Shape.Word(fields[0], place) != election.Uuid)
            throw new RejectedException(
                "ballot.election",
                place + ".election_uuid",
                "The ballot belongs to another election."
            );
        if (Shape.Word(fields[1], place) != election.Fingerprint)
            throw new RejectedException(
                "ballot.election",
                place + ".election_hash",
                "The ballot was made for other questions or another key."
            );
        var answers = Shape.Items(fields[3], place + ".answers", election.Questions.Length);
        var signature = Shape.Fields(fields[4]!, place + ".signature", "hash", "proof");
        var ballot = new Ballot(
            Shape.Word(fields[2], place + ".credential"),
            [
                .. answers.Select(
                    (a, at) =>
                        Answer.Read(
                            election.Group,
                            election.Questions[at],
                            a,
                            $"{place}.answers[{at}]"
                        )
                ),
            ],
            Shape.Word(signature[0], place + ".signature.hash"),
            Proof.Read(election.Group, signature[1], place + ".signature.proof"),
            Digest.Hex(bytes)
        );
        // What is signed is the ballot without its signature, which is its last field.
        var tail = Encoding.UTF8.GetBytes(ballot.SignatureJson());
        byte[] signed = [.. bytes.AsSpan(0, bytes.Length - tail.Length), (byte)'}'];
        if (!bytes.AsSpan().EndsWith(tail) || Digest.Short(signed) != ballot.SignedDigest)
            throw new RejectedException(
                "ballot.digest",
                place + ".signature.hash",
                "The digest that is signed is not the ballot's."
            );
        return ballot;
    }

    public static string Unsigned(
        Election election,
        string credential,
        IEnumerable<Answer> answers
    ) =>
        $"{{\"election_uuid\":\"{election.Uuid}\",\"election_hash\":\"{election.Fingerprint}\",\"credential\":\"{credential}\",\"answers\":[{string.Join(',', answers.Select(a => a.Json()))}]}}";

    private string SignatureJson() => SignatureJson(SignedDigest, Signature);

    public static string SignatureJson(string digest, Proof signature) =>
        $",\"signature\":{{\"hash\":{JsonWriter.Quoted(digest)},\"proof\":{signature}}}}}";

    public static string SignaturePrefix(string digest) => $"sig|{digest}|";
}
