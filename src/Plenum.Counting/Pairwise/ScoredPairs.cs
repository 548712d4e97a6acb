using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Pairwise;

/// <summary>Rules that reckon one number for each candidate from the table of pairs.</summary>
/// <remarks>
/// <c>minimax</c> (P. B. Simpson, 1969; G. H. Kramer, 1977): the fewest papers for whoever beats them worst, a candidate
/// nobody beats before all others; <c>minimax-margins</c>: by how many papers. <c>copeland</c> (A. H. Copeland, 1951): one
/// for each candidate they beat, a half for each tie. <c>borda</c> (J.-C. de Borda, 1784): one for each other candidate a
/// paper puts below them, a half for each it puts beside them, so that candidates not named share the places left.
/// </remarks>
internal static class ScoredPairs
{
    /// <summary>Counts by <c>minimax</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount Minimax(BallotSet ballots, Lots lots) =>
        Count(
            "minimax",
            ballots,
            lots,
            (pairs, one, other) => pairs.Beats(other, one) ? -pairs[other, one] : 0,
            worst: true
        );

    /// <summary>Counts by <c>minimax-margins</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount MinimaxMargins(BallotSet ballots, Lots lots) =>
        Count(
            "minimax-margins",
            ballots,
            lots,
            (pairs, one, other) => pairs[one, other] - pairs[other, one],
            worst: true
        );

    /// <summary>Counts by <c>copeland</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount Copeland(BallotSet ballots, Lots lots) =>
        Count(
            "copeland",
            ballots,
            lots,
            (pairs, one, other) =>
                new Fraction(1 + pairs[one, other].CompareTo(pairs[other, one]), 2),
            worst: false
        );

    /// <summary>Counts by <c>borda</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount Borda(BallotSet ballots, Lots lots) =>
        Count(
            "borda",
            ballots,
            lots,
            (pairs, one, other) =>
                new Fraction(
                    (BigInteger)pairs.ValidPapers + pairs[one, other] - pairs[other, one],
                    2
                ),
            worst: false
        );

    private static PairCount Count(
        string rule,
        BallotSet ballots,
        Lots lots,
        Func<PairTable, Candidate, Candidate, Fraction> against,
        bool worst
    )
    {
        var pairs = PairTable.Of(ballots);
        var scores = new Fraction[ballots.Names.Length];
        foreach (var one in pairs.Standing)
        {
            var each = pairs
                .Standing.Where(other => other != one)
                .Select(other => against(pairs, one, other))
                .ToList();
            scores[one.Index] = worst
                ? (each.Count == 0 ? Fraction.Zero : each.Min())
                : each.Aggregate(Fraction.Zero, (sum, next) => sum + next);
        }
        return PairCount.Of(
            rule,
            ballots,
            pairs,
            PairCount.ByScore(pairs, c => scores[c.Index]),
            scores,
            lots
        );
    }
}
