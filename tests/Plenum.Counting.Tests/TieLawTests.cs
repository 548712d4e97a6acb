using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests;

/// <summary>Every tie of every rule is told with its evidence, and whoever has the seed draws the same lots.</summary>
public sealed class TieLawTests
{
    private static readonly byte[] Seed = [0x0a, 0x0b];

    // Papers that make ties likely: few, and of one or two each.
    private static Gen<BallotSet> Close { get; } =
        from candidates in Gen.Int[2, 5]
        from seats in Gen.Int[1, 3]
        from papers in Gen.Select(Gen.Int[1, candidates].Array[1, 4], Gen.Long[1, 2]).List[0, 6]
        select BallotSet.Of(
            "close",
            Enumerable.Range(1, candidates).Select(number => $"C{number}"),
            seats,
            papers.Select(paper => new Papers(Ranking.Of(paper.Item1), paper.Item2))
        );

    public static TheoryData<string> All() => [.. CountingRule.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(All))]
    public void A_dead_heat_is_a_tie_that_the_seed_decides_either_way(string id)
    {
        var set = RuleLawTests.Fitting(id, Elections.Blt("2 1\n5 1 0\n5 2 0\n0\nA\nB\nt"));
        var winners = new HashSet<Candidate>();
        for (byte seed = 0; seed < 16; seed++)
        {
            var lots = Lots.Seeded([seed]);
            var story = CountingRule.Find(id)!.Count(set, lots);
            AssertTold(id, story, [seed]);
            // Half the papers cannot pay for the one seat, and nobody else fills it: no tie.
            if (id == "equal-shares-without-completion")
            {
                Assert.Empty(story.Elected);
                return;
            }
            Assert.NotEmpty(TiesOf(story));
            Assert.Contains("\"lot\"", StoryJson.Write(story), StringComparison.Ordinal);
            Assert.Equal(
                StoryJson.Write(story),
                StoryJson.Write(CountingRule.Find(id)!.Count(set, Lots.Seeded([seed])))
            );
            winners.Add(Assert.Single(story.Elected));
        }
        Assert.Equal(2, winners.Count);
    }

    [Theory, MemberData(nameof(All))]
    public void Every_tie_has_steps_that_lead_from_the_tied_to_the_chosen(string id) =>
        Close.Sample(
            ballots =>
            {
                var set = RuleLawTests.Fitting(id, ballots);
                AssertTold(id, CountingRule.Find(id)!.Count(set, Lots.Seeded(Seed)), Seed);
            },
            iter: 200
        );

    private static void AssertTold(string id, CountStory story, byte[] seed)
    {
        var lots = 0;
        foreach (var tie in TiesOf(story))
        {
            // Where seats may stay empty, one committee can hold all of another and one member more.
            Assert.True(tie.Tied.Length > (id == "equal-shares-without-completion" ? 0 : 1));
            Assert.Contains(tie.Chosen, tie.Tied);
            Assert.Equal(tie.Tied, tie.Tied.Distinct().Order());
            ImmutableArray<Candidate> left = tie.Tied;
            foreach (var step in tie.Steps)
            {
                switch (step)
                {
                    case TieStep.EarlierStage(var stage, var among, var votes, var rest):
                        Assert.Equal(left, among);
                        Assert.InRange(stage, 1, tie.Stage - 1);
                        var best = tie.For == TiedFor.Exclusion ? votes.Min() : votes.Max();
                        Assert.Equal(among.Where((_, i) => votes[i] == best), rest);
                        Assert.True(rest.Length < among.Length);
                        left = rest;
                        break;
                    case TieStep.EarliestRound(var round, var among, var votes, var rest):
                        Assert.Equal(left, among);
                        Assert.InRange(round, 1, tie.Stage - 1);
                        var units = votes.Select(each => each.Units);
                        var ahead = tie.For == TiedFor.Exclusion ? units.Min() : units.Max();
                        Assert.Equal(among.Where((_, i) => votes[i].Units == ahead), rest);
                        Assert.True(rest.Length < among.Length);
                        left = rest;
                        break;
                    case TieStep.Lot(var number, var among, var slips, var drawn):
                        Assert.Equal(++lots, number);
                        Assert.Equal(left, among);
                        Assert.Equal(among.Select(c => Slip(seed, number, c)), slips);
                        Assert.Equal(
                            among[slips.IndexOf(slips.Min(StringComparer.Ordinal)!)],
                            drawn
                        );
                        left = tie.For == TiedFor.Order ? left.Remove(drawn) : [drawn];
                        break;
                }
            }
            Assert.True(left.Length == (tie.For == TiedFor.Order ? 0 : 1));
            if (tie.For != TiedFor.Order)
                Assert.Equal(tie.Chosen, left[0]);
        }
    }

    private static string Slip(byte[] seed, int number, Candidate candidate) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.ASCII.GetBytes(
                    $"plenum-lot-1:{Convert.ToHexStringLower(seed)}:{number}:{candidate}"
                )
            )
        );

    private static ImmutableArray<Tie> TiesOf(CountStory story) =>
        story switch
        {
            CountStory.ByStages(var count) => count.Ties,
            CountStory.ByRounds(var count) => count.Ties,
            CountStory.ByPairs(var count) => count.Ties,
            CountStory.ByScores(var count) => count.Ties,
            CountStory.ByCommittees(var count) => count.Ties,
            CountStory.Refused => [],
        };
}
