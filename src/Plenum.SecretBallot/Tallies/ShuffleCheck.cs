using System.Numerics;
using System.Security.Cryptography;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>
/// Checks the proof of one shuffle. Its equations are not checked one by one: each is raised to a random power of 128
/// bits drawn here, and their product must be 1. All elements belong to the group of prime order, which is checked
/// first, so that a proof with one wrong equation passes once in 2^128 times.
/// </summary>
internal static class ShuffleCheck
{
    public static bool Holds(
        Election election,
        IReadOnlyList<Ciphertext> before,
        IReadOnlyList<Ciphertext> after,
        ShuffleProof proof
    )
    {
        var (group, count) = (election.Group, before.Count);
        var h = Generators.Of(group, count);
        var u = ShuffleProof.Entries(election, before, after, proof.C);
        var c = proof.Challenge(election, before, after);
        var (r1, r2, r3, r41, r42) = (Weight(), Weight(), Weight(), Weight(), Weight());
        var weights = new BigInteger[count];
        for (var at = 0; at < count; at++)
            weights[at] = Weight();
        var product = u.Aggregate(BigInteger.One, (left, right) => left * right % group.Order);
        // Each exponent gathers what all equations say of its base; equations are written with everything on one side.
        var (ofG, ofY, ofH) = (
            -r1 * proof.S1 - r2 * proof.S2 - r3 * proof.S3 + r42 * proof.S4,
            r41 * proof.S4,
            -c * r2 * product
        );
        List<Factor> full = [];
        List<Factor> half = [];
        List<Factor> small =
        [
            new(proof.T1.Limbs, r1),
            new(proof.T2.Limbs, r2),
            new(proof.T3.Limbs, r3),
            new(proof.T41.Limbs, r41),
            new(proof.T42.Limbs, r42),
        ];
        for (var at = 0; at < count; at++)
        {
            var answer = proof.SPrime[at];
            full.Add(new(h[at + 1].Limbs, Reduced(-r3 * answer - c * r1)));
            full.Add(new(after[at].Beta.Limbs, Reduced(-r41 * answer)));
            full.Add(new(after[at].Alpha.Limbs, Reduced(-r42 * answer)));
            full.Add(
                new(
                    proof.CHat[at].Limbs,
                    Reduced(
                        c * weights[at]
                            + (at + 1 < count ? -weights[at + 1] * proof.SPrime[at + 1] : c * r2)
                    )
                )
            );
            half.Add(new(proof.C[at].Limbs, r1 + r3 * u[at]));
            half.Add(new(before[at].Beta.Limbs, r41 * u[at]));
            half.Add(new(before[at].Alpha.Limbs, r42 * u[at]));
            small.Add(new(proof.THat[at].Limbs, weights[at]));
            ofG -= weights[at] * proof.SHat[at];
            if (at == 0)
                ofH -= weights[0] * answer;
        }
        // With nothing to shuffle the chain ends where it begins.
        full.Add(new(h[0].Limbs, Reduced(count > 0 ? ofH : ofH + c * r2)));
        full.Add(new(group.Generator.Limbs, Reduced(ofG)));
        full.Add(new(election.PublicKey.Limbs, Reduced(ofY)));
        var together =
            group.Product(full) * group.Power(group.Product(half), c) * group.Product(small);
        return together.Equals(group.One);

        BigInteger Reduced(BigInteger exponent) => group.Subtract(exponent % group.Order, 0);
    }

    private static BigInteger Weight()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new(bytes, isUnsigned: true);
    }
}
