using System.Numerics;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Proofs;

/// <summary>Proofs that somebody knows the logarithm of a public key (Schnorr 1991).</summary>
internal static class Knowledge
{
    public static bool Holds(Group group, Element key, Proof proof, string prefix, int uses = 1) =>
        Commitment(group, key, proof, uses) is var commitment
        && group.Challenge(prefix, commitment) == proof.Challenge;

    /// <summary>What the prover must have committed to.</summary>
    public static Element Commitment(Group group, Element key, Proof proof, int uses) =>
        uses > 4
            ? FromTable(group, group.Power(key, proof.Challenge), proof.Response, uses)
            : group.Power(key, proof.Challenge) * group.Power(group.Generator, proof.Response);

    private static Element FromTable(Group group, Element power, BigInteger response, int uses)
    {
        using var scratch = group.Engine.Rent(1);
        scratch.Load(scratch[0], power.Limbs);
        group.Table(group.Generator, uses).Multiply(scratch, scratch[0], response);
        return new(group, scratch.Stored(scratch[0]));
    }
}
