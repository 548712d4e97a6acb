using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Making;

/// <summary>What a member of a group of trustees keeps while the group makes its key: both of its keys come from it.</summary>
internal sealed record TrusteeSeed(Group Group, string Text)
{
    private const int Length = 22;

    public BigInteger Signs { get; } = Derived(Group, "sk", Text);

    public BigInteger Decrypts { get; } = Derived(Group, "dk", Text);

    public Element Verification => Group.PowerSecret(Group.Generator, Signs);

    public Element Encryption => Group.PowerSecret(Group.Generator, Decrypts);

    public static TrusteeSeed New(Group group)
    {
        var drawn = new char[Length];
        for (var at = 0; at < drawn.Length; at++)
            drawn[at] = Election.Base58[RandomNumberGenerator.GetInt32(Election.Base58.Length)];
        return new(group, new(drawn));
    }

    public static TrusteeSeed Parse(Group group, string typed) =>
        typed.Trim() is { Length: Length } text && text.All(Election.Base58.Contains)
            ? new(group, text)
            : throw new RejectedException(
                "seed",
                "key",
                "The key of a member of a group of trustees has 22 digits and letters, without 0, I, O and l."
            );

    private static BigInteger Derived(Group group, string name, string text) =>
        new BigInteger(
            SHA256.HashData(Encoding.ASCII.GetBytes($"{name}|{text}")),
            isUnsigned: true,
            isBigEndian: true
        ) % group.Order;

    public override string ToString() => "(a seed)";
}
