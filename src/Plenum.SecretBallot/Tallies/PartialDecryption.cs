using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>One trustee's part of the decryption of every ciphertext.</summary>
internal sealed record PartialDecryption(
    int Owner,
    ImmutableArray<ImmutableArray<Element>> Factors,
    ImmutableArray<ImmutableArray<Proof>> Proofs
)
{
    /// <summary>The text that binds the proof of the protocol; it names neither ciphertext nor factor.</summary>
    public static string Prefix(string fingerprint, Element key) =>
        $"decrypt|{fingerprint}|{key.Text}|";

    /// <summary>Reads one and checks each proof, and the strong proofs where they are given.</summary>
    public static PartialDecryption Read(
        Tally tally,
        int owner,
        Element key,
        byte[] bytes,
        ImmutableArray<ImmutableArray<Proof>>? strong,
        string place
    )
    {
        var group = tally.Election.Group;
        var fields = Shape.Fields(
            JsonReader.Read(bytes, place),
            place,
            "decryption_factors",
            "decryption_proofs"
        );
        var factors = Shape.Items(fields[0], place + ".decryption_factors", tally.Questions.Length);
        var proofs = Shape.Items(fields[1], place + ".decryption_proofs", tally.Questions.Length);
        var part = new PartialDecryption(
            owner,
            [
                .. factors.Select(
                    (f, q) =>
                        Shape
                            .Items(f, $"{place}.decryption_factors[{q}]", tally.Questions[q].Length)
                            .Select(
                                (e, at) =>
                                    Shape.Element(
                                        group,
                                        e,
                                        $"{place}.decryption_factors[{q}][{at}]"
                                    )
                            )
                            .ToImmutableArray()
                ),
            ],
            [
                .. proofs.Select(
                    (p, q) =>
                        Proof.ReadAll(
                            group,
                            p,
                            $"{place}.decryption_proofs[{q}]",
                            tally.Questions[q].Length
                        )
                ),
            ]
        );
        var check = new DecryptionCheck(tally, key, tally.Questions.Sum(q => q.Length));
        for (var q = 0; q < tally.Questions.Length; q++)
        {
            var question = q;
            Cores.Each(
                tally.Questions[q].Length,
                at =>
                    check.Holds(
                        tally.Questions[question][at].Alpha,
                        part.Factors[question][at],
                        part.Proofs[question][at],
                        strong?[question][at],
                        string.Create(CultureInfo.InvariantCulture, $"{place}[{question}][{at}]")
                    )
            );
        }
        return part;
    }

    public byte[] Bytes() =>
        Encoding.ASCII.GetBytes(
            $"{{\"decryption_factors\":[{string.Join(',', Factors.Select(q => "[" + string.Join(',', q.Select(f => $"\"{f.Text}\"")) + "]"))}],\"decryption_proofs\":[{string.Join(',', Proofs.Select(q => "[" + string.Join(',', q) + "]"))}]}}"
        );
}
