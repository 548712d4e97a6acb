using System.Numerics;
using System.Security.Cryptography;
using Plenum.SecretBallot.Arithmetic;

namespace Plenum.SecretBallot.Tests;

/// <summary>Two engines do the same operations on the same numbers, and a third way checks both.</summary>
internal static class Twins
{
    public static void Agree(Engine one, Engine other, BigInteger modulus, int rounds)
    {
        using var left = one.Rent(4);
        using var right = other.Rent(4);
        var limbs = one.Limbs;
        Assert.Equal(limbs, other.Limbs);
        Assert.Equal(one.One, other.One);
        var inverse = BigInteger.ModPow(
            (BigInteger.One << (64 * limbs)) % modulus,
            modulus - 2,
            modulus
        );
        for (var round = 0; round < rounds; round++)
        {
            var (a, b) = (Drawn(modulus, round), Drawn(modulus, round / 3));
            foreach (var scratch in new[] { left, right })
            {
                scratch.Load(scratch[0], Words.Of(a, limbs));
                scratch.Load(scratch[1], Words.Of(b, limbs));
                // Products, squares, and a result that is one of its factors.
                scratch.Multiply(scratch[2], scratch[0], scratch[1]);
                scratch.Square(scratch[3], scratch[2]);
                scratch.Multiply(scratch[3], scratch[3], scratch[0]);
            }
            var (first, second) = (left.Stored(left[2]), right.Stored(right[2]));
            Assert.Equal(first, second);
            Assert.Equal(left.Stored(left[3]), right.Stored(right[3]));
            if (round % 50 == 0)
                Assert.Equal(a * b % modulus * inverse % modulus, Words.Number(first));
            if (round % 500 == 0)
            {
                var exponent = RandomNumberGenerator.GetBytes(32);
                Assert.Equal(one.PowerSecret(first, exponent), other.PowerSecret(first, exponent));
            }
        }
    }

    // The edges too: nought, one, one less than the modulus, few bits, many.
    private static BigInteger Drawn(BigInteger modulus, int round) =>
        (round % 17) switch
        {
            0 => 0,
            1 => 1,
            2 => modulus - 1,
            3 => BigInteger.One << (round % 2040),
            4 => modulus - (BigInteger.One << (round % 2040)),
            _ => new BigInteger(RandomNumberGenerator.GetBytes(260), isUnsigned: true) % modulus,
        };
}
