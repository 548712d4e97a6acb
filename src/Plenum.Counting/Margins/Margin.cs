using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Committees;
using Plenum.Counting.Majority;
using Plenum.Counting.Pairwise;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Margins;

/// <summary>How many papers would have had to say something else for another result, or for one that a lot decides.</summary>
public abstract record Margin
{
    private Margin() { }

    /// <summary>So many, and no fewer would do.</summary>
    /// <param name="Papers">How many.</param>
    public sealed record Exactly(long Papers) : Margin;

    /// <summary>So many are not enough to change it less one; whether so many are is not known.</summary>
    /// <param name="Papers">How many.</param>
    public sealed record AtLeast(long Papers) : Margin;

    /// <summary>So many are enough; whether fewer are is not known.</summary>
    /// <param name="Papers">How many.</param>
    public sealed record AtMost(long Papers) : Margin;

    /// <summary>No number: there is no other result, or no bound is known for this rule.</summary>
    public sealed record None : Margin;
}

/// <summary>Margins of victory.</summary>
/// <remarks>
/// Exact for <c>approval</c> and <c>av</c>, for lists by d'Hondt, Sainte-Lague and Adams, and for <c>irv</c> of at most six
/// candidates, where of more there is an upper bound; for rules that elect whoever beats everybody else, what it takes for somebody not to be beaten is a lower
/// bound. Nothing is said of the others: for STV no feasible exact way is known.
/// </remarks>
public static class MarginOf
{
    /// <summary>Rules that elect whoever beats all others.</summary>
    private static readonly string[] Condorcet =
    [
        "schulze",
        "schulze-margins",
        "ranked-pairs",
        "ranked-pairs-margins",
        "minimax",
        "minimax-margins",
        "copeland",
        "benham",
    ];

    /// <summary>The margin of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static Margin Rule(CountingRule rule, BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        if (rule.OneSeatOnly && ballots.Seats != 1)
            return new Margin.None();
        if (rule.Id == InstantRunOff.Id)
            return RunOffMargin.Of(ballots, lots);
        if (rule.Id is "approval" or "av" && ballots.Names.Length <= Approvals.MostCandidates)
            return OfApprovals(rule.Count(ballots, lots), ballots);
        if (!Condorcet.Contains(rule.Id, StringComparer.Ordinal))
            return new Margin.None();
        var pairs = PairTable.Of(ballots);
        return pairs.Winner(pairs.Standing) is { } winner && pairs.Standing.Length > 1
            ? new Margin.AtLeast(
                pairs
                    .Standing.Where(other => other != winner)
                    .Min(other => (pairs[winner, other] - pairs[other, winner] + 1) / 2)
            )
            : new Margin.None();
    }

    // A paper that approved the one and not the other and says the opposite brings them two nearer.
    private static Margin OfApprovals(CountStory story, BallotSet ballots)
    {
        var set = ballots.Graded ?? ballots;
        var approvals = Approvals.Of(set);
        var elected = story.Elected;
        var others = Enumerable
            .Range(0, set.Names.Length)
            .Select(Candidate.At)
            .Where(c => !elected.Contains(c) && !set.Withdrawn.Contains(c))
            .ToList();
        return elected.IsEmpty || others.Count == 0
            ? new Margin.None()
            : new Margin.Exactly(
                (
                    elected.Min(c => approvals.PapersFor(c.Index))
                    - others.Max(c => approvals.PapersFor(c.Index))
                    + 1
                ) / 2
            );
    }

    /// <summary>The fewest votes that, given by one list to another, move a seat, or leave it to a lot.</summary>
    /// <param name="claimants">The lists, those below the threshold with what they have.</param>
    /// <param name="by">D'Hondt, Sainte-Lague or Adams; nothing is said of the others.</param>
    /// <param name="seats">What each has, in the same order.</param>
    /// <param name="threshold">The size that is enough to have seats; nought when absent.</param>
    /// <exception cref="ArgumentException">Not as many seats as lists.</exception>
    public static Margin Seats(
        IReadOnlyList<Claimant> claimants,
        Divisor by,
        IReadOnlyList<long> seats,
        Fraction threshold = default
    )
    {
        ArgumentNullException.ThrowIfNull(claimants);
        ArgumentNullException.ThrowIfNull(seats);
        if (seats.Count != claimants.Count)
            throw new ArgumentException("Not as many seats as lists.", nameof(seats));
        return
            by is Divisor.DHondt or Divisor.SainteLague or Divisor.Adams
            && new SeatMargin(claimants, by, seats, threshold).Fewest() is { } votes
            && votes <= long.MaxValue
            ? new Margin.Exactly((long)votes)
            : new Margin.None();
    }
}
