using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Pairwise;

/// <summary>
/// One candidate goes before another when the strongest chain of beats from the one to the other is stronger than any
/// chain back; a chain is as strong as its weakest link.
/// </summary>
/// <remarks>
/// Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method", 2011, section 2.1. A link is stronger with more papers for it, and of as many with fewer against it
/// (<c>schulze</c>, winning votes; so Debian's constitution, A.6, says of defeats), or by how many there are more for it than
/// against it (<c>schulze-margins</c>).
/// </remarks>
internal static class Schulze
{
    /// <summary>Counts by <c>schulze</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount Count(BallotSet ballots, Lots lots) =>
        Count(
            "schulze",
            ballots,
            lots,
            (pairs, one, other) => new Link(pairs[one, other], pairs[other, one])
        );

    /// <summary>Counts by <c>schulze-margins</c>.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    public static PairCount CountMargins(BallotSet ballots, Lots lots) =>
        Count(
            "schulze-margins",
            ballots,
            lots,
            (pairs, one, other) => new Link(pairs[one, other] - pairs[other, one], 0)
        );

    /// <summary>What makes a chain strong; the default is none at all, and weaker than any beat.</summary>
    private readonly record struct Link(long Strength, long Against) : IComparable<Link>
    {
        public int CompareTo(Link other) =>
            Strength != other.Strength
                ? Strength.CompareTo(other.Strength)
                : other.Against.CompareTo(Against);

        public static bool operator <(Link left, Link right) => left.CompareTo(right) < 0;

        public static bool operator >(Link left, Link right) => left.CompareTo(right) > 0;

        public static bool operator <=(Link left, Link right) => left.CompareTo(right) <= 0;

        public static bool operator >=(Link left, Link right) => left.CompareTo(right) >= 0;

        public static Link Weaker(Link one, Link other) => one < other ? one : other;

        public static Link Stronger(Link one, Link other) => one > other ? one : other;
    }

    private static PairCount Count(
        string rule,
        BallotSet ballots,
        Lots lots,
        Func<PairTable, Candidate, Candidate, Link> link
    )
    {
        var pairs = PairTable.Of(ballots);
        var all = pairs.Standing;
        var chain = new Link[all.Length, all.Length];
        for (var i = 0; i < all.Length; i++)
        for (var j = 0; j < all.Length; j++)
            chain[i, j] =
                i != j && pairs.Beats(all[i], all[j]) ? link(pairs, all[i], all[j]) : default;
        for (var via = 0; via < all.Length; via++)
        for (var i = 0; i < all.Length; i++)
        for (var j = 0; j < all.Length; j++)
        {
            if (i != j)
                chain[i, j] = Link.Stronger(chain[i, j], Link.Weaker(chain[i, via], chain[via, j]));
        }
        return PairCount.Of(rule, ballots, pairs, Order(all, chain), [], lots);
    }

    // Nobody goes before the first; without them nobody goes before the second; and so on.
    private static List<ImmutableArray<Candidate>> Order(
        ImmutableArray<Candidate> all,
        Link[,] chain
    )
    {
        var left = Enumerable.Range(0, all.Length).ToList();
        var order = new List<ImmutableArray<Candidate>>();
        while (left.Count > 0)
        {
            var first = left.Where(i => left.TrueForAll(j => chain[j, i] <= chain[i, j])).ToList();
            order.Add([.. first.Select(i => all[i])]);
            left.RemoveAll(first.Contains);
        }
        return order;
    }
}
