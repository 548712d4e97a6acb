using System.Numerics;

namespace Plenum.Counting.Apportionment;

/// <summary>How far seats are from sizes.</summary>
public static class Disproportion
{
    /// <summary>
    /// M. Gallagher's index of least squares (1991), squared: half the sum of the squared differences of shares, in
    /// hundredths; exact.
    /// </summary>
    /// <param name="sizes">Votes or members.</param>
    /// <param name="seats">Seats.</param>
    public static Fraction GallagherSquared(
        IReadOnlyList<Fraction> sizes,
        IReadOnlyList<long> seats
    )
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(seats);
        var all = sizes.Aggregate(Fraction.Zero, (sum, each) => sum + each);
        var given = seats.Sum();
        if (all.Sign == 0 || given == 0)
            return Fraction.Zero;
        return sizes
                .Zip(seats, (size, has) => ((size / all) - new Fraction(has, given)) * 100)
                .Aggregate(Fraction.Zero, (sum, gap) => sum + (gap * gap)) / 2;
    }

    /// <summary>Its root to so many decimals, cut.</summary>
    /// <param name="squared">The square.</param>
    /// <param name="decimals">How many.</param>
    public static Fraction Root(Fraction squared, int decimals)
    {
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

    /// <summary>As many equal ones would be as concentrated (Laakso and Taagepera, 1979).</summary>
    /// <param name="sizes">Votes or seats.</param>
    public static Fraction EffectiveNumber(IEnumerable<Fraction> sizes)
    {
        var (all, squares) = (Fraction.Zero, Fraction.Zero);
        foreach (var size in sizes ?? [])
            (all, squares) = (all + size, squares + (size * size));
        return squares.Sign == 0 ? Fraction.Zero : all * all / squares;
    }
}
