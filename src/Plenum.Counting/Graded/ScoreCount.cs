using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Graded;

/// <summary>A finished count that gives each candidate a score.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Ballots">What was counted.</param>
/// <param name="ValidPapers">Papers that say something.</param>
/// <param name="InvalidPapers">Papers that do not.</param>
/// <param name="Scores">Each candidate's, candidate 1 first: approvals, grades together, or for majority judgment the grade.</param>
/// <param name="Finalists">The two whom STAR compares; empty in other rules.</param>
/// <param name="Elected">Who is elected, the best first.</param>
/// <param name="Ties">Every tie that had to be broken.</param>
public sealed record ScoreCount(
    string Rule,
    BallotSet Ballots,
    long ValidPapers,
    long InvalidPapers,
    ImmutableArray<Fraction> Scores,
    ImmutableArray<Candidate> Finalists,
    ImmutableArray<Candidate> Elected,
    ImmutableArray<Tie> Ties
)
{
    /// <inheritdoc />
    public bool Equals(ScoreCount? other) =>
        other is not null
        && Rule == other.Rule
        && Equals(Ballots, other.Ballots)
        && ValidPapers == other.ValidPapers
        && InvalidPapers == other.InvalidPapers
        && Lists.Same(Scores, other.Scores)
        && Lists.Same(Finalists, other.Finalists)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Ties, other.Ties);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Rule,
            ValidPapers,
            InvalidPapers,
            Lists.Hash(Scores),
            Lists.Hash(Finalists),
            Lists.Hash(Elected),
            Lists.Hash(Ties)
        );
}

/// <summary>The best of several, ties by lot.</summary>
internal sealed class Choosing(Lots lots)
{
    private readonly List<Tie> ties = [];
    private int lotsDrawn;

    public ImmutableArray<Tie> Ties => [.. ties];

    /// <summary>So many of them, the best first; where a part of equals is enough, lots choose it.</summary>
    public ImmutableArray<Candidate> Best(
        ImmutableArray<Candidate> among,
        int seats,
        Comparison<Candidate> better
    )
    {
        var chosen = ImmutableArray.CreateBuilder<Candidate>();
        var left = among;
        while (chosen.Count < seats && !left.IsEmpty)
        {
            var best = left[0];
            foreach (var each in left)
                best = better(each, best) > 0 ? each : best;
            ImmutableArray<Candidate> equal = [.. left.Where(each => better(each, best) == 0)];
            left = left.RemoveRange(equal);
            if (equal.Length <= seats - chosen.Count)
                chosen.AddRange(equal);
            else
                chosen.AddRange(Draw(equal, seats - chosen.Count));
        }
        return chosen.ToImmutable();
    }

    private List<Candidate> Draw(ImmutableArray<Candidate> tied, int seats)
    {
        var left = tied;
        var drawn = new List<Candidate>();
        while (drawn.Count < seats)
        {
            var lot = lots.Draw(++lotsDrawn, left);
            ties.Add(
                new Tie(
                    1,
                    TiedFor.Election,
                    left,
                    lot.Candidate,
                    [new TieStep.Lot(lotsDrawn, left, lot.Slips, lot.Candidate)]
                )
            );
            drawn.Add(lot.Candidate);
            left = left.Remove(lot.Candidate);
        }
        return drawn;
    }
}
