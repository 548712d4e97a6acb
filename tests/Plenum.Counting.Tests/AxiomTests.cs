using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

/// <summary>
/// What is known of rules: more support never unseats a winner, groups get their members, a larger committee keeps the
/// smaller one. Rules that lack a property stay out on purpose: run-offs and transfers are not monotone.
/// </summary>
public sealed class AxiomTests
{
    private static readonly string[] Monotone =
    [
        "schulze",
        "schulze-margins",
        "ranked-pairs",
        "ranked-pairs-margins",
        "minimax",
        "minimax-margins",
        "copeland",
        "borda",
        "approval",
        "score",
        "av",
    ];

    public static TheoryData<string> OfMonotone() => [.. Monotone];

    public static TheoryData<string> Growing() =>
        ["av", "sav", "seq-pav", "seq-cc", "seq-phragmen"];

    public static TheoryData<string> ExtendedJustified() =>
        ["pav", "equal-shares", "equal-shares-with-av-completion"];

    public static TheoryData<string> ProportionalJustified() =>
        ["pav", "seq-phragmen", "max-phragmen", "equal-shares"];

    [Theory, MemberData(nameof(OfMonotone))]
    public void Whoever_wins_still_wins_when_papers_move_them_up(string id) =>
        Gen.Select(Elections.Any, Gen.Int[0, 11])
            .Sample(
                (ballots, which) =>
                {
                    var set = RuleLawTests.Fitting(id, ballots).WithSeats(1);
                    if (set.Papers.IsEmpty)
                        return true;
                    var before = RuleLawTests.Counted(id, set);
                    if (RuleLawTests.Ties(before) > 0)
                        return true;
                    var winner = before.Elected[0];
                    var raised = set.Papers.Select(
                        (papers, i) =>
                            i == which % set.Papers.Length
                                ? papers with
                                {
                                    Ranking = First(winner, papers.Ranking),
                                }
                                : papers
                    );
                    var again = BallotSet.Of("", set.Names, 1, raised);
                    var after = RuleLawTests.Counted(
                        id,
                        set.Grades > 0 ? again.Grading(set.Grades) : again
                    );
                    return RuleLawTests.Ties(after) > 0 || after.Elected[0] == winner;
                },
                iter: 1_000
            );

    [Theory, MemberData(nameof(Growing))]
    public void A_committee_chosen_one_by_one_keeps_its_members_when_it_grows(string id) =>
        Elections.Any.Sample(ballots =>
        {
            if (ballots.Seats == ballots.Names.Length)
                return true;
            var (small, large) = (
                Committees(id, ballots),
                Committees(id, ballots.WithSeats(ballots.Seats + 1))
            );
            return small.All(one => large.Any(other => one.All(other.Contains)));
        });

    // Lackner and Skowron, 2023: l n / k papers with l candidates in common have one that l members speak for.
    [Theory, MemberData(nameof(ExtendedJustified))]
    public void A_group_large_enough_for_several_seats_has_somebody_with_as_many(string id) =>
        Elections.Any.Sample(ballots =>
            Groups(ballots)
                .All(group =>
                    Committees(id, ballots)
                        .All(committee =>
                            group.Papers.Max(paper => paper.Count(committee.Contains))
                            >= group.Seats
                        )
                )
        );

    // Together they have as many members at least.
    [Theory, MemberData(nameof(ProportionalJustified))]
    public void A_group_large_enough_for_several_seats_has_as_many_members_together(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var groups = Groups(ballots).ToArray();
            return Holds(
                id,
                Committees(id, ballots),
                committee =>
                    groups.All(group =>
                        group.Papers.SelectMany(p => p).Distinct().Count(committee.Contains)
                        >= group.Seats
                    )
            );
        });

    /// <summary>
    /// A law of every committee a rule ties. The largest load alone says nothing of those who bear less: only the
    /// committee that compares all loads, the largest first, is promised to do justice (M. Brill and others, 2017).
    /// </summary>
    internal static bool Holds<T>(string id, IEnumerable<T> tied, Func<T, bool> law) =>
        id == "max-phragmen" ? tied.Any(law) : tied.All(law);

    [Fact]
    public void The_smallest_largest_load_alone_lets_a_group_go_without()
    {
        // Six approve the first two, six the next two, four the last. Four seats are one for each four papers, but
        // two of the six bear no less than a third whether the last is elected or not.
        var set = BallotSet.Of(
            "",
            Enumerable.Range(1, 5).Select(c => $"C{c}"),
            4,
            [
                new Papers(
                    Ranking.OfRanks([
                        [new Candidate(1), new Candidate(2)],
                    ]),
                    6
                ),
                new Papers(
                    Ranking.OfRanks([
                        [new Candidate(3), new Candidate(4)],
                    ]),
                    6
                ),
                new Papers(
                    Ranking.OfRanks([
                        [new Candidate(5)],
                    ]),
                    4
                ),
            ]
        );
        Assert.Contains(
            Committees("max-phragmen", set),
            committee => !committee.Contains(new Candidate(5))
        );
        Assert.All(
            Committees("seq-phragmen", set),
            committee => Assert.Contains(new Candidate(5), committee)
        );
    }

    [Fact]
    public void Proportional_rules_fill_seats_of_closed_groups_as_large_as_their_papers()
    {
        // Parties of two, one and one in four, with lists of their own, and four seats.
        var (sizes, papers) = (new[] { 2, 1, 1 }, new List<Papers>());
        for (var party = 0; party < sizes.Length; party++)
            papers.Add(
                new Papers(
                    Ranking.OfRanks([
                        [.. Enumerable.Range((party * 4) + 1, 4).Select(c => new Candidate(c))],
                    ]),
                    sizes[party]
                )
            );
        var set = BallotSet.Of("", Enumerable.Range(1, 12).Select(c => $"C{c}"), 4, papers);
        foreach (var id in new[] { "pav", "seq-pav", "seq-phragmen", "equal-shares" })
        {
            var elected = RuleLawTests.Counted(id, set).Elected;
            Assert.Equal(
                sizes,
                Enumerable.Range(0, 3).Select(p => elected.Count(c => (c.Number - 1) / 4 == p))
            );
        }
    }

    private sealed record Group(int Seats, ImmutableArray<ImmutableArray<Candidate>> Papers);

    // For every set of candidates all papers that approve them all, where they are enough for as many seats.
    private static IEnumerable<Group> Groups(BallotSet ballots)
    {
        var papers = ballots
            .Papers.Select(p =>
                (Named: p.Ranking.Ranks.SelectMany(r => r).Distinct().ToImmutableArray(), p.Number)
            )
            .Where(p => p.Named.Length > 0)
            .ToList();
        var all = papers.Sum(p => p.Number);
        for (var set = 1; set < 1 << ballots.Names.Length; set++)
        {
            var common = Enumerable
                .Range(0, ballots.Names.Length)
                .Where(c => (set & (1 << c)) != 0)
                .Select(c => new Candidate(c + 1))
                .ToList();
            var agreed = papers.Where(p => common.TrueForAll(c => p.Named.Contains(c))).ToList();
            var seats = Math.Min(common.Count, ballots.Seats);
            if (agreed.Count > 0 && agreed.Sum(p => p.Number) * ballots.Seats >= all * seats)
                yield return new Group(seats, [.. agreed.Select(p => p.Named)]);
        }
    }

    private static ImmutableArray<ImmutableArray<Candidate>> Committees(
        string id,
        BallotSet ballots
    ) => Assert.IsType<CountStory.ByCommittees>(RuleLawTests.Counted(id, ballots)).Count.Committees;

    // Into the first rank, with all others where they were.
    private static Ranking First(Candidate winner, Ranking ranking) =>
        Ranking.OfRanks(
            ranking.Ranks.IsEmpty
                ?
                [
                    [winner],
                ]
                : ranking.Ranks.Select(
                    (rank, i) =>
                        i == 0 ? rank.Remove(winner).Add(winner) : [.. rank.Where(c => c != winner)]
                )
        );
}
