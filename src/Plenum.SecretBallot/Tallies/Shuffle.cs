using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>All rankings in another order and encrypted anew, with a proof for each question.</summary>
internal sealed record Shuffle(
    ImmutableArray<ImmutableArray<Ciphertext>> Lists,
    ImmutableArray<ShuffleProof> Proofs
)
{
    /// <summary>Reads a shuffle of these lists and checks every proof.</summary>
    public static Shuffle Read(
        Election election,
        ImmutableArray<ImmutableArray<Ciphertext>> before,
        byte[] bytes,
        string place
    )
    {
        var group = election.Group;
        var fields = Shape.Fields(JsonReader.Read(bytes, place), place, "ciphertexts", "proofs");
        var lists = Shape.Items(fields[0], place + ".ciphertexts", before.Length);
        var proofs = Shape.Items(fields[1], place + ".proofs", before.Length);
        var shuffle = new Shuffle(
            [
                .. lists.Select(
                    (list, at) =>
                        Shape
                            .Items(list, $"{place}.ciphertexts[{at}]", before[at].Length)
                            .Select(
                                (c, row) =>
                                    Ciphertext.Read(group, c, $"{place}.ciphertexts[{at}][{row}]")
                            )
                            .ToImmutableArray()
                ),
            ],
            [
                .. proofs.Select(
                    (proof, at) =>
                        ShuffleProof.Read(group, proof, before[at].Length, $"{place}.proofs[{at}]")
                ),
            ]
        );
        for (var at = 0; at < before.Length; at++)
        {
            Members(
                group,
                [.. shuffle.Lists[at].SelectMany(c => new[] { c.Alpha, c.Beta })],
                $"{place}.ciphertexts[{at}]"
            );
            Members(group, [.. shuffle.Proofs[at].All], $"{place}.proofs[{at}]");
            if (!ShuffleCheck.Holds(election, before[at], shuffle.Lists[at], shuffle.Proofs[at]))
                throw new RejectedException(
                    "shuffle.proof",
                    $"{place}.proofs[{at}]",
                    "The proof that these are the same rankings in another order does not hold."
                );
        }
        return shuffle;
    }

    private static void Members(Group group, Element[] elements, string place) =>
        Cores.Each(
            elements.Length,
            at =>
            {
                if (!group.Contains(elements[at]))
                    throw Shape.Outside(
                        group,
                        string.Create(CultureInfo.InvariantCulture, $"{place}, number {at + 1}")
                    );
            }
        );

    public byte[] Bytes() =>
        Encoding.ASCII.GetBytes(
            $"{{\"ciphertexts\":[{string.Join(',', Lists.Select(l => "[" + string.Join(',', l) + "]"))}],\"proofs\":[{string.Join(',', Proofs)}]}}"
        );
}
