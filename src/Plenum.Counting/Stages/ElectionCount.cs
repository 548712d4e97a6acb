using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Stages;

/// <summary>A finished count that tells its own story: every stage, every tie, and what each elected candidate holds.</summary>
/// <remarks>
/// Only a count makes one, because the papers everybody holds at the end come with it. Two are equal when they tell the same
/// of equal sets.
/// </remarks>
public sealed record ElectionCount
{
    private readonly Lazy<ImmutableArray<ImmutableArray<HeldPapers>>> held;

    internal ElectionCount(
        string rule,
        BallotSet ballots,
        long validPapers,
        long invalidPapers,
        Votes quota,
        ImmutableArray<Stage> stages,
        ImmutableArray<Candidate> elected,
        ImmutableArray<Tie> ties,
        Func<ImmutableArray<ImmutableArray<HeldPapers>>> held
    )
    {
        (Rule, Ballots, ValidPapers, InvalidPapers) = (rule, ballots, validPapers, invalidPapers);
        (Quota, Stages, Elected, Ties) = (quota, stages, elected, ties);
        this.held = new Lazy<ImmutableArray<ImmutableArray<HeldPapers>>>(held);
    }

    /// <summary>The rule counted by: <c>scottish-stv</c> or <c>irv</c>.</summary>
    public string Rule { get; }

    /// <summary>What was counted.</summary>
    public BallotSet Ballots { get; }

    /// <summary>Papers with a first preference; only these make the quota.</summary>
    public long ValidPapers { get; }

    /// <summary>Papers without one: blank, naming withdrawn candidates only, or first ranks shared.</summary>
    public long InvalidPapers { get; }

    /// <summary>Votes that elect.</summary>
    public Votes Quota { get; }

    /// <summary>The stages, first preferences first.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>Who is elected, in order; within one stage those at the quota first, then the most votes, then as ties are broken.</summary>
    public ImmutableArray<Candidate> Elected { get; }

    /// <summary>Every tie that had to be broken.</summary>
    public ImmutableArray<Tie> Ties { get; }

    /// <summary>Papers held at the end, for each candidate in file order; for count-back.</summary>
    public ImmutableArray<ImmutableArray<HeldPapers>> Held => held.Value;

    /// <summary>The candidate's name.</summary>
    /// <param name="candidate">Who.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public string NameOf(Candidate candidate) =>
        Ballots.Names[Candidate.Within(candidate, Ballots.Names.Length)];

    /// <summary>The papers the candidate holds at the end.</summary>
    /// <param name="candidate">Who.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public ImmutableArray<HeldPapers> HeldBy(Candidate candidate) =>
        Held[Candidate.Within(candidate, Held.Length)];

    /// <inheritdoc />
    public bool Equals(ElectionCount? other) =>
        other is not null
        && Rule == other.Rule
        && Ballots.Equals(other.Ballots)
        && ValidPapers == other.ValidPapers
        && InvalidPapers == other.InvalidPapers
        && Quota == other.Quota
        && Lists.Same(Stages, other.Stages)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Ties, other.Ties);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Rule, ValidPapers, Quota, Lists.Hash(Elected));
}
