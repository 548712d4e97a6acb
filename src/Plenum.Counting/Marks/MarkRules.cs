using System.Collections.Immutable;

namespace Plenum.Counting.Marks;

/// <summary>How seats are filled from marked papers.</summary>
public enum SeatsBy
{
    /// <summary>One seat, by a majority of the papers still counting (<c>singleWinnerMajority</c>).</summary>
    Majority,

    /// <summary>Several seats, everybody with the threshold at once (<c>multiWinnerAllowMultipleWinnersPerRound</c>).</summary>
    Threshold,

    /// <summary>Several seats, one in a round (<c>multiWinnerAllowOnlyOneWinnerPerRound</c>).</summary>
    ThresholdOneARound,

    /// <summary>The lowest leave until as many are left as seats (<c>bottomsUp</c>).</summary>
    BottomsUp,

    /// <summary>The lowest leave until all who are left have more than a share (<c>bottomsUpUsingPercentageThreshold</c>).</summary>
    BottomsUpToShare,

    /// <summary>Seat by seat, each winner struck from the next count (<c>multiPassIrv</c>).</summary>
    SeatBySeat,
}

/// <summary>What several marks at one rank do.</summary>
public enum OvervoteRule
{
    /// <summary>The rank is passed over (<c>alwaysSkipToNextRank</c>).</summary>
    Skip,

    /// <summary>The paper says nothing from there on (<c>exhaustImmediately</c>).</summary>
    Exhaust,

    /// <summary>The one of them who still stands has the paper; if several do, it says nothing from there on.</summary>
    ExhaustIfSeveralStand,
}

/// <summary>How equals are told apart.</summary>
public enum MarkTies
{
    /// <summary>By Java's generator from a seed (<c>random</c>).</summary>
    Random,

    /// <summary>By the lots of the count; the origin stops and asks (<c>stopCountingAndAsk</c>).</summary>
    Lot,

    /// <summary>By earlier rounds, the latest first, then as <see cref="Random" />.</summary>
    EarlierRoundsThenRandom,

    /// <summary>By earlier rounds, the latest first, then as <see cref="Lot" />.</summary>
    EarlierRoundsThenLot,

    /// <summary>By the order candidates are listed in: the earliest wins, the latest is excluded.</summary>
    ListOrder,

    /// <summary>By an order shuffled once from a seed (<c>generatePermutation</c>).</summary>
    Shuffled,
}

/// <summary>A candidate, by every name records have for them.</summary>
/// <param name="Name">The name results show.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Excluded">Whether papers are read as if they were not there.</param>
public sealed record MarkCandidate(string Name, ImmutableArray<string> Aliases, bool Excluded)
{
    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = Lists.Made(Aliases);

    /// <inheritdoc />
    public bool Equals(MarkCandidate? other) =>
        other is not null
        && Name == other.Name
        && Lists.Same(Aliases, other.Aliases)
        && Excluded == other.Excluded;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Lists.Hash(Aliases), Excluded);
}

/// <summary>The rules of a count of marked papers; each stands for a field of RCTab's configuration (RCTab 2.0).</summary>
public sealed record MarkRules
{
    /// <summary>What the contest is called.</summary>
    public string Contest { get; init; } = "";

    /// <summary>Who stands.</summary>
    public ImmutableArray<MarkCandidate> Candidates
    {
        get;
        init => field = Lists.Made(value);
    } = [];

    /// <summary>Whether write-ins nobody declared are counted until they are struck.</summary>
    public bool WriteIns { get; init; }

    /// <summary>How seats are filled.</summary>
    public SeatsBy SeatsBy { get; init; }

    /// <summary>How many seats there are; 0 only with <see cref="SeatsBy.BottomsUpToShare" />.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>The share for <see cref="SeatsBy.BottomsUpToShare" />.</summary>
    public Fraction Share { get; init; }

    /// <summary>Several marks at one rank.</summary>
    public OvervoteRule Overvotes { get; init; }

    /// <summary>How many ranks in a row may be skipped; more make the paper say nothing.</summary>
    public int SkippedRanks { get; init; } = int.MaxValue;

    /// <summary>The last rank that is read.</summary>
    public int Ranks { get; init; } = int.MaxValue;

    /// <summary>Whether a candidate marked again makes the paper say nothing from there on.</summary>
    public bool RepeatsExhaust { get; init; }

    /// <summary>Decimals of votes; what is beyond is dropped.</summary>
    public int Places { get; init; } = 4;

    /// <summary>Whether the threshold has these decimals too, or is whole.</summary>
    public bool FractionalThreshold { get; init; }

    /// <summary>Votes over seats, taken up, as threshold.</summary>
    public bool Hare { get; init; }

    /// <summary>Whether the threshold of the first round holds for all.</summary>
    public bool FirstThreshold { get; init; }

    /// <summary>Whether those leave together who cannot win even with all votes below them.</summary>
    public bool Batch { get; init; }

    /// <summary>Whether everybody below the threshold leaves at once.</summary>
    public bool Cutoff { get; init; }

    /// <summary>Whether the count goes on after the winner until two are left.</summary>
    public bool UntilTwo { get; init; }

    /// <summary>The last round.</summary>
    public int Rounds { get; init; } = int.MaxValue;

    /// <summary>How equals are told apart.</summary>
    public MarkTies Ties { get; init; }

    /// <summary>The seed for ties.</summary>
    public long Seed { get; init; }

    /// <inheritdoc />
    public bool Equals(MarkRules? other) =>
        other is not null
        && Contest == other.Contest
        && Lists.Same(Candidates, other.Candidates)
        && WriteIns == other.WriteIns
        && SeatsBy == other.SeatsBy
        && Seats == other.Seats
        && Share == other.Share
        && Overvotes == other.Overvotes
        && SkippedRanks == other.SkippedRanks
        && Ranks == other.Ranks
        && RepeatsExhaust == other.RepeatsExhaust
        && Places == other.Places
        && FractionalThreshold == other.FractionalThreshold
        && Hare == other.Hare
        && FirstThreshold == other.FirstThreshold
        && Batch == other.Batch
        && Cutoff == other.Cutoff
        && UntilTwo == other.UntilTwo
        && Rounds == other.Rounds
        && Ties == other.Ties
        && Seed == other.Seed;

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Contest,
            Lists.Hash(Candidates),
            WriteIns,
            SeatsBy,
            Seats,
            Share,
            Overvotes,
            SkippedRanks
        );

    internal bool CarriesSurplus => SeatsBy is SeatsBy.Threshold or SeatsBy.ThresholdOneARound;
}
