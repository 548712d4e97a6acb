using System.Numerics;

namespace Plenum.Counting.Rounds;

/// <summary>How a paper is shared out by keep factors, in whole units of the last place.</summary>
/// <typeparam name="TWeight">What is left of a paper.</typeparam>
/// <typeparam name="TSum">Many of them.</typeparam>
internal interface IKeepMath<TWeight, TSum>
{
    /// <summary>As a weight.</summary>
    TWeight Of(BigInteger units);

    /// <summary>What a candidate keeps of a paper, and what goes on.</summary>
    void Part(TWeight weight, TWeight factor, out TWeight kept, out TWeight passed);

    /// <summary>Adds so many papers of that weight; sums are exact, so their order is of no account.</summary>
    void Add(ref TSum sum, TWeight weight, long papers);

    /// <summary>The sum in units.</summary>
    BigInteger Units(TSum sum);
}

/// <summary>How a weight is parted.</summary>
internal enum Parting
{
    /// <summary>Kept and passed on are products, each cut.</summary>
    Cut,

    /// <summary>What is kept is a product, taken up; the rest is passed on.</summary>
    Up,

    /// <summary>What is kept is the price, or all that is left.</summary>
    Price,
}

/// <summary>Nine places or fewer, and sums below 2^63: one machine word for everything.</summary>
internal readonly struct NarrowKeep(ulong one, Parting parting) : IKeepMath<ulong, ulong>
{
    private const ulong Nine = 1_000_000_000;

    public static bool Holds(Scale scale, long papers) =>
        !scale.Exact && scale.One <= Nine && scale.One * papers < long.MaxValue;

    public ulong Of(BigInteger units) => (ulong)units;

    public void Part(ulong weight, ulong factor, out ulong kept, out ulong passed)
    {
        unchecked
        {
            kept =
                parting == Parting.Price ? Math.Min(weight, factor)
                : parting == Parting.Up ? Over((weight * factor) + one - 1)
                : Over(weight * factor);
            passed = parting == Parting.Cut ? Over(weight * (one - factor)) : weight - kept;
        }
    }

    // The usual divisor is known to the compiler, which then needs no division.
    private ulong Over(ulong product) => one == Nine ? product / Nine : product / one;

    public void Add(ref ulong sum, ulong weight, long papers) =>
        sum = unchecked(sum + (weight * (ulong)papers));

    public BigInteger Units(ulong sum) => sum;
}

/// <summary>A whole number of 192 bits, for sums.</summary>
internal struct Wide
{
    public ulong Low;
    public ulong Middle;
    public ulong High;
}

/// <summary>Up to 27 places, and any number of papers a set can hold: weights of 128 bits, sums of 192.</summary>
internal readonly struct WideKeep : IKeepMath<UInt128, Wide>
{
    private readonly UInt128 one;
    private readonly UInt128 tolerance;
    private readonly Parting parting;
    private readonly int twos;
    private readonly int lift;
    private readonly ulong fives;
    private readonly ulong inverse;

    public WideKeep(Scale scale, Parting parting)
    {
        this.parting = parting;
        one = (UInt128)scale.One;
        tolerance = (UInt128)scale.Tolerance;
        // 10^n is 2^n times 5^n, and 5^27 still fits a word: a shift, and a division by one word that is
        // multiplied out with its inverse (Moeller and Granlund, 2011).
        twos = scale.Digits;
        var divisor = (ulong)BigInteger.Pow(5, twos);
        lift = BitOperations.LeadingZeroCount(divisor);
        fives = divisor << lift;
        inverse = (ulong)(((BigInteger.One << 128) - 1) / fives - (BigInteger.One << 64));
    }

    public UInt128 Of(BigInteger units) => (UInt128)units;

    public void Part(UInt128 weight, UInt128 factor, out UInt128 kept, out UInt128 passed)
    {
        unchecked
        {
            if (parting == Parting.Price)
                kept = factor < weight && weight - factor >= tolerance ? factor : weight;
            else
                kept = Times(weight, factor, parting == Parting.Up);
            passed =
                parting == Parting.Cut ? Times(weight, one - factor, up: false) : weight - kept;
            if (passed < tolerance)
                passed = UInt128.Zero;
        }
    }

    private UInt128 Times(UInt128 left, UInt128 right, bool up)
    {
        unchecked
        {
            var (l1, l0) = ((ulong)(left >> 64), (ulong)left);
            var (r1, r0) = ((ulong)(right >> 64), (ulong)right);
            var middle = Math.BigMul(l0, r0, out var p0);
            var cross = (UInt128)Math.BigMul(l0, r1) + Math.BigMul(l1, r0) + middle;
            var top = Math.BigMul(l1, r1) + (cross >> 64);
            var (p2, p1) = ((ulong)top, (ulong)cross);
            // Weights are at most 10^27, so products have 180 bits and quotients 90.
            var high = ((UInt128)p2 << 64) | p1;
            var (u2, u1, u0) = Shifted((ulong)(high >> 64), (ulong)high, p0);
            var q1 = Step(u2, u1, out var rest);
            var q0 = Step(rest, u0, out rest);
            var quotient = new UInt128(q1, q0);
            return up && quotient * one != new UInt128(p1, p0) ? quotient + 1 : quotient;
        }
    }

    // Down by the twos and up by what the divisor was lifted, without losing what is above.
    private (ulong, ulong, ulong) Shifted(ulong p2, ulong p1, ulong p0)
    {
        unchecked
        {
            if (twos > 0)
                (p2, p1, p0) = (
                    p2 >> twos,
                    (p1 >> twos) | (p2 << (64 - twos)),
                    (p0 >> twos) | (p1 << (64 - twos))
                );
            return lift == 0
                ? (p2, p1, p0)
                : (
                    (p2 << lift) | (p1 >> (64 - lift)),
                    (p1 << lift) | (p0 >> (64 - lift)),
                    p0 << lift
                );
        }
    }

    private ulong Step(ulong high, ulong low, out ulong rest)
    {
        unchecked
        {
            var q1 = Math.BigMul(inverse, high, out var q0);
            q0 += low;
            q1 += high + (q0 < low ? 1UL : 0) + 1;
            rest = low - (q1 * fives);
            if (rest > q0)
            {
                q1--;
                rest += fives;
            }
            if (rest >= fives)
            {
                q1++;
                rest -= fives;
            }
            return q1;
        }
    }

    public void Add(ref Wide sum, UInt128 weight, long papers)
    {
        unchecked
        {
            var many = (ulong)papers;
            var middle = Math.BigMul((ulong)weight, many, out var low);
            var upper = Math.BigMul((ulong)(weight >> 64), many) + middle;
            sum.Low += low;
            upper += sum.Low < low ? 1UL : 0;
            var carried = (UInt128)sum.Middle + (ulong)upper;
            sum.Middle = (ulong)carried;
            sum.High += (ulong)(upper >> 64) + (ulong)(carried >> 64);
        }
    }

    public BigInteger Units(Wide sum) =>
        ((BigInteger)sum.High << 128) + ((BigInteger)sum.Middle << 64) + sum.Low;
}
