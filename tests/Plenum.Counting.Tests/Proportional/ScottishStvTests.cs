using Plenum.Counting.Ballots;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

public sealed class ScottishStvTests
{
    public static TheoryData<string> Named() =>
        [
            "tie-at-exclusion",
            "tie-at-surplus",
            "tie-separated-by-an-earlier-stage",
            "all-exhausted",
            "one-paper-for-three-seats",
            "fewer-candidates-than-seats",
            "no-papers",
            "equal-ranks",
            "skipped-and-repeated-ranks",
            "withdrawn-first-preference",
            "weights-at-2-to-the-53",
        ];

    [Theory, MemberData(nameof(Named))]
    public void A_named_election_is_counted_as_approved(string name)
    {
        var ballots = Elections.Named(name);
        var count = ScottishStv.Count(ballots, Elections.Seed);
        Golden.Check($"counts/{name}.count.txt", CountText.Write(count));
        Golden.Check($"counts/{name}.count.json", CountJson.Write(count));
    }

    [Fact]
    public void More_seats_than_candidates_elect_everybody_at_once()
    {
        var count = ScottishStv.Count(
            Elections.Blt("2 5 1 1 2 0 0 \"A\" \"B\" \"t\""),
            Elections.Seed
        );
        Assert.Equal(Elections.Candidates(1, 2), count.Elected);
        Assert.Single(count.Stages);
    }

    [Fact]
    public void One_paper_for_three_seats_elects_its_first_preference_and_two_more()
    {
        var count = ScottishStv.Count(Elections.Named("one-paper-for-three-seats"), Elections.Seed);
        Assert.Equal(new Candidate(2), count.Elected[0]);
        Assert.Equal(3, count.Elected.Length);
    }

    [Fact]
    public void A_shared_first_rank_is_invalid_and_a_shared_later_rank_does_not_transfer()
    {
        var count = ScottishStv.Count(
            Elections.Blt(
                "4 1\n3 1=2 3 0\n2 4 1=2 3 0\n4 1 0\n5 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"t\"\n"
            ),
            Elections.Seed
        );
        Assert.Equal((11L, 3L), (count.ValidPapers, count.InvalidPapers));
        Assert.Equal(Votes.Of(2), count.Stages[2].NonTransferable);
    }

    [Fact]
    public void Weights_past_2_to_the_53_in_sum_are_counted_to_the_last_paper()
    {
        var count = ScottishStv.Count(Elections.Named("weights-at-2-to-the-53"), Elections.Seed);
        Assert.Equal("9007199254740992.00000", count.Stages[0].Of(new Candidate(1)).ToString());
        Assert.Equal("9007199254740991.00000", count.Stages[0].Of(new Candidate(2)).ToString());
        Assert.Equal(Elections.Candidates(1), count.Elected);
    }

    [Fact]
    public void A_candidate_exactly_at_the_quota_has_no_stage_of_surplus()
    {
        var count = ScottishStv.Count(
            Elections.Blt("3 2 3 1 2 0 3 2 0 2 3 0 0 A B C t"),
            Elections.Seed
        );
        Assert.Equal("3.00000", count.Quota.ToString());
        Assert.DoesNotContain(count.Stages, stage => stage.Action is StageAction.Surplus);
    }

    [Fact]
    public void A_tie_is_broken_by_the_latest_earlier_stage_and_says_so()
    {
        var count = ScottishStv.Count(
            Elections.Named("tie-separated-by-an-earlier-stage"),
            Elections.Seed
        );
        var tie = Assert.Single(count.Ties);
        var step = Assert.IsType<TieStep.EarlierStage>(Assert.Single(tie.Steps));
        Assert.Equal((1, tie.Chosen), (step.Stage, Assert.Single(step.Left)));
    }

    [Fact]
    public void A_lot_can_be_drawn_again_by_a_stranger_from_the_public_seed()
    {
        var count = ScottishStv.Count(
            Elections.Named("tie-at-exclusion"),
            Lots.Seeded([0xAB, 0xCD])
        );
        var lot = Assert.IsType<TieStep.Lot>(Assert.Single(Assert.Single(count.Ties).Steps));
        var slips = lot.Among.Select(candidate =>
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(
                    System.Text.Encoding.ASCII.GetBytes(
                        $"plenum-lot-1:abcd:{lot.Number}:{candidate}"
                    )
                )
            )
        );
        Assert.Equal(string.Join(' ', slips), string.Join(' ', lot.Slips));
        Assert.Equal(
            lot.Slips.Min(StringComparer.Ordinal),
            lot.Slips[lot.Among.IndexOf(lot.Drawn)]
        );
    }

    [Fact]
    public void Another_seed_can_draw_another_candidate()
    {
        var ballots = Elections.Named("tie-at-exclusion");
        var drawn = Enumerable
            .Range(0, 64)
            .Select(seed => ScottishStv.Count(ballots, Lots.Seeded([(byte)seed])).Ties[0].Chosen);
        Assert.Equal(Elections.Candidates(2, 3), drawn.Distinct().Order());
    }
}
