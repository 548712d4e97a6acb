using System.Numerics;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Ballots;

internal sealed partial class BallotCheck
{
    // Both commitments of each branch: that the ciphertext encrypts a number. With a place, membership is checked too.
    private Element[] Branches(
        Ciphertext ciphertext,
        ReadOnlySpan<(Proof Proof, int Number)> branches,
        string? place
    )
    {
        var challenges = new BigInteger[branches.Length];
        for (var at = 0; at < challenges.Length; at++)
            challenges[at] = branches[at].Proof.Challenge;
        var (alphas, betas) = (
            Raised(ciphertext.Alpha, challenges, place is null ? null : place + ".alpha"),
            Raised(ciphertext.Beta, challenges, place is null ? null : place + ".beta")
        );
        var commitments = new Element[2 * branches.Length];
        using var scratch = _group.Engine.Rent(1);
        for (var at = 0; at < challenges.Length; at++)
        {
            var (proof, number) = branches[at];
            scratch.Load(scratch[0], alphas[at].Limbs);
            _generator.Value.Multiply(scratch, scratch[0], proof.Response);
            commitments[2 * at] = new(_group, scratch.Stored(scratch[0]));
            scratch.Load(scratch[0], betas[at].Limbs);
            _key.Value.Multiply(scratch, scratch[0], proof.Response);
            if (number > 0)
                _generator.Value.Multiply(
                    scratch,
                    scratch[0],
                    _group.Subtract(0, number * proof.Challenge)
                );
            commitments[2 * at + 1] = new(_group, scratch.Stored(scratch[0]));
        }
        return commitments;
    }

    private Element[] Raised(Element value, BigInteger[] exponents, string? place)
    {
        if (place is null)
            return exponents.Length == 1
                ? [_group.Power(value, exponents[0])]
                :
                [
                    .. Chains
                        .Of(_group.Engine, value.Limbs, exponents)
                        .Select(limbs => new Element(_group, limbs)),
                ];
        var powers = new Element[exponents.Length];
        return _group.Powers(value, exponents, powers)
            ? powers
            : throw Shape.Outside(_group, place);
    }
}
