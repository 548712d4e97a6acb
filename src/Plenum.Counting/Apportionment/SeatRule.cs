using System.Collections.Immutable;

namespace Plenum.Counting.Apportionment;

/// <summary>Which seat is dear and which is cheap, in methods that divide sizes.</summary>
public enum Divisor
{
    /// <summary>1, 2, 3 ... (d'Hondt, Jefferson): parts of seats are dropped.</summary>
    DHondt,

    /// <summary>1, 3, 5 ... (Sainte-Lague, Webster): parts of seats are rounded at the half.</summary>
    SainteLague,

    /// <summary>0, 1, 2 ... (Adams): parts of seats are rounded up; everybody with a size has a seat before anybody has two.</summary>
    Adams,

    /// <summary>Harmonic means of neighbours (Dean): as near as can be to the common size of a seat.</summary>
    Dean,

    /// <summary>Geometric means of neighbours (Huntington-Hill); compared by their squares, so exactly.</summary>
    HuntingtonHill,

    /// <summary>Sainte-Lague on the square roots of the sizes (Penrose); compared by their squares, so exactly.</summary>
    SquareRoot,
}

/// <summary>How many votes a seat costs, in methods of largest remainders; V is all sizes together, S the seats.</summary>
public enum Quota
{
    /// <summary>V / S (Hare, Hamilton).</summary>
    Hare,

    /// <summary>The whole part of V / (S + 1), and one.</summary>
    Droop,

    /// <summary>V / (S + 1), exactly (Hagenbach-Bischoff).</summary>
    HagenbachBischoff,

    /// <summary>V / (S + 2), exactly (Imperiali); where that promises more seats than there are, the smallest parts lose one.</summary>
    Imperiali,
}

/// <summary>What becomes of a part of a seat when a seat is given for every so many members.</summary>
public abstract record Rounding
{
    private Rounding() { }

    /// <summary>A part gives nothing.</summary>
    public sealed record Down : Rounding;

    /// <summary>Any part gives a seat.</summary>
    public sealed record Up : Rounding;

    /// <summary>A half or more gives a seat.</summary>
    public sealed record HalfUp : Rounding;

    /// <summary>More than a half gives a seat.</summary>
    public sealed record HalfDown : Rounding;

    /// <summary>More than a half gives a seat; exactly a half does if that makes the number even.</summary>
    public sealed record HalfEven : Rounding;

    /// <summary>More members left over than this give a seat.</summary>
    /// <param name="Members">How many.</param>
    public sealed record Over(Fraction Members) : Rounding;

    internal System.Numerics.BigInteger Seats(Fraction size, Fraction perSeat)
    {
        var whole = (size / perSeat).Floor;
        var left = size - (perSeat * whole);
        var twice = (left + left).CompareTo(perSeat);
        var another = this switch
        {
            Down => false,
            Up => left.Sign > 0,
            HalfUp => twice >= 0,
            HalfDown => twice > 0,
            HalfEven => twice > 0 || (twice == 0 && !whole.IsEven),
            Over(var members) => left > members,
        };
        return another ? whole + 1 : whole;
    }
}

/// <summary>One step of a table of seats by size.</summary>
/// <param name="To">The largest size of the band; absent in the last one.</param>
/// <param name="Seats">What a size in the band gives.</param>
public readonly record struct Band(Fraction? To, long Seats);

/// <summary>How seats follow from sizes.</summary>
public abstract record SeatRule
{
    private SeatRule() { }

    internal bool IsPossible =>
        this switch
        {
            Dividing or Remainders => true,
            Degressive(var least, var cap) => least >= 0 && cap >= 0,
            PerMembers per => per.PerSeat.Sign > 0 && per.FirstSeats >= 0,
            Banded(var table) => !table.IsDefaultOrEmpty && table.All(band => band.Seats >= 0),
            Equal(var each) => each >= 0,
        };

    /// <summary>A fixed number of seats, each to whoever has the largest size by the divisor of their next seat.</summary>
    /// <param name="By">The divisors.</param>
    public sealed record Dividing(Divisor By) : SeatRule;

    /// <summary>A fixed number of seats, one for each whole quota, the rest to the largest remainders.</summary>
    /// <param name="By">The quota.</param>
    public sealed record Remainders(Quota By) : SeatRule;

    /// <summary>
    /// A fixed number of seats: so many to everybody, the rest by size with parts rounded up, nobody above the cap. With
    /// 5 and 96 this is the Cambridge Compromise (Grimmett et al., "The allocation between the EU member states of the
    /// seats in the European Parliament", 2011).
    /// </summary>
    /// <param name="Base">To everybody.</param>
    /// <param name="Cap">The most anybody has.</param>
    public sealed record Degressive(long Base, long Cap) : SeatRule;

    /// <summary>A seat for every so many members; how many seats there are in all follows from that.</summary>
    /// <param name="PerSeat">Members a seat.</param>
    /// <param name="Parts">What parts of that give.</param>
    /// <param name="FirstMembers">Members who are paid for by <paramref name="FirstSeats" /> and divided no further.</param>
    /// <param name="FirstSeats">Seats for having any members at all.</param>
    public sealed record PerMembers(
        Fraction PerSeat,
        Rounding Parts,
        Fraction FirstMembers = default,
        long FirstSeats = 0
    ) : SeatRule;

    /// <summary>Seats by a table of bands.</summary>
    /// <param name="Table">From small to large, at least one; what is larger than all of them counts as the last.</param>
    public sealed record Banded(ImmutableArray<Band> Table) : SeatRule
    {
        /// <inheritdoc />
        public bool Equals(Banded? other) =>
            other is not null && Table.AsSpan().SequenceEqual(other.Table.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() => Lists.Hash(Table);
    }

    /// <summary>Everybody the same.</summary>
    /// <param name="Each">How many.</param>
    public sealed record Equal(long Each) : SeatRule;
}
