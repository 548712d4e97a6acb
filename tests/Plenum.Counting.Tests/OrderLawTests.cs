using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests;

/// <summary>In which order candidates are elected, in every rule that transfers papers.</summary>
public sealed class OrderLawTests
{
    public static TheoryData<string> Transferring() =>
        [
            .. CountingRule
                .All.Where(rule => !rule.OneSeatOnly)
                .Select(rule => rule.Id)
                .Where(id =>
                    RuleLawTests.Counted(id, RuleLawTests.Fitting(id, Level))
                        is CountStory.ByStages
                            or CountStory.ByRounds
                ),
        ];

    // Both reach the quota of 4 with 5 votes, and have a surplus.
    private static BallotSet Level => Elections.Blt("3 2\n5 1 3 0\n5 2 3 0\n1 3 0\n0\nA\nB\nC\nt");

    // Few papers of one or two each, so that votes are often equal.
    private static Gen<BallotSet> Close { get; } =
        from candidates in Gen.Int[2, 6]
        from seats in Gen.Int[2, 4]
        from papers in Gen.Select(Gen.Int[1, candidates].Array[1, 4], Gen.Long[1, 2]).List[0, 8]
        select BallotSet.Of(
            "close",
            Enumerable.Range(1, candidates).Select(number => $"C{number}"),
            seats,
            papers.Select(paper => new Papers(Ranking.Of(paper.Item1), paper.Item2))
        );

    [Theory, MemberData(nameof(Transferring))]
    public void The_order_of_election_does_not_hang_on_the_numbers_of_candidates(string id) =>
        Close.Sample(
            ballots =>
            {
                var last = ballots.Names.Length + 1;
                var turned = BallotSet.Of(
                    "",
                    ballots.Names,
                    ballots.Seats,
                    ballots.Papers.Select(papers => new Papers(
                        Ranking.Of([.. papers.Ranking.Ranks.Select(rank => last - rank[0].Number)]),
                        papers.Number
                    ))
                );
                var (one, other) = (
                    RuleLawTests.Counted(id, ballots),
                    RuleLawTests.Counted(id, turned)
                );
                if (RuleLawTests.Ties(one) + RuleLawTests.Ties(other) > 0)
                    return;
                Assert.Equal(
                    one.Elected.Select(c => last - c.Number),
                    other.Elected.Select(c => c.Number)
                );
            },
            iter: 400
        );

    [Theory, MemberData(nameof(Transferring))]
    public void Equals_elected_at_one_stage_are_a_tie_that_the_seed_decides_either_way(string id)
    {
        var firsts = new HashSet<int>();
        for (byte seed = 0; seed < 16; seed++)
        {
            var story = CountingRule.Find(id)!.Count(Level, Lots.Seeded([seed]));
            Assert.Equal([1, 2], story.Elected.Select(c => c.Number).Order());
            var tie = Ties(story)[0];
            Assert.Equal((story.Elected[0], "1 2"), (tie.Chosen, string.Join(' ', tie.Tied)));
            // Whoever stands first has the surplus transferred first, by the same lot and no other.
            if (story is CountStory.ByStages(var count))
            {
                Assert.Single(count.Ties);
                Assert.Equal(TiedFor.ElectedFirst, tie.For);
                Assert.All(
                    count
                        .Stages.Select(stage => stage.Action)
                        .OfType<StageAction.Surplus>()
                        .Take(1),
                    surplus => Assert.Equal(story.Elected[0], surplus.From)
                );
            }
            firsts.Add(story.Elected[0].Number);
        }
        Assert.Equal(2, firsts.Count);
    }

    // As many candidates as seats: by votes, and the two who are level by lot.
    [Theory, MemberData(nameof(Transferring))]
    public void Last_places_stand_by_votes_and_equals_are_a_tie(string id)
    {
        var set = Elections.Blt("3 3\n2 1 0\n4 2 0\n2 3 0\n0\nA\nB\nC\nt");
        var seconds = new HashSet<int>();
        for (byte seed = 0; seed < 16; seed++)
        {
            var story = CountingRule.Find(id)!.Count(set, Lots.Seeded([seed]));
            Assert.Equal(2, story.Elected[0].Number);
            var tie = Assert.Single(Ties(story));
            Assert.Equal((story.Elected[1], "1 3"), (tie.Chosen, string.Join(' ', tie.Tied)));
            seconds.Add(story.Elected[1].Number);
        }
        Assert.Equal(2, seconds.Count);
    }

    private static ImmutableArray<Tie> Ties(CountStory story) =>
        story switch
        {
            CountStory.ByStages(var count) => count.Ties,
            CountStory.ByRounds(var count) => count.Ties,
            _ => [],
        };
}
