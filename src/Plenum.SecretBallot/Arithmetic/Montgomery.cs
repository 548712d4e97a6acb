using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Montgomery's multiplication in plain C#: no branch and no address depends on the numbers.</summary>
internal sealed unsafe class Montgomery
{
    private readonly ulong[] _modulus;
    private readonly ulong _inverse;

    public Montgomery(BigInteger modulus)
    {
        Modulus = modulus;
        Limbs = Words.Length(modulus);
        _modulus = Words.Of(modulus, Limbs);
        // Newton's steps double the bits that are right; the modulus is odd, so three are at the start.
        var inverse = _modulus[0];
        unchecked
        {
            for (var step = 0; step < 5; step++)
                inverse *= 2 - _modulus[0] * inverse;
            _inverse = 0 - inverse;
        }
        One = Words.Of((BigInteger.One << (64 * Limbs)) % modulus, Limbs);
        Squared = Words.Of((BigInteger.One << (128 * Limbs)) % modulus, Limbs);
    }

    public BigInteger Modulus { get; }

    public int Limbs { get; }

    public ulong[] One { get; }

    /// <summary>The square of Montgomery's factor: multiplied by it, a number takes his form.</summary>
    public ulong[] Squared { get; }

    /// <summary>The product, less his factor; the result may be one of the two.</summary>
    public void Multiply(ulong* result, ulong* left, ulong* right)
    {
        var sum = stackalloc ulong[Limbs + 1];
        new Span<ulong>(sum, Limbs + 1).Clear();
        fixed (ulong* modulus = _modulus)
        {
            unchecked
            {
                for (var i = 0; i < Limbs; i++)
                {
                    var by = right[i];
                    var high = Math.BigMul(left[0], by, out var low);
                    low += sum[0];
                    high += low < sum[0] ? 1UL : 0;
                    var factor = low * _inverse;
                    var second = Math.BigMul(modulus[0], factor, out var drop);
                    second += drop + low < low ? 1UL : 0;
                    for (var j = 1; j < Limbs; j++)
                    {
                        var next = Math.BigMul(left[j], by, out low);
                        low += sum[j];
                        next += low < sum[j] ? 1UL : 0;
                        low += high;
                        next += low < high ? 1UL : 0;
                        high = next;
                        next = Math.BigMul(modulus[j], factor, out drop);
                        drop += low;
                        next += drop < low ? 1UL : 0;
                        drop += second;
                        next += drop < second ? 1UL : 0;
                        second = next;
                        sum[j - 1] = drop;
                    }
                    var last = sum[Limbs] + high;
                    var over = last < high ? 1UL : 0;
                    last += second;
                    over += last < second ? 1UL : 0;
                    sum[Limbs - 1] = last;
                    sum[Limbs] = over;
                }
                Reduce(result, sum, modulus);
            }
        }
    }

    // Takes the modulus away where the sum reaches it; both are worked out, and a mask chooses.
    private void Reduce(ulong* result, ulong* sum, ulong* modulus)
    {
        unchecked
        {
            var less = stackalloc ulong[Limbs];
            var borrow = 0UL;
            for (var i = 0; i < Limbs; i++)
            {
                var difference = sum[i] - modulus[i];
                var under = sum[i] < modulus[i] ? 1UL : 0;
                less[i] = difference - borrow;
                borrow = under | (difference < borrow ? 1UL : 0);
            }
            var keep = 0UL - (borrow & ~sum[Limbs] & 1);
            for (var i = 0; i < Limbs; i++)
                result[i] = (sum[i] & keep) | (less[i] & ~keep);
        }
    }
}
