using System.Collections.Immutable;
using System.Numerics;

namespace Plenum.Counting.Apportionment;

/// <summary>Seats of lists in districts, so that every list and every district has its number.</summary>
/// <param name="Seats">A row a list, a column a district.</param>
/// <param name="ListDivisors">One a list.</param>
/// <param name="DistrictDivisors">One a district: votes over both, rounded at the half, are the seats.</param>
public sealed record DoubleAllotment(
    ImmutableArray<ImmutableArray<long>> Seats,
    ImmutableArray<Fraction> ListDivisors,
    ImmutableArray<Fraction> DistrictDivisors
)
{
    /// <inheritdoc />
    public bool Equals(DoubleAllotment? other) =>
        other is not null
        && Lists.Same(Seats, other.Seats)
        && Lists.Same(ListDivisors, other.ListDivisors)
        && Lists.Same(DistrictDivisors, other.DistrictDivisors);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Seats.AsSpan().Length,
            Lists.Hash(ListDivisors),
            Lists.Hash(DistrictDivisors)
        );
}

/// <summary>
/// Biproportional apportionment (M. L. Balinski and G. Demange, 1989; F. Pukelsheim, "Proportional Representation", 2014,
/// chapter 14) with Sainte-Lague's rounding, by alternating scaling. What comes out is checked by its divisors, and but for
/// ties there is only one.
/// </summary>
public static class Biproportional
{
    private const int MostRounds = 2_000;

    /// <summary>Gives seats; null where they cannot be given, or ties keep the scaling from ending.</summary>
    /// <param name="votes">A row a list, a column a district; not negative.</param>
    /// <param name="lists">Seats of each list.</param>
    /// <param name="districts">Seats of each district.</param>
    /// <exception cref="ArgumentException">Votes are not one row a list and one column a district.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Votes or seats are negative.</exception>
    public static DoubleAllotment? Seats(
        IReadOnlyList<IReadOnlyList<Fraction>> votes,
        IReadOnlyList<long> lists,
        IReadOnlyList<long> districts
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(districts);
        if (votes.Count != lists.Count || votes.Any(row => row.Count != districts.Count))
            throw new ArgumentException("Not a row a list, a column a district.", nameof(votes));
        foreach (var each in votes.SelectMany(row => row))
            ArgumentOutOfRangeException.ThrowIfLessThan(each, Fraction.Zero, nameof(votes));
        foreach (var seats in lists)
            ArgumentOutOfRangeException.ThrowIfNegative(seats, nameof(lists));
        foreach (var seats in districts)
            ArgumentOutOfRangeException.ThrowIfNegative(seats, nameof(districts));
        if (lists.Sum() != districts.Sum())
            return null;
        var rows = Enumerable.Repeat(Fraction.One, lists.Count).ToArray();
        var columns = Enumerable.Repeat(Fraction.One, districts.Count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                if (Divisor(rows.Select((r, i) => votes[i][j] / r), districts[j]) is not { } d)
                    return null;
                columns[j] = d;
            }
            if (Held(votes, rows, columns) is var held && Right(held, lists))
                return new DoubleAllotment(held, [.. rows], [.. columns]);
            for (var i = 0; i < rows.Length; i++)
            {
                if (Divisor(columns.Select((c, j) => votes[i][j] / c), lists[i]) is not { } d)
                    return null;
                rows[i] = d;
            }
            held = Held(votes, rows, columns);
            var across = Enumerable
                .Range(0, columns.Length)
                .Select(j => held.Sum(row => row[j]))
                .ToList();
            if (across.SequenceEqual(districts))
                return new DoubleAllotment(held, [.. rows], [.. columns]);
        }
        return null;
    }

    private static bool Right(
        ImmutableArray<ImmutableArray<long>> held,
        IReadOnlyList<long> lists
    ) => held.Select(row => row.Sum()).SequenceEqual(lists);

    private static ImmutableArray<ImmutableArray<long>> Held(
        IReadOnlyList<IReadOnlyList<Fraction>> votes,
        Fraction[] rows,
        Fraction[] columns
    ) =>
        [
            .. rows.Select(
                (row, i) =>
                    columns
                        .Select((column, j) => (long)Rounded(votes[i][j] / (row * column)))
                        .ToImmutableArray()
            ),
        ];

    private static BigInteger Rounded(Fraction value) => (value + new Fraction(1, 2)).Floor;

    // The plainest divisor that gives so many seats; between the smallest quotient that has one and the largest that has not.
    private static Fraction? Divisor(IEnumerable<Fraction> sizes, long seats)
    {
        var positive = sizes.Where(size => size.Sign > 0).ToList();
        if (positive.Count == 0)
            return seats == 0 ? Fraction.One : null;
        var held = new long[positive.Count];
        for (var given = 0L; given < seats; given++)
            held[Best()]++;
        var upper =
            seats == 0
                ? (Fraction?)null
                : Enumerable
                    .Range(0, held.Length)
                    .Where(i => held[i] > 0)
                    .Min(i => positive[i] * 2 / ((2 * held[i]) - 1));
        var best = Best();
        var lower = positive[best] * 2 / ((2 * held[best]) + 1);
        return upper is not { } most ? lower * 2
            // Exactly at a tie the half is rounded up for everybody: whoever should not have it gets it.
            : lower >= most ? most
            : Plainest(lower, most);

        int Best()
        {
            var first = 0;
            for (var i = 1; i < held.Length; i++)
            {
                if (positive[i] / ((2 * held[i]) + 1) > positive[first] / ((2 * held[first]) + 1))
                    first = i;
            }
            return first;
        }
    }

    // The fraction with the smallest denominator strictly between two positive ones (Stern and Brocot).
    private static Fraction Plainest(Fraction low, Fraction high)
    {
        var whole = low.Floor;
        if (whole + 1 < high)
            return whole + 1;
        var rest = low - whole;
        if (rest.Sign == 0)
            return whole + (Fraction.One / ((Fraction.One / (high - whole)).Floor + 1));
        return whole
            + (Fraction.One / Plainest(Fraction.One / (high - whole), Fraction.One / rest));
    }
}
