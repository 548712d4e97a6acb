using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Stages;

/// <summary>One stage of a count: what was done, where votes went, how everybody stood after it, who was elected.</summary>
/// <param name="Number">From 1, the sorting by first preferences.</param>
/// <param name="Action">What was done.</param>
/// <param name="Transfers">Who received what, by number; nobody who received no paper.</param>
/// <param name="Votes">Votes credited to each candidate after the stage, candidate 1 first.</param>
/// <param name="NonTransferable">Votes on papers without a further preference, up to and with this stage.</param>
/// <param name="LostInRounding">The remainders ignored under rule 49(3), up to and with this stage.</param>
/// <param name="Elected">Who was deemed elected at the stage, in the order of the count's list.</param>
public sealed record Stage(
    int Number,
    StageAction Action,
    ImmutableArray<Transfer> Transfers,
    ImmutableArray<Votes> Votes,
    Votes NonTransferable,
    Votes LostInRounding,
    ImmutableArray<Election> Elected
)
{
    /// <inheritdoc />
    public bool Equals(Stage? other) =>
        other is not null
        && Number == other.Number
        && Action == other.Action
        && Lists.Same(Transfers, other.Transfers)
        && Lists.Same(Votes, other.Votes)
        && NonTransferable == other.NonTransferable
        && LostInRounding == other.LostInRounding
        && Lists.Same(Elected, other.Elected);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Number,
            Action,
            Lists.Hash(Transfers),
            Lists.Hash(Votes),
            NonTransferable,
            LostInRounding,
            Lists.Hash(Elected)
        );

    /// <summary>The candidate's votes after the stage.</summary>
    /// <param name="candidate">Who.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public Votes Of(Candidate candidate) => Votes[Candidate.Within(candidate, Votes.Length)];
}

/// <summary>What was done at a stage.</summary>
public abstract record StageAction
{
    private StageAction() { }

    /// <summary>Papers sorted by first preferences (SSI 2011/399 rule 46); in a count-back, papers held sorted anew.</summary>
    public sealed record Sorting : StageAction;

    /// <summary>A surplus transferred (rules 49 and 50).</summary>
    /// <param name="From">Whose.</param>
    /// <param name="Excess">Votes above the quota.</param>
    public sealed record Surplus(Candidate From, Votes Excess) : StageAction;

    /// <summary>A candidate excluded, and their papers transferred (rules 51 and 52).</summary>
    /// <param name="Excluded">Who.</param>
    public sealed record Exclusion(Candidate Excluded) : StageAction;
}

/// <summary>What one candidate received at one stage.</summary>
/// <param name="To">Who.</param>
/// <param name="Papers">On how many papers.</param>
/// <param name="Votes">Worth how many votes.</param>
public readonly record struct Transfer(Candidate To, long Papers, Votes Votes);

/// <summary>Why a candidate was deemed elected.</summary>
public enum ElectedBy
{
    /// <summary>The quota, or in a run-off the majority, was reached (SSI 2011/399 rule 48).</summary>
    Quota,

    /// <summary>As many candidates were left as vacancies (rule 53).</summary>
    LastVacancies,
}

/// <summary>A candidate deemed elected.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="By">Why.</param>
public readonly record struct Election(Candidate Candidate, ElectedBy By);

/// <summary>Like papers a candidate holds when the count ends, each at the part of a vote that stayed with them.</summary>
/// <param name="Ranking">What the papers say.</param>
/// <param name="Papers">How many.</param>
/// <param name="Value">What each is worth.</param>
public readonly record struct HeldPapers(Ranking Ranking, long Papers, Votes Value);
