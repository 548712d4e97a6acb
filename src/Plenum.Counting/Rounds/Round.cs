using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Constraints;
using Plenum.Counting.Pairwise;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Rounds;

/// <summary>A decimal number as a rule shows it, exactly.</summary>
/// <remarks>Compared as it is shown: <c>1.0</c> and <c>1.00</c> are two figures.</remarks>
/// <param name="Units">The number without its point.</param>
/// <param name="Places">Digits after the point, not negative.</param>
public readonly record struct Figure(BigInteger Units, int Places)
{
    /// <summary>Always with all its places: <c>2.0001</c>.</summary>
    public override string ToString()
    {
        var digits = BigInteger
            .Abs(Units)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(Places + 1, '0');
        var sign = Units.Sign < 0 ? "-" : "";
        return Places == 0 ? sign + digits : $"{sign}{digits[..^Places]}.{digits[^Places..]}";
    }
}

/// <summary>What was done in a round.</summary>
public abstract record RoundAction
{
    private RoundAction() { }

    /// <summary>Papers sorted by first preferences.</summary>
    public sealed record Sorting : RoundAction;

    /// <summary>A surplus transferred.</summary>
    /// <param name="From">Whose.</param>
    /// <param name="Excess">What it was.</param>
    public sealed record Surplus(Candidate From, Figure Excess) : RoundAction;

    /// <summary>Candidates excluded, and their papers transferred.</summary>
    /// <param name="Excluded">Who.</param>
    public sealed record Exclusion(ImmutableArray<Candidate> Excluded) : RoundAction
    {
        /// <inheritdoc />
        public bool Equals(Exclusion? other) =>
            other is not null && Lists.Same(Excluded, other.Excluded);

        /// <inheritdoc />
        public override int GetHashCode() => Lists.Hash(Excluded);
    }

    /// <summary>Papers of one value, of those excluded together, transferred; the highest value is taken first.</summary>
    /// <param name="Excluded">Whose.</param>
    /// <param name="Value">What each paper is worth.</param>
    public sealed record Batch(ImmutableArray<Candidate> Excluded, Figure Value) : RoundAction
    {
        /// <inheritdoc />
        public bool Equals(Batch? other) =>
            other is not null && Lists.Same(Excluded, other.Excluded) && Value == other.Value;

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(Lists.Hash(Excluded), Value);
    }

    /// <summary>Keep factors brought nearer to what they should be, until they elect or nothing is left to carry on.</summary>
    /// <param name="Steps">How many times the papers were distributed.</param>
    /// <param name="Excess">The surpluses together when it ended.</param>
    public sealed record Iteration(int Steps, Figure Excess) : RoundAction;

    /// <summary>A candidate elected by the highest quotient.</summary>
    /// <param name="Elected">Who.</param>
    public sealed record Quotient(Candidate Elected) : RoundAction;

    /// <summary>The last places filled, or nobody left to fill them.</summary>
    public sealed record Filling : RoundAction;
}

/// <summary>One round of a count: what was done, and how everybody stood after it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Action">What was done.</param>
/// <param name="Quota">What elects, in this round.</param>
/// <param name="Votes">Votes (in QPQ quotients) of each candidate, candidate 1 first.</param>
/// <param name="NonTransferable">Votes that are nobody's.</param>
/// <param name="Keep">Keep factors (in Warren's rule prices) of each candidate; empty in rules without them.</param>
/// <param name="Elected">Who was elected in it, in order.</param>
/// <param name="Excluded">Who was excluded at its end, where that is not the action itself.</param>
public sealed record Round(
    int Number,
    RoundAction Action,
    Figure Quota,
    ImmutableArray<Figure> Votes,
    Figure NonTransferable,
    ImmutableArray<Figure> Keep,
    ImmutableArray<Candidate> Elected,
    ImmutableArray<Candidate> Excluded
)
{
    /// <inheritdoc />
    public bool Equals(Round? other) =>
        other is not null
        && Number == other.Number
        && Action == other.Action
        && Quota == other.Quota
        && Lists.Same(Votes, other.Votes)
        && NonTransferable == other.NonTransferable
        && Lists.Same(Keep, other.Keep)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Excluded, other.Excluded)
        && Needed == other.Needed;

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Number,
            Action,
            Quota,
            Lists.Hash(Votes),
            NonTransferable,
            Lists.Hash(Keep),
            Lists.Hash(Elected),
            Lists.Hash(Excluded)
        );

    /// <summary>What elects after the round, where the rule says a second, lower figure than the quota.</summary>
    public Figure? Needed { get; init; }
}

/// <summary>A finished count by rounds.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Ballots">What was counted.</param>
/// <param name="ValidPapers">Papers with a first preference.</param>
/// <param name="InvalidPapers">Papers without one.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="Elected">Who is elected, in order.</param>
/// <param name="Ties">Every tie that had to be broken; a tie's stage is a round's number.</param>
public sealed record RoundCount(
    string Rule,
    BallotSet Ballots,
    long ValidPapers,
    long InvalidPapers,
    ImmutableArray<Round> Rounds,
    ImmutableArray<Candidate> Elected,
    ImmutableArray<Tie> Ties
)
{
    /// <inheritdoc />
    public bool Equals(RoundCount? other) =>
        other is not null
        && Rule == other.Rule
        && Equals(Ballots, other.Ballots)
        && ValidPapers == other.ValidPapers
        && InvalidPapers == other.InvalidPapers
        && Lists.Same(Rounds, other.Rounds)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Ties, other.Ties)
        && Equals(Pairs, other.Pairs)
        && Lists.Same(Places, other.Places);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Rule,
            ValidPapers,
            InvalidPapers,
            Lists.Hash(Rounds),
            Lists.Hash(Elected),
            Lists.Hash(Ties),
            Lists.Hash(Places)
        );

    /// <summary>Papers for each over each other, where the rule looks at them.</summary>
    public PairTable? Pairs { get; init; }

    /// <summary>Who had to be elected, and who could not be, by limits on places for groups, and why.</summary>
    public ImmutableArray<PlaceNote> Places { get; init; } = [];
}
