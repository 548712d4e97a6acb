using System.Numerics;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>Checks the proofs of one trustee's factors.</summary>
internal sealed class DecryptionCheck(Tally tally, Element key, int uses)
{
    private readonly Group _group = tally.Election.Group;
    private readonly string _prefix = PartialDecryption.Prefix(tally.Election.Fingerprint, key);
    private readonly Arithmetic.FixedBase _generator = tally.Election.Group.Table(
        tally.Election.Group.Generator,
        uses * 2
    );
    private readonly Arithmetic.FixedBase _key = tally.Election.Group.Table(key, uses);

    public void Holds(Element alpha, Element factor, Proof proof, Proof? strong, string place)
    {
        var challenges = strong is { } more
            ? new[] { proof.Challenge, more.Challenge }
            : [proof.Challenge];
        var ofFactor = new Element[challenges.Length];
        if (!_group.Powers(factor, challenges, ofFactor))
            throw Shape.Outside(_group, place);
        BigInteger[] responses = strong is { } other
            ? [proof.Response, other.Response]
            : [proof.Response];
        var ofAlpha = Several(alpha, responses);
        if (_group.Challenge(_prefix, Public(proof), ofAlpha[0] * ofFactor[0]) != proof.Challenge)
            throw new RejectedException(
                "decryption.proof",
                place,
                "The proof that the trustee decrypted with the right key does not hold."
            );
        if (
            strong is { } given
            && _group.Challenge(
                StrongProofs.Prefix(tally.Election.Fingerprint, key, alpha, factor),
                Public(given),
                ofAlpha[1] * ofFactor[1]
            ) != given.Challenge
        )
            throw new RejectedException(
                "decryption.strong",
                place,
                "The strong proof that this factor belongs to this ciphertext does not hold."
            );
    }

    private Element[] Several(Element alpha, BigInteger[] exponents) =>
        exponents.Length == 1
            ? [_group.Power(alpha, exponents[0])]
            :
            [
                .. Chains
                    .Of(_group.Engine, alpha.Limbs, exponents)
                    .Select(limbs => new Element(_group, limbs)),
            ];

    private Element Public(Proof proof)
    {
        using var scratch = _group.Engine.Rent(1);
        scratch.Load(scratch[0], _group.Engine.One);
        _generator.Multiply(scratch, scratch[0], proof.Response);
        _key.Multiply(scratch, scratch[0], proof.Challenge);
        return new(_group, scratch.Stored(scratch[0]));
    }
}
