using System.Collections.Immutable;
using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Proportional;

namespace Plenum.Counting.Tests;

/// <summary>What support does: solid groups get their seats, and one more paper for somebody does not harm them.</summary>
public sealed class SupportLawTests
{
    public static TheoryData<string> Transferring() =>
        [
            "scottish-stv",
            "wigm",
            "wigm-prf",
            "wigm-prf-batch",
            "meek",
            "meek-prf",
            "meek-nz",
            "meek-shared",
            "meek-fixed",
            "meek-fixed-equalized",
            "warren",
            "ers97",
            "minneapolis-stv",
            "cfer",
            "cfer-batch",
            "qpq",
            "irv",
        ];

    private static readonly string[] WholeQuota = ["scottish-stv", "minneapolis-stv", "irv"];

    public static TheoryData<string> WithinSmith() =>
        [
            "schulze",
            "schulze-margins",
            "ranked-pairs",
            "ranked-pairs-margins",
            "copeland",
            "benham",
        ];

    public static TheoryData<string> GladOfAPaper() =>
        ["approval", "av", "sav", "pav", "cc", "borda", "copeland", "score", "majority-judgment"];

    public static TheoryData<string> ByGrades() => ["score", "star", "majority-judgment"];

    public static TheoryData<string> Justified() =>
        [
            "pav",
            "cc",
            "seq-cc",
            "seq-phragmen",
            "max-phragmen",
            "equal-shares",
            "equal-shares-with-av-completion",
            "equal-shares-without-completion",
        ];

    // Droop's proportionality: more than k of s + 1 parts of the papers put the same candidates before all others, in
    // whatever order, and k of them are elected, or all of them.
    [Theory, MemberData(nameof(Transferring))]
    public void A_solid_group_gets_a_seat_for_each_quota(string id) =>
        Elections.Any.Sample(
            ballots =>
            {
                var set = RuleLawTests.Fitting(id, ballots);
                var elected = RuleLawTests.Counted(id, set).Elected;
                var papers = Orders(set);
                var valid = papers.Sum(p => p.Number);
                return Sets(set.Names.Length)
                    .All(group =>
                    {
                        var solid = papers
                            .Where(p =>
                                p.Order.Length >= group.Count
                                && p.Order.Take(group.Count).All(group.Contains)
                            )
                            .Sum(p => p.Number);
                        // The largest k with k / (s + 1) of the papers and more, or with k whole quotas.
                        var quotas =
                            solid == 0 ? 0
                            : id == Ers97.Id ? Quotas(solid, valid, set.Seats)
                            : WholeQuota.Contains(id) ? solid / ((valid / (set.Seats + 1)) + 1)
                            : ((solid * (set.Seats + 1)) - 1) / valid;
                        return elected.Count(c => group.Contains(c.Number))
                            >= Math.Min(quotas, group.Count);
                    });
            },
            iter: 2_000,
            print: set => Encoding.UTF8.GetString(BltWriter.Write(set))
        );

    // More than so many quotas, after less than 0.01 of each paper is cut whenever a surplus is transferred, which is once a
    // seat at most and not for the last.
    private static long Quotas(long solid, long valid, int seats) =>
        Math.Max(0, (solid * 100) - (valid * (seats - 1)) - 1)
        / (((valid * 100) + seats) / (seats + 1));

    // Whoever is elected beats or ties, by a chain of majorities, everybody outside some smallest unbeaten set.
    [Theory, MemberData(nameof(WithinSmith))]
    public void Nobody_is_elected_whom_all_of_an_unbeaten_set_beat(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = ballots.WithSeats(1);
            var pairs = Pairwise.PairTable.Of(set);
            var winner = RuleLawTests.Counted(id, set).Elected[0];
            return Sets(set.Names.Length)
                .Where(group =>
                    group.All(c =>
                        pairs
                            .Standing.Where(other => !group.Contains(other.Number))
                            .All(other => pairs.Beats(new Candidate(c), other))
                    )
                )
                .All(group => group.Contains(winner.Number));
        });

    [Theory, MemberData(nameof(GladOfAPaper))]
    public void One_more_paper_for_whoever_is_elected_alone_does_not_unseat_them(string id) =>
        Gen.Select(Elections.Any, Gen.Int[0, 5], Gen.Long[1, 9])
            .Sample(
                (ballots, which, number) =>
                {
                    var set = RuleLawTests.Fitting(id, ballots);
                    var before = RuleLawTests.Counted(id, set);
                    if (RuleLawTests.Ties(before) > 0)
                        return true;
                    var one = before.Elected[which % before.Elected.Length];
                    var more = BallotSet.Of(
                        "",
                        set.Names,
                        set.Seats,
                        set.Papers.Append(new Papers(Ranking.Of(one.Number), number))
                    );
                    var after = RuleLawTests.Counted(
                        id,
                        set.Grades > 0 ? more.Grading(set.Grades) : more
                    );
                    return after.Elected.Contains(one);
                },
                iter: 1_000
            );

    // A winner gets a better grade on one paper, and everybody else keeps theirs.
    [Theory, MemberData(nameof(ByGrades))]
    public void A_better_grade_does_not_unseat_a_winner_or_unmake_a_finalist(string id) =>
        Gen.Select(GradedPapers, Gen.Int[0, 11], Gen.Int[0, 5])
            .Sample(
                (set, which, who) =>
                {
                    var before = Scored(id, set);
                    if (before.Ties.Length > 0 || set.Papers.IsEmpty)
                        return true;
                    var held = id == "star" ? before.Finalists : before.Elected;
                    var one = held[who % held.Length];
                    var at = which % set.Papers.Length;
                    var raised = BallotSet
                        .Of(
                            "",
                            set.Names,
                            1,
                            set.Papers.Select(
                                (p, i) => i == at ? p with { Ranking = Raised(p.Ranking, one) } : p
                            )
                        )
                        .Grading(set.Grades);
                    var after = Scored(id, raised);
                    return after.Ties.Length > 0
                        || (id == "star" ? after.Finalists : after.Elected).Contains(one);
                },
                iter: 2_000
            );

    // As the book has it: from the sorted grades of each the lower middle one is taken, one after the other.
    [Fact]
    public void Majority_judgment_is_that_of_whoever_takes_grades_away_one_by_one() =>
        GradedPapers.Sample(
            set =>
            {
                var judged = Enumerable
                    .Range(1, set.Names.Length)
                    .Select(c => (Number: c, Taken: Taken(set, new Candidate(c))))
                    .ToList();
                var best = judged.Select(each => each.Taken).Max(StringComparer.Ordinal);
                var elected = Scored("majority-judgment", set).Elected;
                return judged.Single(each => each.Number == elected[0].Number).Taken == best;
            },
            iter: 3_000
        );

    private static string Taken(BallotSet set, Candidate one)
    {
        // Whoever is on no rank has the worst grade, and a paper that grades nobody is no paper.
        var grades = set
            .Papers.Where(p => !p.Ranking.IsBlank)
            .SelectMany(p =>
            {
                var at = p.Ranking.Ranks.ToList().FindIndex(rank => rank.Contains(one));
                return Enumerable.Repeat(at < 0 ? 0 : set.Grades - 1 - at, checked((int)p.Number));
            })
            .Order()
            .ToList();
        var taken = new StringBuilder();
        while (grades.Count > 0)
        {
            var middle = (grades.Count - 1) / 2;
            taken.Append((char)('a' + grades[middle]));
            grades.RemoveAt(middle);
        }
        return taken.ToString();
    }

    [Theory, MemberData(nameof(Justified))]
    public void Enough_papers_that_agree_on_somebody_do_not_all_go_without(string id) =>
        Elections.Any.Sample(
            ballots =>
            {
                var papers = Orders(ballots);
                var valid = papers.Sum(p => p.Number);
                // There are no more seats than candidates, where some may stay empty too.
                var seats = Math.Min(ballots.Seats, ballots.Names.Length);
                var count = Assert
                    .IsType<CountStory.ByCommittees>(RuleLawTests.Counted(id, ballots))
                    .Count;
                return AxiomTests.Holds(
                    id,
                    count.Committees,
                    committee =>
                        Enumerable
                            .Range(1, ballots.Names.Length)
                            .All(c =>
                                papers
                                    .Where(p =>
                                        p.Order.Contains(c)
                                        && !p.Order.Any(o => committee.Contains(new Candidate(o)))
                                    )
                                    .Sum(p => p.Number) * seats
                                < Math.Max(1, valid)
                            )
                );
            },
            iter: 1_000
        );

    private static Counting.Graded.ScoreCount Scored(string id, BallotSet set) =>
        Assert.IsType<CountStory.ByScores>(RuleLawTests.Counted(id, set)).Count;

    private static Gen<BallotSet> GradedPapers { get; } =
        from candidates in Gen.Int[2, 5]
        from papers in Gen.Select(Gen.Int[0, 4].Array[candidates], Gen.Long[1, 9]).List[1, 9]
        select BallotSet
            .Of(
                "graded",
                Enumerable.Range(1, candidates).Select(number => $"C{number}"),
                1,
                papers.Select(p => new Papers(Of(p.Item1), p.Item2))
            )
            .Grading(5);

    // The rank is the grade: the first is the best, a rank that nobody has stays empty.
    private static Ranking Of(int[] ranks) =>
        Ranking.OfRanks(
            Enumerable
                .Range(0, 5)
                .Select(rank =>
                    Enumerable
                        .Range(0, ranks.Length)
                        .Where(c => ranks[c] == rank)
                        .Select(c => new Candidate(c + 1))
                        .ToImmutableArray()
                )
        );

    private static Ranking Raised(Ranking ranking, Candidate one)
    {
        var ranks = ranking.Ranks.ToList();
        var at = ranks.FindIndex(rank => rank.Contains(one));
        if (at <= 0)
            return ranking;
        ranks[at] = ranks[at].Remove(one);
        ranks[at - 1] = ranks[at - 1].Add(one);
        return Ranking.OfRanks(ranks);
    }

    private static List<(int[] Order, long Number)> Orders(BallotSet set) =>
        [
            .. set
                .Papers.Select(p =>
                    (
                        p.Ranking.Ranks.SelectMany(r => r)
                            .Select(c => c.Number)
                            .Distinct()
                            .ToArray(),
                        p.Number
                    )
                )
                .Where(p => p.Item1.Length > 0),
        ];

    private static IEnumerable<HashSet<int>> Sets(int candidates) =>
        Enumerable
            .Range(1, (1 << candidates) - 1)
            .Select(set =>
                Enumerable.Range(1, candidates).Where(c => (set >> (c - 1) & 1) == 1).ToHashSet()
            );
}
