using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

/// <summary>Numbers of papers as far apart as a set allows.</summary>
public sealed class VeryManyPapersTests
{
    private static readonly Gen<long> FarApart =
        from digits in Gen.Int[0, 15]
        from first in Gen.Long[1, 9]
        select Math.Min(first * (long)Math.Pow(10, digits), BallotSet.MostPapersOfOneRanking);

    public static TheoryData<string> All() => [.. CountingRule.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(All))]
    public void No_rule_throws_however_far_apart_the_numbers_of_papers_are(string id) =>
        (
            from candidates in Gen.Int[2, 5]
            from seats in Gen.Int[1, 3]
            from papers in Gen.Select(
                Gen.Int[1, candidates].Array[0, 2].Array[0, 3],
                FarApart
            ).List[0, 6]
            select BallotSet.Of(
                "",
                Enumerable.Range(1, candidates).Select(number => $"C{number}"),
                seats,
                papers.Select(paper => new Papers(
                    Ranking.OfRanks(
                        paper.Item1.Select(rank =>
                            System.Collections.Immutable.ImmutableArray.CreateRange(
                                Elections.Candidates([.. rank.Distinct()])
                            )
                        )
                    ),
                    paper.Item2
                ))
            )
        ).Sample(
            ballots =>
            {
                var set = RuleLawTests.Fitting(id, ballots);
                Assert.InRange(
                    RuleLawTests.Counted(id, set).Elected.Length,
                    0,
                    Math.Min(set.Seats, set.Names.Length)
                );
            },
            iter: 300
        );

    // Papers of one name go nowhere: whoever has more of them is elected, however the quota falls.
    [Theory]
    [InlineData("meek")]
    [InlineData("warren")]
    [InlineData("meek-shared")]
    public void Of_papers_with_one_name_the_most_elect(string id) =>
        Gen.Select(FarApart.Array[2, 6], Gen.Int[1, 4])
            .Sample(
                (papers, seats) =>
                {
                    var set = BallotSet.Of(
                        "",
                        papers.Select((_, i) => $"C{i}"),
                        seats,
                        papers.Select((n, i) => new Papers(Ranking.Of(i + 1), n))
                    );
                    var elected = RuleLawTests.Counted(id, set).Elected;
                    Assert.Equal(
                        papers.OrderDescending().Take(seats),
                        elected.Select(c => papers[c.Index]).OrderDescending()
                    );
                }
            );
}
