using System.Numerics;

namespace Plenum.Counting.Committees;

/// <summary>
/// Committees by what papers are worth to them (T. N. Thiele, 1895): approval voting, satisfaction approval voting,
/// proportional approval voting and its sequences, Chamberlin and Courant.
/// </summary>
internal static class Thiele
{
    /// <summary>Each candidate counts by themselves; a paper is worth so much to each whom it approves.</summary>
    public static List<ulong> Separate(Approvals approvals, int size, bool shared)
    {
        var scores = new BigInteger[approvals.Candidates];
        foreach (var (candidates, papers) in approvals.Papers)
        {
            var each = shared ? Weights.Common / BitOperations.PopCount(candidates) : 1;
            for (var set = candidates; set != 0; set &= set - 1)
                scores[BitOperations.TrailingZeroCount(set)] += (BigInteger)each * papers;
        }
        var standing = CommitteeCount.Members(approvals.Standing).Select(c => c.Index).ToList();
        var last = standing.Select(c => scores[c]).OrderDescending().ElementAt(size - 1);
        var sure = standing.Where(c => scores[c] > last).Aggregate(0UL, Add);
        var tied = standing.Where(c => scores[c] == last).Aggregate(0UL, Add);
        return
        [
            .. Search
                .Committees(tied, size - BitOperations.PopCount(sure))
                .Select(rest => sure | rest)
                .Take(Search.MostCommittees),
        ];
    }

    public static List<ulong> Best(Approvals approvals, int size, Weights weights) =>
        Search.Best(
            Search.Committees(approvals.Standing, size).Where(approvals.Fits),
            committee => weights.Score(approvals, committee)
        );

    /// <summary>One after the other, each time whoever adds most.</summary>
    public static List<ulong>? Forwards(Approvals approvals, int size, Weights weights) =>
        Search.Follow(
            0UL,
            size,
            committee =>
                Search.Best(
                    Singles(approvals.Standing & ~committee).Select(one => committee | one),
                    larger => weights.Score(approvals, larger)
                )
        );

    /// <summary>From all, one after the other, each time whoever takes least away.</summary>
    public static List<ulong>? Backwards(Approvals approvals, int size, Weights weights) =>
        Search.Follow(
            approvals.Standing,
            BitOperations.PopCount(approvals.Standing) - size,
            committee =>
                Search.Best(
                    Singles(committee).Select(one => committee & ~one),
                    smaller => weights.Score(approvals, smaller)
                )
        );

    public static IEnumerable<ulong> Singles(ulong set)
    {
        for (; set != 0; set &= set - 1)
            yield return set & ~(set - 1);
    }

    private static ulong Add(ulong set, int candidate) => set | 1UL << candidate;
}
