using System.Numerics;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Committees;

/// <summary>Papers that approve the same candidates: a bit for each, candidate 1 the lowest.</summary>
internal readonly record struct Approving(ulong Candidates, long Papers)
{
    public bool Approves(int candidate) => (Candidates >> candidate & 1) == 1;
}

/// <summary>Who approves whom.</summary>
/// <remarks>
/// What a paper approves: where papers grade candidates, those with the best grade; where a paper shares its first rank
/// among several, those; otherwise, on files of rankings, whom it ranks first, and on other files everybody it names. Repeats
/// and candidates who withdrew are struck before that, and ranks that leaves empty close up, as skipped ones do.
/// </remarks>
internal sealed class Approvals
{
    /// <summary>A set of candidates is one 64-bit number.</summary>
    public const int MostCandidates = 64;

    private Approvals(int candidates, ulong standing, Approving[] papers, long invalid) =>
        (Candidates, Standing, Papers, Invalid) = (candidates, standing, papers, invalid);

    public int Candidates { get; }

    /// <summary>Those who did not withdraw.</summary>
    public ulong Standing { get; }

    public Approving[] Papers { get; }

    public long Invalid { get; }

    /// <summary>Whether a committee holds the limits on places for groups.</summary>
    public Func<ulong, bool> Fits { get; private init; } = _ => true;

    public long Valid => Papers.Sum(each => each.Papers);

    public static Approvals Of(BallotSet ballots)
    {
        var standing =
            ballots.Names.Length == 64 ? ulong.MaxValue : (1UL << ballots.Names.Length) - 1;
        foreach (var candidate in ballots.Withdrawn)
            standing &= ~(1UL << candidate.Index);
        var together = new SortedDictionary<ulong, long>();
        foreach (var (ranking, papers) in ballots.Papers)
        {
            var set = Approved(ballots, ranking, standing);
            together[set] = together.GetValueOrDefault(set) + papers;
        }
        var invalid = together.GetValueOrDefault(0UL);
        together.Remove(0);
        return new Approvals(
            ballots.Names.Length,
            standing,
            [.. together.Select(pair => new Approving(pair.Key, pair.Value))],
            invalid
        )
        {
            Fits = Limited(ballots),
        };
    }

    private static Func<ulong, bool> Limited(BallotSet ballots)
    {
        if (ballots.Limits is not { } limits)
            return _ => true;
        (ulong Set, int Least, int Most)[] groups =
        [
            .. limits.Groups.Select(group =>
                (
                    group.Members.Aggregate(0UL, (set, c) => set | 1UL << c.Index),
                    group.Least,
                    group.Most
                )
            ),
        ];
        return committee =>
            groups.All(group =>
                BitOperations.PopCount(committee & group.Set) is var held
                && held >= group.Least
                && held <= group.Most
            );
    }

    public long PapersFor(int candidate) =>
        Papers.Where(each => each.Approves(candidate)).Sum(each => each.Papers);

    // Whoever withdrew, and whom the paper named before, is struck before it is asked who shares a rank.
    private static ulong Approved(BallotSet ballots, Ranking ranking, ulong standing)
    {
        var (first, named) = (0UL, 0UL);
        foreach (var rank in ranking.Ranks)
        {
            var here = rank.Aggregate(0UL, (set, candidate) => set | 1UL << candidate.Index);
            here &= standing & ~named;
            // Grades stand by their place: the best may be nobody's.
            if (ballots.Grades > 0)
                return here;
            first = first == 0 ? here : first;
            named |= here;
        }
        return ballots.ApprovesFirstRank || BitOperations.PopCount(first) > 1 ? first : named;
    }
}
