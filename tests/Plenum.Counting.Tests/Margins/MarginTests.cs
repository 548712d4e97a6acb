using System.Collections.Immutable;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Margins;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Margins;

public sealed class MarginTests
{
    // Two or three candidates and few papers: what every change of so many papers leads to can be looked at.
    private static readonly Gen<BallotSet> Small =
        from candidates in Gen.Int[2, 3]
        from papers in Gen.Int[1, candidates].Array[1, 3].List[1, 6]
        select BallotSet.Of(
            "",
            Enumerable.Range(1, candidates).Select(number => $"C{number}"),
            1,
            papers.Select(paper => new Papers(Ranking.Of([.. paper.Distinct()]), 1))
        );

    [Fact]
    public void So_many_papers_let_somebody_else_win_a_run_off_and_no_fewer() =>
        Small.Sample(
            ballots =>
                Assert.Equal(
                    new Margin.Exactly(Tried(ballots)),
                    MarginOf.Rule(CountingRule.Find("irv")!, ballots, Elections.ByNumber)
                ),
            iter: 400
        );

    [Fact]
    public void The_margin_of_a_run_off_of_a_dozen_papers_is_the_least_of_all_sets_of_a_dozen() =>
        Gen.Int[0, 9]
            .Array[12]
            .Sample(
                which =>
                {
                    var orders = Orders(3).ToArray();
                    var papers = new int[orders.Length];
                    foreach (var order in which)
                        papers[order]++;
                    if (papers[0] == 12)
                        return;
                    var ballots = BallotSet.Of(
                        "",
                        ["A", "B", "C"],
                        1,
                        papers.Select((n, i) => new Papers(Ranking.Of(orders[i]), n))
                    );
                    var winner = InstantRunOff.Count(ballots, Elections.ByNumber).Elected[0].Number;
                    Assert.Equal(
                        new Margin.Exactly(Nearest(papers, orders, winner)),
                        MarginOf.Rule(CountingRule.Find("irv")!, ballots, Elections.ByNumber)
                    );
                },
                iter: 12
            );

    // Of all ways to fill as many papers, the one that differs in the fewest and in which somebody else can win.
    private static long Nearest(int[] papers, int[][] orders, int winner)
    {
        var (then, best) = (new int[papers.Length], papers.Sum());
        Fill(0, papers.Sum(), 0);
        return best;

        void Fill(int at, int left, int moved)
        {
            if (moved >= best)
                return;
            if (at == papers.Length - 1)
            {
                then[at] = left;
                var all = moved + Math.Max(0, papers[at] - left);
                if (
                    all < best
                    && Winners(
                            [.. orders.SelectMany((order, i) => Enumerable.Repeat(order, then[i]))],
                            [1, 2, 3]
                        )
                        .Any(w => w != winner)
                )
                    best = all;
                return;
            }
            for (then[at] = 0; then[at] <= left; then[at]++)
                Fill(at + 1, left - then[at], moved + Math.Max(0, papers[at] - then[at]));
        }
    }

    [Fact]
    public void With_four_candidates_two_changed_papers_are_tried_in_every_way() =>
        (
            from papers in Gen.Int[1, 4].Array[1, 4].List[2, 5]
            select BallotSet.Of(
                "",
                ["A", "B", "C", "D"],
                1,
                papers.Select(paper => new Papers(Ranking.Of([.. paper.Distinct()]), 1))
            )
        ).Sample(
            ballots =>
            {
                var margin = Assert.IsType<Margin.Exactly>(
                    MarginOf.Rule(CountingRule.Find("irv")!, ballots, Elections.ByNumber)
                );
                Assert.Equal(Math.Min(2, margin.Papers), Tried(ballots, atMost: 2));
            },
            iter: 25
        );

    [Fact]
    public void Every_ward_of_up_to_five_candidates_has_an_exact_margin()
    {
        if (Shared.Find("elections/scot-elex/blt") is not { } folder)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var margins = new[] { 3, 4, 5 }
            .SelectMany(n => Directory.EnumerateFiles(Path.Combine(folder, $"{n}_cands")))
            .Select(file =>
                MarginOf.Rule(
                    CountingRule.Find("irv")!,
                    Elections.Blt(File.ReadAllBytes(file)).WithSeats(1),
                    Elections.ByNumber
                )
            )
            .ToList();
        Assert.Equal(86, margins.Count);
        Assert.All(margins, margin => Assert.IsType<Margin.Exactly>(margin));
    }

    [Fact]
    public void A_margin_that_is_only_a_bound_says_so()
    {
        var many = BallotSet.Of(
            "",
            Enumerable.Range(1, 9).Select(number => $"C{number}"),
            1,
            Enumerable.Range(1, 9).Select(n => new Papers(Ranking.Of(n, (n % 9) + 1), n * n))
        );
        Assert.IsType<Margin.AtMost>(
            MarginOf.Rule(CountingRule.Find("irv")!, many, Elections.ByNumber)
        );
        Assert.IsType<Margin.None>(
            MarginOf.Rule(CountingRule.Find("meek")!, many, Elections.ByNumber)
        );
    }

    [Theory]
    [InlineData("schulze")]
    [InlineData("minimax-margins")]
    public void Below_the_margin_of_a_Condorcet_winner_nobody_else_is_elected(string id) =>
        Small.Sample(ballots =>
        {
            var rule = CountingRule.Find(id)!;
            if (MarginOf.Rule(rule, ballots, Elections.ByNumber) is not Margin.AtLeast(> 1))
                return true;
            var elected = rule.Count(ballots, Elections.ByNumber).Elected;
            return Changed(ballots)
                .All(other => rule.Count(other, Elections.ByNumber).Elected.SequenceEqual(elected));
        });

    [Fact]
    public void A_seat_moves_with_the_margin_of_a_list_and_not_with_a_vote_less() =>
        Gen.Select(Gen.Int[1, 400].Array[2, 5], Gen.Int[1, 12], Gen.Int[0, 1])
            .Sample(
                (votes, seats, which) =>
                {
                    var by = which == 0 ? Divisor.DHondt : Divisor.SainteLague;
                    var given = Given(votes, by, seats);
                    if (given.Ties.Length > 0)
                        return true;
                    var claimants = Claimants(votes);
                    if (
                        MarginOf.Seats(claimants, by, given.Seats) is not Margin.Exactly(var margin)
                    )
                        return votes.Length < 2;
                    bool Moves(long papers) =>
                        Pairs(votes.Length)
                            .Where(pair => votes[pair.From] >= papers)
                            .Any(pair =>
                            {
                                int[] other = [.. votes];
                                other[pair.From] -= (int)papers;
                                other[pair.To] += (int)papers;
                                var then = Given(other, by, seats);
                                return then.Ties.Length > 0
                                    || !then.Seats.SequenceEqual(given.Seats);
                            });
                    return (margin > votes.Max() || Moves(margin)) && !Moves(margin - 1);
                }
            );

    private static IEnumerable<(int From, int To)> Pairs(int count) =>
        from one in Enumerable.Range(0, count)
        from other in Enumerable.Range(0, count)
        where one != other
        select (one, other);

    private static Claimant[] Claimants(int[] votes) =>
        [.. votes.Select((v, i) => new Claimant($"{i}", v))];

    private static Allotment.Given Given(int[] votes, Divisor by, int seats) =>
        Assert.IsType<Allotment.Given>(
            Apportion.Seats(Claimants(votes), new SeatRule.Dividing(by), seats, Elections.ByNumber)
        );

    // Breadth first over changes of one paper each, until somebody else can win by whatever lot.
    private static long Tried(BallotSet ballots, int atMost = int.MaxValue)
    {
        var winner = InstantRunOff.Count(ballots, Elections.ByNumber).Elected[0].Number;
        var ranks = ballots.Names.Length;
        var papers = ballots
            .Papers.SelectMany(p => Enumerable.Repeat(Numbers(p.Ranking), (int)p.Number))
            .ToList();
        var all = Orders(ranks).ToList();
        for (var changed = 0; ; changed++)
        {
            if (changed == atMost || Reaches(papers, changed, 0))
                return changed;
        }

        bool Reaches(List<int[]> now, int left, int from)
        {
            if (left == 0)
                return Winners(now, [.. Enumerable.Range(1, ranks)]).Any(w => w != winner);
            for (var i = from; i < now.Count; i++)
            {
                foreach (var other in all)
                {
                    var kept = now[i];
                    now[i] = other;
                    var reached = Reaches(now, left - 1, i + 1);
                    now[i] = kept;
                    if (reached)
                        return true;
                }
            }
            return false;
        }
    }

    // In every way the lots can fall: those level at the bottom are told apart by the latest stage at which they differ, the
    // rest by lot.
    private static HashSet<int> Winners(List<int[]> papers, int[] standing) =>
        Winners(papers, standing, []);

    private static HashSet<int> Winners(
        List<int[]> papers,
        int[] standing,
        ImmutableStack<Dictionary<int, int>> before
    )
    {
        if (standing.Length == 1)
            return [standing[0]];
        var stages = before.Push(
            standing.ToDictionary(
                c => c,
                c => papers.Count(paper => Array.Find(paper, standing.Contains) == c)
            )
        );
        var lowest = standing.ToList();
        foreach (var votes in stages)
        {
            var least = lowest.Min(c => votes[c]);
            lowest.RemoveAll(c => votes[c] > least);
        }
        return
        [
            .. lowest.SelectMany(c => Winners(papers, [.. standing.Where(s => s != c)], stages)),
        ];
    }

    private static int[] Numbers(Ranking ranking) =>
        [.. ranking.Ranks.SelectMany(rank => rank).Select(c => c.Number)];

    // Whoever is named last of all candidates need not be named.
    private static IEnumerable<int[]> Orders(int candidates) => Orders([], candidates);

    private static IEnumerable<int[]> Orders(int[] begun, int candidates) =>
        Enumerable
            .Range(1, candidates)
            .Except(begun)
            .Where(_ => begun.Length < Math.Max(1, candidates - 1))
            .SelectMany(next => Orders([.. begun, next], candidates))
            .Prepend(begun);

    // Every set with one paper changed.
    private static IEnumerable<BallotSet> Changed(BallotSet ballots)
    {
        foreach (var (ranking, _) in ballots.Papers)
        foreach (var order in Orders(ballots.Names.Length))
        {
            yield return BallotSet.Of(
                "",
                ballots.Names,
                1,
                ballots
                    .Papers.Select(p => p.Ranking == ranking ? p with { Number = p.Number - 1 } : p)
                    .Append(new Papers(Ranking.Of(order), 1))
            );
        }
    }
}
