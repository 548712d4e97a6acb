using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>
/// Proofs that bind each factor of a decryption to its ciphertext, which the protocol's own do not. They are published
/// beside the archive, and programs that do not know them do not miss them.
/// </summary>
internal sealed record StrongProofs(
    ImmutableSortedDictionary<int, ImmutableArray<ImmutableArray<Proof>>> Owners
)
{
    public static StrongProofs None { get; } =
        new(ImmutableSortedDictionary<int, ImmutableArray<ImmutableArray<Proof>>>.Empty);

    public static string Prefix(string fingerprint, Element key, Element alpha, Element factor) =>
        $"plenum-decrypt|{fingerprint}|{key.Group.Name}|{key.Text}|{alpha.Text}|{factor.Text}|";

    public static StrongProofs Read(Election election, byte[] bytes)
    {
        const string place = "strong proofs";
        var fields = Shape.Fields(
            JsonReader.Read(bytes, place),
            place,
            "version",
            "election_hash",
            "trustees"
        );
        Election.Version(fields[0], place);
        if (Shape.Word(fields[1], place + ".election_hash") != election.Fingerprint)
            throw new RejectedException(
                "strong.election",
                place + ".election_hash",
                "These proofs belong to another election."
            );
        var owners = ImmutableSortedDictionary.CreateBuilder<
            int,
            ImmutableArray<ImmutableArray<Proof>>
        >();
        foreach (var item in Shape.Items(fields[2], place + ".trustees"))
        {
            var parts = Shape.Fields(item, place, "owner", "proofs");
            var owner = Shape.Small(parts[0], place + ".owner", 200);
            var here = string.Create(CultureInfo.InvariantCulture, $"{place} of trustee {owner}");
            var lists = Shape
                .Items(parts[1], here, election.Questions.Length)
                .Select(
                    (list, q) =>
                        Shape
                            .Items(list, $"{here}[{q}]")
                            .Select((p, at) => Proof.Read(election.Group, p, $"{here}[{q}][{at}]"))
                            .ToImmutableArray()
                );
            if (owners.ContainsKey(owner))
                throw new RejectedException(
                    "strong.twice",
                    here,
                    "The trustee stands there twice."
                );
            owners.Add(owner, [.. lists]);
        }
        return new(owners.ToImmutable());
    }

    /// <summary>The proofs of one trustee, as many as there are factors.</summary>
    public ImmutableArray<ImmutableArray<Proof>> Of(int owner, Tally tally)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"strong proofs of trustee {owner}"
        );
        if (!Owners.TryGetValue(owner, out var proofs))
            throw new RejectedException("strong.missing", place, "They are not in the file.");
        for (var q = 0; q < proofs.Length; q++)
            if (proofs[q].Length != tally.Questions[q].Length)
                throw new RejectedException(
                    "strong.length",
                    place,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Question {q + 1} has {tally.Questions[q].Length} factors and {proofs[q].Length} proofs."
                    )
                );
        return proofs;
    }

    public byte[] Bytes(Election election) =>
        Encoding.ASCII.GetBytes(
            $"{{\"version\":1,\"election_hash\":\"{election.Fingerprint}\",\"trustees\":[{string.Join(',', Owners.Select(o => $"{{\"owner\":{Decimals.Text(o.Key)},\"proofs\":[{string.Join(',', o.Value.Select(q => "[" + string.Join(',', q) + "]"))}]}}"))}]}}"
        );
}
