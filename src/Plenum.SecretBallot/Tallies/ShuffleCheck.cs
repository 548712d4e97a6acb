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
        // The weight of the third equation is 1, which costs nothing: the others are drawn.
        var (r1, r2, r41, r42) = (Weight(), Weight(), Weight(), Weight());
        var weights = new BigInteger[count];
        for (var at = 0; at < count; at++)
            weights[at] = Weight();
        var product = u.Aggregate(BigInteger.One, (left, right) => left * right % group.Order);
        // On the left what is raised to the challenge, and the commitments; on the right what answers them.
        List<Factor> challenged = [];
        List<Factor> left =
        [
            new(proof.T1.Limbs, r1),
            new(proof.T2.Limbs, r2),
            new(proof.T3.Limbs, BigInteger.One),
            new(proof.T41.Limbs, r41),
            new(proof.T42.Limbs, r42),
        ];
        var answered = new Factor[2 * count];
        Cores.Each(
            count,
            at =>
            {
                // Three equations have the same answer here: their bases are put together first.
                var bases = h[at + 1] * group.Pair(after[at].Beta, r41, after[at].Alpha, r42);
                answered[2 * at] = new(bases.Limbs, proof.SPrime[at]);
                answered[2 * at + 1] = new(
                    (at == 0 ? h[0] : proof.CHat[at - 1]).Limbs,
                    Short(weights[at] * proof.SPrime[at])
                );
            }
        );
        for (var at = 0; at < count; at++)
        {
            challenged.Add(new(proof.C[at].Limbs, r1 + u[at]));
            challenged.Add(new(before[at].Beta.Limbs, r41 * u[at]));
            challenged.Add(new(before[at].Alpha.Limbs, r42 * u[at]));
            challenged.Add(
                new(proof.CHat[at].Limbs, at == count - 1 ? weights[at] + r2 : weights[at])
            );
            left.Add(new(proof.THat[at].Limbs, weights[at]));
        }
        var ofG =
            r1 * proof.S1
            + r2 * proof.S2
            + proof.S3
            + weights.Select((w, at) => w * proof.SHat[at]).Aggregate(BigInteger.Zero, Sum);
        // The chain ends in the product of all entries; with nothing to shuffle it ends where it begins.
        var ofStart = count > 0 ? c * r2 * product : BigInteger.Zero;
        List<Factor> right =
        [
            new(group.Generator.Limbs, ofG % group.Order),
            new(h[0].Limbs, ofStart % group.Order),
            new(group.Product(h.Skip(1)).Limbs, c * r1 % group.Order),
        ];
        left.Add(new(group.Generator.Limbs, r42 * proof.S4 % group.Order));
        left.Add(new(election.PublicKey.Limbs, r41 * proof.S4 % group.Order));
        return (
            group.Power(group.Product(challenged), c)
            * group.Product(left.Take(5 + count).ToList())
            * group.Product(left.Skip(5 + count).ToList())
        ).Equals(group.Product(right) * group.Product(answered));

        BigInteger Short(BigInteger exponent) =>
            exponent.GetBitLength() > group.OrderBits ? exponent % group.Order : exponent;

        static BigInteger Sum(BigInteger one, BigInteger other) => one + other;
    }

    private static BigInteger Weight()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new(bytes, isUnsigned: true);
    }
}
