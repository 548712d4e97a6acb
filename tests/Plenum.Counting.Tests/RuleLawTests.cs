using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

/// <summary>What holds of every rule, whatever the papers say.</summary>
public sealed class RuleLawTests
{
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

    public static TheoryData<string> All() => [.. CountingRule.All.Select(rule => rule.Id)];

    public static TheoryData<string> OfNumbers() =>
        [
            .. CountingRule
                .All.Select(rule => rule.Id)
                // Monroe's members speak for whole papers, and their parts round otherwise when papers are cloned.
                .Where(id => id != "monroe")
                .Where(id =>
                    Counted(id, Small(2)) is not (CountStory.ByStages or CountStory.ByRounds)
                ),
        ];

    public static TheoryData<string> OfCondorcet() => [.. Condorcet];

    public static TheoryData<string> Representing() =>
        ["pav", "seq-phragmen", "equal-shares", "equal-shares-with-av-completion"];

    [Theory, MemberData(nameof(All))]
    public void As_many_are_elected_as_there_are_seats_or_candidates(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = Fitting(id, ballots);
            var elected = Counted(id, set).Elected;
            var seats = Math.Min(set.Seats, set.Names.Length);
            return elected.Distinct().Count() == elected.Length
                && (
                    id == "equal-shares-without-completion"
                        ? elected.Length <= seats
                        : elected.Length == seats
                );
        });

    [Theory, MemberData(nameof(All))]
    public void The_numbers_candidates_stand_under_do_not_matter(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = Fitting(id, ballots);
            var turned = Turned(set);
            var (one, other) = (Counted(id, set), Counted(id, turned));
            if (Ties(one) + Ties(other) > 0)
                return true;
            return one
                .Elected.Select(c => set.Names.Length + 1 - c.Number)
                .Order()
                .SequenceEqual(other.Elected.Select(c => c.Number).Order());
        });

    [Theory, MemberData(nameof(OfNumbers))]
    public void Every_paper_three_times_over_elects_the_same(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = Fitting(id, ballots);
            var thrice = BallotSet
                .Of(
                    "",
                    set.Names,
                    set.Seats,
                    set.Papers.Select(p => p with { Number = p.Number * 3 })
                )
                .Grading(6)
                .WithSeats(set.Seats);
            return Counted(id, set).Elected.SequenceEqual(Counted(id, Like(set, thrice)).Elected);
        });

    [Theory, MemberData(nameof(OfCondorcet))]
    public void Whoever_beats_everybody_is_elected(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = ballots.WithSeats(1);
            var pairs = Pairwise.PairTable.Of(set);
            return pairs.Winner(pairs.Standing) is not { } winner
                || Counted(id, set).Elected.SequenceEqual([winner]);
        });

    // Justified representation: n / k papers with a candidate in common do not all go without a member.
    [Theory, MemberData(nameof(Representing))]
    public void A_group_large_enough_for_a_seat_has_somebody_in_it_represented(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = Fitting(id, ballots);
            var papers = set
                .Papers.Select(p => (Set: p.Ranking.Ranks.SelectMany(r => r).ToHashSet(), p.Number))
                .ToList();
            var count = Assert.IsType<CountStory.ByCommittees>(Counted(id, set)).Count;
            return count.Committees.All(committee =>
                Enumerable
                    .Range(1, set.Names.Length)
                    .All(c =>
                        papers
                            .Where(p =>
                                p.Set.Contains(new Candidate(c)) && !p.Set.Overlaps(committee)
                            )
                            .Sum(p => p.Number) * set.Seats
                        < Math.Max(1, count.ValidPapers)
                    )
            );
        });

    [Fact]
    public void Every_rule_has_a_name_a_source_and_an_id_of_its_own()
    {
        Assert.Equal(
            CountingRule.All.Length,
            CountingRule.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(CountingRule.All, rule => Assert.NotEmpty(rule.Name + rule.Source));
    }

    [Fact]
    public void Medians_that_are_equal_are_told_apart_by_what_lies_around_them()
    {
        // A has 0 2 2 and B has 1 2 2: without one 2 each the lower middles are 0 and 1.
        var set = BallotSet
            .Of(
                "",
                ["A", "B"],
                1,
                [
                    new Papers(Ranking.Of(2), 1),
                    new Papers(
                        Ranking.OfRanks([
                            [new(1), new(2)],
                        ]),
                        1
                    ),
                    new Papers(
                        Ranking.OfRanks([
                            [new(1)],
                            [new(2)],
                        ]),
                        1
                    ),
                ]
            )
            .Grading(3);
        var count = Assert.IsType<CountStory.ByScores>(Counted("majority-judgment", set)).Count;
        Assert.Equal("2 2", string.Join(' ', count.Scores));
        Assert.Equal([new Candidate(2)], count.Elected);
    }

    [Fact]
    public void Comparing_all_rules_shows_who_agrees()
    {
        var answer = CountCommandTests.Compared(
            "3 1\n4 1 2 3 0\n3 2 3 1 0\n2 3 2 1 0\n0\nA\nB\nC\nt"
        );
        Assert.Contains("\"agreement\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"refused\": \"count.grades\"", answer, StringComparison.Ordinal);
    }

    internal static CountStory Counted(string id, BallotSet set) =>
        CountingRule.Find(id)!.Count(set, Elections.ByNumber);

    internal static BallotSet Fitting(string id, BallotSet ballots)
    {
        var rule = CountingRule.Find(id)!;
        var set = rule.Reads == PapersSay.Grades ? ballots.Grading(6) : ballots;
        return rule.OneSeatOnly ? set.WithSeats(1) : set;
    }

    private static BallotSet Like(BallotSet set, BallotSet thrice) =>
        set.Grades > 0 ? thrice : BallotSet.Of("", set.Names, set.Seats, thrice.Papers);

    private static BallotSet Small(int candidates) =>
        BallotSet
            .Of(
                "",
                Enumerable.Range(1, candidates).Select(c => $"C{c}"),
                1,
                [new Papers(Ranking.Of(1), 1)]
            )
            .Grading(2);

    // Candidate 1 becomes the last, and so on.
    private static BallotSet Turned(BallotSet set)
    {
        var turned = BallotSet.Of(
            set.Title,
            set.Names.Reverse(),
            set.Seats,
            set.Papers.Select(p => new Papers(
                Ranking.OfRanks(
                    p.Ranking.Ranks.Select(rank =>
                        rank.Select(c => new Candidate(set.Names.Length + 1 - c.Number))
                            .ToImmutableArray()
                    )
                ),
                p.Number
            ))
        );
        return set.Grades > 0 ? turned.Grading(set.Grades) : turned;
    }

    internal static int Ties(CountStory story) =>
        story switch
        {
            CountStory.ByStages(var count) => count.Ties.Length,
            CountStory.ByRounds(var count) => count.Ties.Length,
            CountStory.ByPairs(var count) => count.Ties.Length,
            CountStory.ByScores(var count) => count.Ties.Length,
            CountStory.ByCommittees(var count) => count.Ties.Length,
            CountStory.Refused => 0,
        };
}
