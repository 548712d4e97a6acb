using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>The symbol of Jacobi, by reciprocity.</summary>
internal static class Symbols
{
    public static int Jacobi(BigInteger value, BigInteger odd)
    {
        var (a, n, sign) = (value % odd, odd, 1);
        while (!a.IsZero)
        {
            var twos = (int)BigInteger.TrailingZeroCount(a);
            a >>= twos;
            if (twos % 2 == 1 && (int)(n & 7) is 3 or 5)
                sign = -sign;
            if ((int)(a & 3) == 3 && (int)(n & 3) == 3)
                sign = -sign;
            (a, n) = (n % a, a);
        }
        return n.IsOne ? sign : 0;
    }
}
