using System.Numerics;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;

namespace Plenum.SecretBallot.Making;

/// <summary>
/// How powers by secret exponents are worked out: in time that tells nothing, or, where all keys are thrown away
/// afterwards, from tables and fast.
/// </summary>
internal sealed class Hand(Group group, bool throwaway = false)
{
    public Group Group => group;

    public Element Raise(Element value, BigInteger secret) =>
        throwaway
            ? new(group, group.Table(value, 100).Power(secret))
            : group.PowerSecret(value, secret);

    public Element Generate(BigInteger secret) => Raise(group.Generator, secret);

    /// <summary>A number that is no secret by itself, hidden by a secret power of the key.</summary>
    public Ciphertext Encrypt(Element key, Element plain, BigInteger randomness) =>
        new(Generate(randomness), Raise(key, randomness) * plain);

    public Proof ProveKnowledge(BigInteger secret, string prefix)
    {
        var mask = group.RandomExponent();
        var challenge = group.Challenge(prefix, Generate(mask));
        return new(challenge, Secrets.Respond(group, mask, secret, challenge));
    }
}
