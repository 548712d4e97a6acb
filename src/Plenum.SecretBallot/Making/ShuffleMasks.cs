using System.Collections.Immutable;
using System.Numerics;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot.Making;

/// <summary>The masks of one proof of a shuffle, and its answers to the challenge.</summary>
internal sealed class ShuffleMasks(Group group, int count)
{
    private const int HidingBits = 256 + 256 + 128;

    public BigInteger W1 { get; } = group.RandomExponent();
    public BigInteger W2 { get; } = group.RandomExponent();
    public BigInteger W3 { get; } = group.RandomExponent();
    public BigInteger W4 { get; } = group.RandomExponent();

    public ImmutableArray<BigInteger> Hat { get; } =
    [.. Enumerable.Range(0, count).Select(_ => group.RandomExponent())];

    /// <summary>
    /// What hides each entry times the challenge, which have 256 bits each: 128 bits longer than both together, so that
    /// the answer tells of them what chance tells once in 2^128. Where the order is shorter, any exponent.
    /// </summary>
    public ImmutableArray<BigInteger> Prime { get; } =
    [
        .. Enumerable
            .Range(0, count)
            .Select(_ =>
                group.OrderBits > HidingBits
                    ? group.RandomExponent() & ((BigInteger.One << HidingBits) - 1)
                    : group.RandomExponent()
            ),
    ];

    public ShuffleProof Answer(
        ShuffleProof committed,
        BigInteger c,
        BigInteger[] u,
        BigInteger[] moved,
        BigInteger[] hiding,
        BigInteger[] anew,
        BigInteger[] hats
    )
    {
        var v = new BigInteger[count];
        var product = BigInteger.One;
        for (var at = count - 1; at >= 0; at--)
        {
            v[at] = product;
            product = moved[at] * product % group.Order;
        }
        return committed with
        {
            S1 = Reduced(W1 + c * Sum(at => hiding[at])),
            S2 = Reduced(W2 + c * Sum(at => hats[at] * v[at])),
            S3 = Reduced(W3 + c * Sum(at => hiding[at] * u[at])),
            S4 = Reduced(W4 + c * Sum(at => anew[at] * u[at])),
            SHat = [.. hats.Select((hat, at) => Reduced(Hat[at] + c * hat))],
            SPrime = [.. moved.Select((entry, at) => Reduced(Prime[at] + c * entry))],
        };
    }

    private BigInteger Reduced(BigInteger value) => value % group.Order;

    private BigInteger Sum(Func<int, BigInteger> term) =>
        Enumerable
            .Range(0, count)
            .Aggregate(BigInteger.Zero, (sum, at) => (sum + term(at)) % group.Order);
}
