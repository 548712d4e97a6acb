using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Margins;

namespace Plenum.Counting.Tests.Margins;

public sealed class MarginTests
{
    // Two to four candidates and few papers: what every change of so many papers leads to can be looked at.
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
    public void So_many_papers_are_enough_for_somebody_else_to_win_a_run_off() =>
        Small.Sample(
            ballots =>
                Assert.True(
                    MarginOf.Rule(CountingRule.Find("irv")!, ballots, Elections.ByNumber)
                        is Margin.AtMost(var enough)
                        && Tried(ballots) <= enough
                ),
            iter: 60
        );

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
        Assert.IsType<Margin.Nobody>(
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
    private static long Tried(BallotSet ballots)
    {
        var winner = InstantRunOff.Count(ballots, Elections.ByNumber).Elected[0].Number;
        var ranks = ballots.Names.Length;
        var papers = ballots
            .Papers.SelectMany(p => Enumerable.Repeat(Numbers(p.Ranking), (int)p.Number))
            .ToList();
        var all = Orders(ranks).ToList();
        for (var changed = 0; ; changed++)
        {
            if (Reaches(papers, changed, 0))
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

    private static HashSet<int> Winners(List<int[]> papers, int[] standing)
    {
        if (standing.Length == 1)
            return [standing[0]];
        var votes = standing.ToDictionary(
            c => c,
            c => papers.Count(paper => Array.Find(paper, standing.Contains) == c)
        );
        var least = votes.Values.Min();
        return
        [
            .. standing
                .Where(c => votes[c] == least)
                .SelectMany(c => Winners(papers, [.. standing.Where(s => s != c)])),
        ];
    }

    private static int[] Numbers(Ranking ranking) =>
        [.. ranking.Ranks.SelectMany(rank => rank).Select(c => c.Number)];

    private static IEnumerable<int[]> Orders(int candidates)
    {
        yield return [];
        for (var one = 1; one <= candidates; one++)
        {
            yield return [one];
            for (var two = 1; two <= candidates; two++)
            {
                if (two != one)
                    yield return [one, two];
            }
        }
    }

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
