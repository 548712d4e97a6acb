using System.Collections.Immutable;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Marks;

/// <summary>Why a paper counts for nobody.</summary>
public enum Inactive
{
    /// <summary>Nothing is marked on it.</summary>
    Unmarked,

    /// <summary>Nobody it names stands any longer.</summary>
    Exhausted,

    /// <summary>Several marks at one rank.</summary>
    Overvote,

    /// <summary>Too many ranks skipped.</summary>
    SkippedRank,

    /// <summary>A candidate marked again.</summary>
    Repeat,

    /// <summary>What was over when all seats were filled.</summary>
    LastSurplus,
}

/// <summary>Where votes went.</summary>
/// <param name="From">From whom; empty for papers that counted for nobody yet.</param>
/// <param name="To">To whom; empty for nobody any longer.</param>
/// <param name="Votes">How much.</param>
public sealed record VoteTransfer(string From, string To, Fraction Votes);

/// <summary>A tie among names, and how it fell.</summary>
/// <param name="Round">In which round.</param>
/// <param name="For">What for.</param>
/// <param name="Tied">Who, in order of names.</param>
/// <param name="Chosen">Who came out.</param>
/// <param name="By">Which rule chose.</param>
/// <param name="Evidence">The figures it went by.</param>
public sealed record NameTie(
    int Round,
    TiedFor For,
    ImmutableArray<string> Tied,
    string Chosen,
    MarkTies By,
    ImmutableArray<string> Evidence
)
{
    /// <inheritdoc />
    public bool Equals(NameTie? other) =>
        other is not null
        && Round == other.Round
        && For == other.For
        && Lists.Same(Tied, other.Tied)
        && Chosen == other.Chosen
        && By == other.By
        && Lists.Same(Evidence, other.Evidence);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Round, For, Lists.Hash(Tied), Chosen, By, Lists.Hash(Evidence));
}

/// <summary>A round.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Threshold">What elects in it.</param>
/// <param name="Votes">Everybody's votes, in the order of the candidates; whoever left is not in it.</param>
/// <param name="Inactive">Votes that count for nobody, by the reason.</param>
/// <param name="Elected">Who is elected by it.</param>
/// <param name="Excluded">Who leaves after it.</param>
/// <param name="Transfers">Which votes came where before it.</param>
/// <param name="ResidualSurplus">Surplus that could not be carried on because of rounding, so far.</param>
public sealed record TabulationRound(
    int Number,
    Fraction Threshold,
    ImmutableArray<KeyValuePair<string, Fraction>> Votes,
    ImmutableSortedDictionary<Inactive, Fraction> Inactive,
    ImmutableArray<string> Elected,
    ImmutableArray<string> Excluded,
    ImmutableArray<VoteTransfer> Transfers,
    Fraction ResidualSurplus
)
{
    /// <inheritdoc />
    public bool Equals(TabulationRound? other) =>
        other is not null
        && Number == other.Number
        && Threshold == other.Threshold
        && Lists.Same(Votes, other.Votes)
        && Inactive.SequenceEqual(other.Inactive)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Excluded, other.Excluded)
        && Lists.Same(Transfers, other.Transfers)
        && ResidualSurplus == other.ResidualSurplus;

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Number,
            Threshold,
            Lists.Hash(Votes),
            Inactive.Count,
            Lists.Hash(Elected),
            Lists.Hash(Excluded),
            Lists.Hash(Transfers),
            ResidualSurplus
        );
}

/// <summary>A finished count of marked papers; several follow each other when seats are filled seat by seat.</summary>
/// <param name="Rules">By which rules.</param>
/// <param name="Papers">How many papers.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="Elected">Who is elected.</param>
/// <param name="Ties">Every tie.</param>
public sealed record Tabulation(
    MarkRules Rules,
    long Papers,
    ImmutableArray<TabulationRound> Rounds,
    ImmutableArray<string> Elected,
    ImmutableArray<NameTie> Ties
)
{
    /// <inheritdoc />
    public bool Equals(Tabulation? other) =>
        other is not null
        && Rules == other.Rules
        && Papers == other.Papers
        && Lists.Same(Rounds, other.Rounds)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Ties, other.Ties);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Rules, Papers, Lists.Hash(Rounds), Lists.Hash(Elected), Lists.Hash(Ties));
}
