using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Apportionment;

/// <summary>Somebody seats are given to: a section, a list, a state.</summary>
/// <param name="Name">Who.</param>
/// <param name="Size">Members or votes; not negative.</param>
/// <param name="Least">Seats they have in any case, if they have any size.</param>
/// <param name="Most">Seats they cannot have more than; not below the least.</param>
public sealed record Claimant(
    string Name,
    Fraction Size,
    long Least = 0,
    long Most = long.MaxValue
);

/// <summary>
/// Several had an equal claim and there were not enough seats for all of them. Claimants are numbered from 1 in the order
/// given, as candidates are.
/// </summary>
/// <param name="Tied">Who.</param>
/// <param name="Seats">How many seats there were for them; when seats are taken back, how many of them lost one.</param>
/// <param name="Chosen">Who got (or lost) one.</param>
/// <param name="Lots">The lots that chose them, one a seat.</param>
public sealed record AllotmentTie(
    ImmutableArray<Candidate> Tied,
    long Seats,
    ImmutableArray<Candidate> Chosen,
    ImmutableArray<TieStep.Lot> Lots
)
{
    /// <inheritdoc />
    public bool Equals(AllotmentTie? other) =>
        other is not null
        && Lists.Same(Tied, other.Tied)
        && Seats == other.Seats
        && Lists.Same(Chosen, other.Chosen)
        && Lists.Same(Lots, other.Lots);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Lists.Hash(Tied), Seats, Lists.Hash(Chosen), Lists.Hash(Lots));
}

/// <summary>What came of giving out seats.</summary>
public abstract record Allotment
{
    private Allotment() { }

    /// <summary>The seats are given.</summary>
    /// <param name="Seats">In the order of the claimants.</param>
    /// <param name="Ties">Every tie that had to be broken.</param>
    public sealed record Given(ImmutableArray<long> Seats, ImmutableArray<AllotmentTie> Ties)
        : Allotment
    {
        /// <inheritdoc />
        public bool Equals(Given? other) =>
            other is not null && Lists.Same(Seats, other.Seats) && Lists.Same(Ties, other.Ties);

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Lists.Hash(Seats), Lists.Hash(Ties));
    }

    /// <summary>What everybody is promised in any case is more than there is.</summary>
    /// <param name="Promised">Seats promised.</param>
    public sealed record TooFewSeats(long Promised) : Allotment;

    /// <summary>Nobody may have the seats that are left over.</summary>
    /// <param name="Possible">The most that can be given.</param>
    public sealed record TooManySeats(long Possible) : Allotment;
}
