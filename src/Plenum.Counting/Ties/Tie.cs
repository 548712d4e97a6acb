using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Ties;

/// <summary>What the tied candidates were compared for.</summary>
public enum TiedFor
{
    /// <summary>Whose surplus is transferred first: the most votes (SSI 2011/399 rule 50).</summary>
    SurplusFirst,

    /// <summary>Who is excluded: the fewest votes (SSI 2011/399 rule 52).</summary>
    Exclusion,

    /// <summary>Who is elected, or goes on: the most of what the rule reckons.</summary>
    Election,

    /// <summary>In which order equals are taken.</summary>
    Order,

    /// <summary>
    /// Who stands first of those elected together with equal votes, and whose surplus is then transferred first: the order can
    /// decide who serves longer, or whom somebody replaces.
    /// </summary>
    ElectedFirst,
}

/// <summary>
/// A tie and how it was broken, with the evidence. Where a rule asks earlier stages, it says whether from the latest back
/// or from the earliest on; a stage at which they differ leaves only those with the most (or fewest) votes then, and if
/// several are left the question goes on among them; what no stage separates goes to lot.
/// </summary>
/// <param name="Stage">The stage that the tie had to open.</param>
/// <param name="For">What they were compared for.</param>
/// <param name="Tied">Who was tied, by number.</param>
/// <param name="Chosen">Who came out.</param>
/// <param name="Steps">How, step by step.</param>
public sealed record Tie(
    int Stage,
    TiedFor For,
    ImmutableArray<Candidate> Tied,
    Candidate Chosen,
    ImmutableArray<TieStep> Steps
)
{
    /// <inheritdoc />
    public bool Equals(Tie? other) =>
        other is not null
        && Stage == other.Stage
        && For == other.For
        && Lists.Same(Tied, other.Tied)
        && Chosen == other.Chosen
        && Lists.Same(Steps, other.Steps);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Stage, For, Lists.Hash(Tied), Chosen, Lists.Hash(Steps));
}

/// <summary>One step in breaking a tie.</summary>
public abstract record TieStep
{
    private TieStep() { }

    /// <summary>The latest earlier stage at which those still tied had unequal votes.</summary>
    /// <param name="Stage">That stage.</param>
    /// <param name="Among">Who was still tied.</param>
    /// <param name="Votes">Their votes at its end, in the same order.</param>
    /// <param name="Left">Who was left.</param>
    public sealed record EarlierStage(
        int Stage,
        ImmutableArray<Candidate> Among,
        ImmutableArray<Votes> Votes,
        ImmutableArray<Candidate> Left
    ) : TieStep
    {
        /// <inheritdoc />
        public bool Equals(EarlierStage? other) =>
            other is not null
            && Stage == other.Stage
            && Lists.Same(Among, other.Among)
            && Lists.Same(Votes, other.Votes)
            && Lists.Same(Left, other.Left);

        /// <inheritdoc />
        public override int GetHashCode() =>
            HashCode.Combine(Stage, Lists.Hash(Among), Lists.Hash(Votes), Lists.Hash(Left));
    }

    /// <summary>The earliest round at which those still tied had unequal votes.</summary>
    /// <param name="Round">That round.</param>
    /// <param name="Among">Who was still tied.</param>
    /// <param name="Votes">Their votes at its end, in the same order.</param>
    /// <param name="Left">Who was left.</param>
    public sealed record EarliestRound(
        int Round,
        ImmutableArray<Candidate> Among,
        ImmutableArray<Figure> Votes,
        ImmutableArray<Candidate> Left
    ) : TieStep
    {
        /// <inheritdoc />
        public bool Equals(EarliestRound? other) =>
            other is not null
            && Round == other.Round
            && Lists.Same(Among, other.Among)
            && Lists.Same(Votes, other.Votes)
            && Lists.Same(Left, other.Left);

        /// <inheritdoc />
        public override int GetHashCode() =>
            HashCode.Combine(Round, Lists.Hash(Among), Lists.Hash(Votes), Lists.Hash(Left));
    }

    /// <summary>A lot among those whom no stage separated.</summary>
    /// <param name="Number">The how-manieth lot of this count, from 1.</param>
    /// <param name="Among">Who was in it.</param>
    /// <param name="Slips">Each one's slip in the same order: the digest, or the place in the given order.</param>
    /// <param name="Drawn">Who was drawn.</param>
    public sealed record Lot(
        int Number,
        ImmutableArray<Candidate> Among,
        ImmutableArray<string> Slips,
        Candidate Drawn
    ) : TieStep
    {
        /// <inheritdoc />
        public bool Equals(Lot? other) =>
            other is not null
            && Number == other.Number
            && Lists.Same(Among, other.Among)
            && Lists.Same(Slips, other.Slips)
            && Drawn == other.Drawn;

        /// <inheritdoc />
        public override int GetHashCode() =>
            HashCode.Combine(Number, Lists.Hash(Among), Lists.Hash(Slips), Drawn);
    }
}
