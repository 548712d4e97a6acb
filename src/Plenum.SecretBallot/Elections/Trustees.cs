using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Elections;

/// <summary>Those who hold parts of the key: each alone, or a group of whom some number is enough.</summary>
internal abstract record TrusteeGroup
{
    private TrusteeGroup() { }

    public sealed record Single(Element Key) : TrusteeGroup;

    /// <summary>A group made by the protocol of Pedersen; its members in the order of their numbers.</summary>
    public sealed record Threshold(int Needed, ImmutableArray<Element> Keys) : TrusteeGroup;
}

/// <summary>All trustees of an election, numbered from 1 across the list, and the key that is theirs together.</summary>
internal sealed record TrusteeList(
    ImmutableArray<TrusteeGroup> Groups,
    ImmutableArray<Element> Keys,
    Element Together,
    bool BeforeAgreement
)
{
    private const int Most = 200;

    public static TrusteeList Read(byte[] bytes, Group group)
    {
        const string place = "trustees";
        var items = Shape.Items(JsonReader.Read(bytes, place), place);
        if (items.Length is 0 or > Most)
            throw new RejectedException(
                "trustees.none",
                place,
                "There is no trustee, or more than 200."
            );
        var groups = ImmutableArray.CreateBuilder<TrusteeGroup>();
        var keys = ImmutableArray.CreateBuilder<Element>();
        var together = group.One;
        var old = false;
        for (var at = 0; at < items.Length; at++)
        {
            var here = $"{place}[{at}]";
            var pair = Shape.Items(items[at], here, 2);
            switch (Shape.Word(pair[0], here))
            {
                case "Single":
                    var key = ReadKey(group, pair[1], here);
                    groups.Add(new TrusteeGroup.Single(key));
                    keys.Add(key);
                    together *= key;
                    break;
                case "Pedersen":
                    var parameters = ThresholdParameters.Read(group, pair[1], here);
                    groups.Add(new TrusteeGroup.Threshold(parameters.Needed, parameters.Keys));
                    keys.AddRange(parameters.Keys);
                    together *= parameters.Together;
                    old |= parameters.BeforeAgreement;
                    break;
                case var other:
                    throw new RejectedException(
                        "trustees.kind",
                        here,
                        $"Found '{other}', expected 'Single' or 'Pedersen'."
                    );
            }
        }
        if (keys.Count > Most)
            throw new RejectedException(
                "trustees.none",
                place,
                "There are more than 200 trustees."
            );
        if (keys.Distinct().Count() != keys.Count)
            throw new RejectedException(
                "trustees.twice",
                place,
                "One key belongs to two trustees."
            );
        return new(groups.ToImmutable(), keys.ToImmutable(), together, old);
    }

    /// <summary>A public key with the proof that somebody holds its secret.</summary>
    public static Element ReadKey(Group group, Json? value, string place)
    {
        var fields = Shape.AnyOrder(value!, place, "pok", "public_key", "name?");
        if (fields[2] is { } name)
            Shape.Word(name, place + ".name");
        var key = Shape.Member(group, fields[1], place + ".public_key");
        if (key.Equals(group.One))
            throw new RejectedException(
                "trustees.key",
                place,
                "The key is 1, which hides nothing."
            );
        var proof = Proof.Read(group, fields[0], place + ".pok");
        return Knowledge.Holds(group, key, proof, Possession(key))
            ? key
            : throw new RejectedException(
                "trustees.proof",
                place + ".pok",
                "The proof that this trustee holds the secret of the key does not hold."
            );
    }

    public static string Possession(Element key) => $"pok|{key.Group.Name}|{key.Text}|";

    /// <summary>Which owners are missing before the result can be worked out, in words; null when none.</summary>
    public string? Missing(IReadOnlyCollection<int> owners)
    {
        var first = 1;
        foreach (var item in Groups)
        {
            switch (item)
            {
                case TrusteeGroup.Single when !owners.Contains(first):
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"trustee {first} has not decrypted"
                    );
                case TrusteeGroup.Single:
                    first++;
                    break;
                case TrusteeGroup.Threshold(var needed, var keys):
                    var present = owners.Count(o => o >= first && o < first + keys.Length);
                    if (present < needed)
                        return string.Create(
                            CultureInfo.InvariantCulture,
                            $"{present} of trustees {first} to {first + keys.Length - 1} have decrypted, and {needed} are needed"
                        );
                    first += keys.Length;
                    break;
            }
        }
        return null;
    }
}
