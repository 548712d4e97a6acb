using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Committees;
using Plenum.Counting.Graded;
using Plenum.Counting.Pairwise;
using Plenum.Counting.Rounds;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>What a count has to tell, by the kind of its rule.</summary>
public abstract record CountStory
{
    private CountStory() { }

    /// <summary>Stages to five places, with the papers everybody holds at the end.</summary>
    /// <param name="Count">The count.</param>
    public sealed record ByStages(ElectionCount Count) : CountStory;

    /// <summary>Rounds with quota and keep factors of their own.</summary>
    /// <param name="Count">The count.</param>
    public sealed record ByRounds(RoundCount Count) : CountStory;

    /// <summary>Candidates compared two by two.</summary>
    /// <param name="Count">The count.</param>
    public sealed record ByPairs(PairCount Count) : CountStory;

    /// <summary>Candidates with a score each.</summary>
    /// <param name="Count">The count.</param>
    public sealed record ByScores(ScoreCount Count) : CountStory;

    /// <summary>Committees compared.</summary>
    /// <param name="Count">The count.</param>
    public sealed record ByCommittees(CommitteeCount Count) : CountStory;

    /// <summary>The rule cannot count this set.</summary>
    /// <param name="Code">Why, for programs.</param>
    /// <param name="Found">What there is.</param>
    /// <param name="Expected">What there may be.</param>
    public sealed record Refused(string Code, string Found, string Expected) : CountStory;

    /// <summary>Who is elected; nobody where the count was refused.</summary>
    public ImmutableArray<Candidate> Elected =>
        this switch
        {
            ByStages(var count) => count.Elected,
            ByRounds(var count) => count.Elected,
            ByPairs(var count) => count.Elected,
            ByScores(var count) => count.Elected,
            ByCommittees(var count) => count.Elected,
            Refused => [],
        };

    /// <summary>Whether a lot had to be drawn: without one, a seed decides nothing.</summary>
    internal bool DrewLots =>
        (
            this switch
            {
                ByStages(var count) => count.Ties,
                ByRounds(var count) => count.Ties,
                ByPairs(var count) => count.Ties,
                ByScores(var count) => count.Ties,
                ByCommittees(var count) => count.Ties,
                Refused => [],
            }
        ).Any(tie => tie.Steps.Any(step => step is TieStep.Lot));
}
