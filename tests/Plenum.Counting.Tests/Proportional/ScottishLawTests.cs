using Plenum.Counting.Ballots;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Tests.Proportional;

public sealed class ScottishLawTests
{
    [Fact]
    public void The_order_in_which_papers_are_given_changes_nothing() =>
        Gen.Select(Elections.Any, Gen.Int[1, 1000])
            .Sample(
                (ballots, seed) =>
                {
                    // Split every bundle in two and shuffle: the same papers in another order.
                    var pieces = ballots
                        .Papers.SelectMany(p =>
                            new[]
                            {
                                p with
                                {
                                    Number = p.Number / 2,
                                },
                                p with
                                {
                                    Number = p.Number - (p.Number / 2),
                                },
                            }
                        )
                        .OrderBy(p => HashCode.Combine(p, seed));
                    var again = BallotSet.Of(ballots.Title, ballots.Names, ballots.Seats, pieces);
                    Assert.Equal(Story(ballots), Story(again));
                }
            );

    [Fact]
    public void Every_vote_is_credited_or_non_transferable_or_lost_in_rounding_at_every_stage() =>
        Elections.Any.Sample(ballots =>
        {
            var count = ScottishStv.Count(ballots, Elections.Seed);
            var moved = 0L;
            foreach (var stage in count.Stages)
            {
                var credited = stage.Votes.Aggregate(Votes.None, (sum, each) => sum + each);
                Assert.Equal(
                    Votes.Of(count.ValidPapers),
                    credited + stage.NonTransferable + stage.LostInRounding
                );
                moved +=
                    stage.Transfers.Sum(transfer => transfer.Papers)
                    + (stage.Number == 1 ? 0 : count.ValidPapers);
                // At most one unit a paper is lost at a transfer.
                Assert.InRange(stage.LostInRounding.Units, 0, moved);
                Assert.All(stage.Votes, each => Assert.True(each >= Votes.None));
            }
            Assert.Equal(count.ValidPapers + count.InvalidPapers, ballots.Number);
        });

    [Fact]
    public void As_many_are_elected_as_there_are_seats_or_candidates() =>
        Elections.Any.Sample(ballots =>
        {
            var elected = ScottishStv.Count(ballots, Elections.Seed).Elected;
            Assert.Equal(Math.Min(ballots.Seats, ballots.Names.Length), elected.Length);
            Assert.Equal(elected.Length, elected.Distinct().Count());
        });

    [Fact]
    public void A_solid_group_above_a_quota_elects_at_least_one_of_its_candidates() =>
        Gen.Select(Elections.Any, Gen.Int[1, 5])
            .Sample(
                (ballots, size) =>
                {
                    var group = Enumerable.Range(1, Math.Min(size, ballots.Names.Length)).ToArray();
                    var others = ballots.Number;
                    // n of n + others papers are more than 1/(seats+1) of them.
                    var own = (others / ballots.Seats) + ballots.Seats + 1;
                    var solid = Enumerable
                        .Range(0, group.Length)
                        .Select(turn => new Papers(
                            Ranking.Of([.. group[turn..], .. group[..turn]]),
                            (own / group.Length) + 1
                        ));
                    var all = BallotSet.Of(
                        "solid",
                        ballots.Names,
                        ballots.Seats,
                        ballots.Papers.Concat(solid)
                    );
                    var elected = ScottishStv.Count(all, Elections.Seed).Elected;
                    Assert.Contains(elected, candidate => group.Contains(candidate.Number));
                }
            );

    [Fact]
    public void Cloning_every_paper_scales_the_first_stage_and_whom_it_elects() =>
        Gen.Select(Elections.Any, Gen.Long[2, 9])
            .Sample((ballots, k) => AssertScaled(ballots, k, stages: 1));

    // With one seat no surplus is ever transferred, so nothing is rounded.
    [Fact]
    public void Cloning_every_paper_scales_the_whole_count_of_one_seat() =>
        Gen.Select(Elections.Any, Gen.Long[2, 9])
            .Sample((ballots, k) => AssertScaled(ballots.WithSeats(1), k, stages: int.MaxValue));

    private static void AssertScaled(BallotSet ballots, long k, int stages)
    {
        var cloned = BallotSet.Of(
            ballots.Title,
            ballots.Names,
            ballots.Seats,
            ballots.Papers.Select(p => p with { Number = p.Number * k })
        );
        var once = ScottishStv.Count(ballots, Elections.Seed).Stages.Take(stages).ToList();
        var often = ScottishStv.Count(cloned, Elections.Seed).Stages.Take(stages).ToList();
        Assert.Equal(
            once.SelectMany(s => s.Votes.Select(v => v * k)),
            often.SelectMany(s => s.Votes)
        );
        Assert.Equal(once.Select(s => s.NonTransferable * k), often.Select(s => s.NonTransferable));
        Assert.Equal(once.SelectMany(s => s.Elected), often.SelectMany(s => s.Elected));
    }

    [Fact]
    public void What_the_elected_hold_at_the_end_is_what_they_are_credited_up_to_rounding() =>
        Elections.Any.Sample(ballots =>
        {
            var count = ScottishStv.Count(ballots, Elections.Seed);
            foreach (var candidate in count.Elected)
            {
                var held = count
                    .HeldBy(candidate)
                    .Aggregate(Votes.None, (sum, h) => sum + (h.Value * h.Papers));
                var credited = count.Stages[^1].Of(candidate);
                Assert.InRange((held - credited).Units, 0, count.ValidPapers);
            }
        });

    private static string Story(BallotSet ballots) =>
        CountJson.Write(ScottishStv.Count(ballots, Elections.Seed));
}
