using System.Collections.Immutable;
using System.Numerics;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot.Making;

/// <summary>A trustee's part: the factor of each ciphertext, with both proofs.</summary>
internal static class Decryption
{
    public static (PartialDecryption Part, ImmutableArray<ImmutableArray<Proof>> Strong) Make(
        Tally tally,
        int owner,
        TrusteeKey key
    )
    {
        var group = tally.Election.Group;
        var prefix = PartialDecryption.Prefix(tally.Election.Fingerprint, key.Public);
        var made = tally
            .Questions.Select(question =>
            {
                var parts = new (Element Factor, Proof Weak, Proof Strong)[question.Length];
                Cores.Each(
                    parts.Length,
                    at =>
                    {
                        var alpha = question[at].Alpha;
                        var factor = group.PowerSecret(alpha, key.Secret);
                        parts[at] = (
                            factor,
                            Prove(key, alpha, prefix),
                            Prove(
                                key,
                                alpha,
                                StrongProofs.Prefix(
                                    tally.Election.Fingerprint,
                                    key.Public,
                                    alpha,
                                    factor
                                )
                            )
                        );
                    }
                );
                return parts;
            })
            .ToArray();
        return (
            new(
                owner,
                [.. made.Select(q => q.Select(p => p.Factor).ToImmutableArray())],
                [.. made.Select(q => q.Select(p => p.Weak).ToImmutableArray())]
            ),
            [.. made.Select(q => q.Select(p => p.Strong).ToImmutableArray())]
        );
    }

    private static Proof Prove(TrusteeKey key, Element alpha, string prefix)
    {
        var group = key.Group;
        // One mask for one challenge, and never another.
        var mask = group.RandomExponent();
        var challenge = group.Challenge(
            prefix,
            group.PowerSecret(group.Generator, mask),
            group.PowerSecret(alpha, mask)
        );
        return new(challenge, Secrets.Respond(group, mask, key.Secret, challenge));
    }
}
