using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Rounds;

/// <summary>How ties are broken: by an earlier round where the rule asks one, then by lot.</summary>
internal sealed partial class RoundSheet
{
    private readonly Lots lots;
    private readonly List<Tie> ties = [];
    private readonly HashSet<(Candidate First, Candidate Then)> ahead = [];
    private int lotsDrawn;

    /// <summary>Whether the rule asks the earliest round at which equals differed before it draws lots.</summary>
    public bool AsksEarliest { get; init; }

    public Candidate Lowest(BigInteger within = default)
    {
        var may = MayLeave;
        var least = may.Min(Of);
        return Break(
            [.. may.Where(c => Scale.Compare(least + within, Of(c)) >= 0)],
            TiedFor.Exclusion
        );
    }

    public Candidate Highest(ImmutableArray<Candidate> among, TiedFor purpose)
    {
        var most = among.Max(Of);
        return Break([.. among.Where(c => Scale.Compare(Of(c), most) == 0)], purpose);
    }

    /// <summary>The one of those tied whom the lot falls on.</summary>
    public Candidate Break(ImmutableArray<Candidate> tied, TiedFor purpose)
    {
        var open = Open(tied, purpose);
        return open.Length == 1 ? open[0] : Broken(open, purpose, open, []);
    }

    /// <summary>The same, but the earliest round at which they had unequal votes is asked before the lot.</summary>
    public Candidate BreakByEarliest(ImmutableArray<Candidate> tied, TiedFor purpose)
    {
        var open = Open(tied, purpose);
        if (open.Length == 1)
            return open[0];
        var (left, steps) = Earliest(open, purpose);
        return Broken(open, purpose, left, steps);
    }

    // Who stands first of those elected together has the surplus transferred first too, by the same round or lot.
    private ImmutableArray<Candidate> Open(ImmutableArray<Candidate> tied, TiedFor purpose) =>
        purpose == TiedFor.SurplusFirst
            ? [.. tied.Where(c => !tied.Any(first => ahead.Contains((first, c))))]
            : tied;

    // Of those who are to be elected; where there are fewer seats than equals, who is.
    private Candidate FirstOf(IReadOnlyCollection<Candidate> electing)
    {
        var most = electing.Max(Of);
        ImmutableArray<Candidate> tied =
        [
            .. electing.Where(c => Scale.Compare(Of(c), most) == 0).Order(),
        ];
        var purpose = tied.Length > SeatsLeft ? TiedFor.Election : TiedFor.ElectedFirst;
        return AsksEarliest ? BreakByEarliest(tied, purpose) : Break(tied, purpose);
    }

    /// <summary>The same without a lot: whoever had most at the earliest round, or those whom no round separates.</summary>
    public ImmutableArray<Candidate> AheadAtEarliest(ImmutableArray<Candidate> tied)
    {
        var (left, steps) = Earliest(tied, TiedFor.Election);
        if (left.Length == 1 && tied.Length > 1)
            Broken(tied, TiedFor.Election, left, steps);
        return left;
    }

    // Those whom the steps leave go to lot, and what decided is written down.
    private Candidate Broken(
        ImmutableArray<Candidate> tied,
        TiedFor purpose,
        ImmutableArray<Candidate> left,
        ImmutableArray<TieStep> steps
    )
    {
        if (left.Length > 1)
        {
            var drawn = lots.Draw(++lotsDrawn, left);
            steps = steps.Add(new TieStep.Lot(lotsDrawn, left, drawn.Slips, drawn.Candidate));
            left = [drawn.Candidate];
        }
        ties.Add(new Tie(rounds.Count + 1, purpose, tied, left[0], steps));
        if (purpose == TiedFor.ElectedFirst)
            ahead.UnionWith(tied.Where(c => c != left[0]).Select(c => (left[0], c)));
        return left[0];
    }

    private (ImmutableArray<Candidate> Left, ImmutableArray<TieStep> Steps) Earliest(
        ImmutableArray<Candidate> tied,
        TiedFor purpose
    )
    {
        var (left, steps) = (tied, ImmutableArray<TieStep>.Empty);
        foreach (var round in rounds)
        {
            if (left.Length == 1)
                break;
            ImmutableArray<Figure> votes = [.. left.Select(c => round.Votes[c.Index])];
            var units = votes.Select(each => each.Units);
            var best = purpose == TiedFor.Exclusion ? units.Min() : units.Max();
            ImmutableArray<Candidate> rest = [.. left.Where((_, i) => votes[i].Units == best)];
            if (rest.Length == left.Length)
                continue;
            steps = steps.Add(new TieStep.EarliestRound(round.Number, left, votes, rest));
            left = rest;
        }
        return (left, steps);
    }
}
