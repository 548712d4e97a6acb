using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Apportionment;

/// <summary>
/// Gives seats by size, exactly: sizes and quotas are fractions, square roots are compared by their squares, and every
/// tie is data.
/// </summary>
/// <remarks>
/// Minimum and maximum are kept while seats are given, not mended afterwards: everybody starts with their minimum, and
/// the next seat goes to the best claim among those below their maximum; for divisor methods that is the rounding of
/// size by a common divisor, held between the two. A claimant without any size gets nothing, whatever the minimum
/// says. Where several claims are equal and too few seats are left for them, lots decide; a lot that names no seed takes
/// claimants in the order given. Sources: M. L. Balinski and H. P. Young, "Fair Representation", 1982; F. Pukelsheim,
/// "Proportional Representation", 2014.
/// </remarks>
public static class Apportion
{
    /// <summary>The most seats that are given one by one.</summary>
    public const long MostSeats = 1_000_000;

    /// <summary>Gives seats.</summary>
    /// <param name="claimants">To whom.</param>
    /// <param name="rule">How.</param>
    /// <param name="seats">How many; not looked at by rules that say so themselves.</param>
    /// <param name="lots">How lots are drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Seats below 0 or above <see cref="MostSeats" />; a size or a minimum below 0; a rule without bands, with no members a
    /// seat, or with seats below 0.
    /// </exception>
    public static Allotment Seats(
        IReadOnlyList<Claimant> claimants,
        SeatRule rule,
        long seats,
        Lots lots
    ) => Seats(claimants, rule, seats, lots, lotsDrawn: 0);

    // Where seats are given twice in one count, the second goes on with the lots of the first.
    internal static Allotment Seats(
        IReadOnlyList<Claimant> claimants,
        SeatRule rule,
        long seats,
        Lots lots,
        int lotsDrawn
    )
    {
        ArgumentNullException.ThrowIfNull(claimants);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, MostSeats);
        foreach (var claimant in claimants)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(
                claimant.Size,
                Fraction.Zero,
                nameof(claimants)
            );
            ArgumentOutOfRangeException.ThrowIfNegative(claimant.Least, nameof(claimants));
        }
        if (!rule.IsPossible)
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "No seats follow from it.");
        return rule switch
        {
            SeatRule.Dividing(var by) => Divide(
                new Awarding(claimants, lots, lotsDrawn),
                by,
                seats
            ),
            SeatRule.Remainders(var by) => Remain(
                new Awarding(claimants, lots, lotsDrawn),
                by,
                seats
            ),
            SeatRule.Degressive(var floor, var cap) => Degress(
                new Awarding(
                    [
                        .. claimants.Select(c =>
                            c with
                            {
                                Least = Math.Max(c.Least, floor),
                                Most = Math.Min(c.Most, cap),
                            }
                        ),
                    ],
                    lots,
                    lotsDrawn
                ),
                floor,
                seats
            ),
            SeatRule.PerMembers per => EachAlone(
                claimants,
                size => per.FirstSeats + PerMembers(per, size - per.FirstMembers)
            ),
            SeatRule.Banded(var table) => EachAlone(claimants, size => InBand(table, size)),
            SeatRule.Equal(var each) => EachAlone(claimants, _ => each),
        };
    }

    /// <summary>The claimants, with nothing for those below a threshold.</summary>
    /// <param name="claimants">All of them.</param>
    /// <param name="least">The size that is enough.</param>
    public static ImmutableArray<Claimant> AtLeast(
        IEnumerable<Claimant> claimants,
        Fraction least
    ) => [.. claimants.Select(c => c.Size < least ? c with { Size = Fraction.Zero } : c)];

    private static Allotment Divide(Awarding awarding, Divisor by, long seats)
    {
        awarding.Promise(_ => 0);
        return awarding.Until(
            seats,
            (size, held) =>
                by switch
                {
                    Divisor.DHondt => new Claim(size, held + BigInteger.One),
                    Divisor.SainteLague => new Claim(size, (held * 2) + BigInteger.One),
                    Divisor.Adams => new Claim(size, held),
                    Divisor.Dean => new Claim(
                        size * ((2 * held) + 1),
                        2 * (BigInteger)held * (held + 1)
                    ),
                    Divisor.HuntingtonHill => new Claim(size * size, (BigInteger)held * (held + 1)),
                    Divisor.SquareRoot => new Claim(
                        size,
                        BigInteger.Pow((2 * (BigInteger)held) + 1, 2)
                    ),
                }
        );
    }

    // The claim to a further seat is what is left of size / quota when the seats held are paid for; it may be negative.
    private static Allotment Remain(Awarding awarding, Quota by, long seats)
    {
        var all = awarding.AllSizes;
        (BigInteger times, BigInteger quota) = by switch
        {
            Quota.Hare => (seats, all),
            Quota.Droop => (1, ((all / (awarding.Scale * (seats + 1))) + 1) * awarding.Scale),
            Quota.HagenbachBischoff => (seats + 1, all),
            Quota.Imperiali => (seats + 2, all),
        };
        awarding.Promise(size => size * times / quota);
        return awarding.Until(seats, (size, held) => new Claim((size * times) - (quota * held), 1));
    }

    private static Allotment Degress(Awarding awarding, long floor, long seats)
    {
        awarding.Promise(_ => floor);
        return awarding.Until(
            seats,
            (size, held) => new Claim(size, BigInteger.Max(0, held - (BigInteger)floor))
        );
    }

    private static BigInteger PerMembers(SeatRule.PerMembers per, Fraction size) =>
        size.Sign > 0 ? per.Parts.Seats(size, per.PerSeat) : 0;

    private static BigInteger InBand(ImmutableArray<Band> table, Fraction size) =>
        table.FirstOrDefault(band => band.To is not { } to || size <= to, table[^1]).Seats;

    private static Allotment.Given EachAlone(
        IEnumerable<Claimant> claimants,
        Func<Fraction, BigInteger> seats
    ) =>
        new(
            [
                .. claimants.Select(c =>
                    c.Size.Sign > 0
                        ? (long)
                            BigInteger.Max(
                                c.Least,
                                BigInteger.Min(BigInteger.Min(c.Most, long.MaxValue), seats(c.Size))
                            )
                        : 0
                ),
            ],
            []
        );
}
