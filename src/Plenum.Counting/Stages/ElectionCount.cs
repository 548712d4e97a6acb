using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Stages;

/// <summary>A finished count that tells its own story: every stage, every tie, and what each elected candidate holds.</summary>
/// <param name="Rule">The rule counted by: <c>scottish-stv</c> or <c>irv</c>.</param>
/// <param name="Ballots">What was counted.</param>
/// <param name="ValidPapers">Papers with a first preference; only these make the quota.</param>
/// <param name="InvalidPapers">Papers without one: blank, naming withdrawn candidates only, or first ranks shared.</param>
/// <param name="Quota">Votes that elect.</param>
/// <param name="Stages">The stages, first preferences first.</param>
/// <param name="Elected">Who is elected, in order; within one stage the order has no legal meaning.</param>
/// <param name="Ties">Every tie that had to be broken.</param>
public sealed record ElectionCount(
    string Rule,
    BallotSet Ballots,
    long ValidPapers,
    long InvalidPapers,
    Votes Quota,
    ImmutableArray<Stage> Stages,
    ImmutableArray<Candidate> Elected,
    ImmutableArray<Tie> Ties
)
{
    private readonly Lazy<ImmutableArray<ImmutableArray<HeldPapers>>> held = new([]);

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
        : this(rule, ballots, validPapers, invalidPapers, quota, stages, elected, ties) =>
        this.held = new Lazy<ImmutableArray<ImmutableArray<HeldPapers>>>(held);

    /// <summary>Papers held at the end, for each candidate in file order; for count-back.</summary>
    public ImmutableArray<ImmutableArray<HeldPapers>> Held => held.Value;

    /// <summary>The candidate's name.</summary>
    /// <param name="candidate">Who.</param>
    public string NameOf(Candidate candidate) => Ballots.Names[candidate.Index];

    /// <summary>The papers the candidate holds at the end.</summary>
    /// <param name="candidate">Who.</param>
    public ImmutableArray<HeldPapers> HeldBy(Candidate candidate) => Held[candidate.Index];
}
