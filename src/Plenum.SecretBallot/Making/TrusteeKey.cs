using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>The key of a trustee, or of one member of a group of trustees.</summary>
internal sealed record TrusteeKey(Group Group, BigInteger Secret)
{
    public Element Public { get; } = Group.PowerSecret(Group.Generator, Secret);

    public static TrusteeKey New(Group group) => new(group, group.RandomExponent());

    public static TrusteeKey Read(Group group, byte[] bytes) =>
        group.ParseExponent(
            Shape.Word(JsonReader.Read([.. bytes.AsSpan().Trim("\r\n "u8)], "key"), "key")
        )
            is { } secret
            ? new(group, secret)
            : throw new RejectedException(
                "key",
                "key",
                $"This is no private key in the group {group.Name}."
            );

    public byte[] PrivateBytes() => Encoding.ASCII.GetBytes($"\"{Decimals.Text(Secret)}\"");

    /// <summary>The public key with the proof that somebody holds the secret.</summary>
    public string PublicJson() =>
        $"{{\"pok\":{new Hand(Group).ProveKnowledge(Secret, TrusteeList.Possession(Public))},\"public_key\":\"{Public.Text}\"}}";

    public override string ToString() => "(a key)";
}
