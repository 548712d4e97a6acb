using System.Numerics;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Proofs;

/// <summary>What is reckoned with secret exponents.</summary>
internal static class Secrets
{
    /// <summary>The response of a proof: mask less secret times challenge.</summary>
    public static BigInteger Respond(
        Group group,
        BigInteger mask,
        BigInteger secret,
        BigInteger challenge
    ) => group.Subtract(mask, secret * challenge % group.Order);
}
