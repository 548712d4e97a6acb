using System.Numerics;

namespace Plenum.Counting.Apportionment;

/// <summary>How far seats are from sizes.</summary>
public static class Disproportion
{
    /// <summary>
    /// M. Gallagher's index of least squares (1991), squared: half the sum of the squared differences of shares, in
    /// hundredths; exact.
    /// </summary>
    /// <param name="sizes">Votes or members, not negative.</param>
    /// <param name="seats">Seats, in the same order.</param>
    /// <returns>Hundredths squared: 0 to 10,000; 0 where there are no votes or no seats.</returns>
    /// <exception cref="ArgumentException">Not as many seats as sizes.</exception>
    public static Fraction GallagherSquared(
        IReadOnlyList<Fraction> sizes,
        IReadOnlyList<long> seats
    )
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(seats);
        if (sizes.Count != seats.Count)
            throw new ArgumentException("Not as many seats as sizes.", nameof(seats));
        var all = sizes.Aggregate(Fraction.Zero, (sum, each) => sum + each);
        var given = seats.Sum();
        if (all.Sign == 0 || given == 0)
            return Fraction.Zero;
        return sizes
                .Zip(seats, (size, has) => ((size / all) - new Fraction(has, given)) * 100)
                .Aggregate(Fraction.Zero, (sum, gap) => sum + (gap * gap)) / 2;
    }

    /// <summary>Its root to so many decimals, cut.</summary>
    /// <param name="squared">The square, not negative.</param>
    /// <param name="decimals">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The square or the decimals are negative.</exception>
    public static Fraction Root(Fraction squared, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(squared, Fraction.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var scale = BigInteger.Pow(10, decimals);
        var wanted = (squared * scale * scale).Floor;
        var (low, high) = (BigInteger.Zero, wanted + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = middle * middle <= wanted ? (middle, high) : (low, middle);
        }
        return new Fraction(low, scale);
    }

    /// <summary>
    /// As many equal ones would be as concentrated: one over the sum of the squared shares (M. Laakso and R. Taagepera, 1979).
    /// </summary>
    /// <param name="sizes">Votes, seats or weights, not negative.</param>
    /// <returns>0 where all are nought.</returns>
    public static Fraction EffectiveNumber(IEnumerable<Fraction> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var (all, squares) = (Fraction.Zero, Fraction.Zero);
        foreach (var size in sizes)
            (all, squares) = (all + size, squares + (size * size));
        return squares.Sign == 0 ? Fraction.Zero : all * all / squares;
    }
}
