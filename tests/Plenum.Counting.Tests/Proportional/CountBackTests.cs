using Plenum.Counting.Ballots;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests.Proportional;

public sealed class CountBackTests
{
    // Quota 5. Ada has 8 and passes on 3, so that her papers stay with 5/8 of their value; Cleo takes the last seat.
    private const string Ward =
        "5 3\n3 1 3 5 0\n2 1 3 0\n2 1 4 0\n1 1 0\n6 2 5 0\n1 3 0\n1 4 0\n1 5 0\n0\n\"Ada\"\n\"Ben\"\n\"Cleo\"\n\"Dov\"\n\"Eve\"\n\"t\"\n";

    private static ElectionCount Counted => ScottishStv.Count(Elections.Blt(Ward), Elections.Seed);

    [Fact]
    public void The_papers_of_the_vacating_member_choose_among_those_who_consent()
    {
        Assert.Equal(Elections.Candidates(1, 2, 3), Counted.Elected);
        var story = CountBack.Count(
            Counted,
            new Candidate(1),
            Elections.Candidates(4, 5),
            Elections.Seed
        );
        Assert.Equal(new CountBackOutcome.Replaced(new Candidate(5)), story.Outcome);
        Assert.Equal("5.00000", story.HeldValue.ToString());
        Assert.Equal("1.87500", story.Stages[0].Of(new Candidate(5)).ToString());
        Assert.Equal("1.87500", story.Stages[0].NonTransferable.ToString());
    }

    [Fact]
    public void Who_does_not_consent_is_passed_over()
    {
        var story = CountBack.Count(
            Counted,
            new Candidate(1),
            Elections.Candidates(4),
            Elections.Seed
        );
        Assert.Equal(new CountBackOutcome.Replaced(new Candidate(4)), story.Outcome);
    }

    [Fact]
    public void Sitting_members_take_no_part_even_if_they_consent()
    {
        var story = CountBack.Count(
            Counted,
            new Candidate(1),
            Elections.Candidates(2, 3, 4),
            Elections.Seed
        );
        Assert.Equal(Elections.Candidates(4), story.Consenting);
    }

    [Fact]
    public void Papers_that_name_nobody_who_consents_replace_nobody()
    {
        var story = CountBack.Count(
            Counted,
            new Candidate(2),
            Elections.Candidates(4),
            Elections.Seed
        );
        Assert.Equal(new CountBackOutcome.Exhausted(), story.Outcome);
        Assert.Equal(story.HeldValue, story.Stages[^1].NonTransferable);
    }

    [Fact]
    public void A_candidate_ranked_above_the_vacating_member_is_preferred_again()
    {
        // Cleo is excluded first and her papers elect Ada; when Ada goes, they go back to Cleo.
        var count = ScottishStv.Count(
            Elections.Blt("3 1\n3 3 1 2 0\n4 1 2 0\n5 2 0\n0\nA\nB\nC\nt"),
            Elections.Seed
        );
        Assert.Equal(Elections.Candidates(1), count.Elected);
        var story = CountBack.Count(
            count,
            new Candidate(1),
            Elections.Candidates(2, 3),
            Elections.Seed
        );
        Assert.Equal(Votes.Of(3), story.Stages[0].Of(new Candidate(3)));
        Assert.Equal(new CountBackOutcome.Replaced(new Candidate(2)), story.Outcome);
    }

    [Fact]
    public void A_seat_that_the_count_did_not_fill_cannot_be_counted_back() =>
        Assert.Throws<ArgumentException>(() =>
            CountBack.Count(Counted, new Candidate(5), [], Elections.Seed)
        );

    [Fact]
    public void A_tie_between_two_goes_to_lot_and_is_on_record()
    {
        var count = ScottishStv.Count(
            Elections.Blt("3 1\n2 1 2 0\n2 1 3 0\n0\nA\nB\nC\nt"),
            Elections.Seed
        );
        var story = CountBack.Count(
            count,
            new Candidate(1),
            Elections.Candidates(2, 3),
            Elections.Seed
        );
        var tie = Assert.Single(story.Ties);
        Assert.IsType<TieStep.Lot>(Assert.Single(tie.Steps));
        var replaced = Assert.IsType<CountBackOutcome.Replaced>(story.Outcome);
        Assert.NotEqual(tie.Chosen, replaced.By);
    }

    [Fact]
    public void Any_vacancy_is_answered_and_no_value_appears_or_vanishes() =>
        Elections.Any.Sample(ballots =>
        {
            var count = ScottishStv.Count(ballots, Elections.Seed);
            var everybody = Enumerable
                .Range(1, ballots.Names.Length)
                .Select(number => new Candidate(number))
                .ToList();
            foreach (var vacating in count.Elected)
            {
                var story = CountBack.Count(count, vacating, everybody, Elections.Seed);
                foreach (var stage in story.Stages)
                {
                    var credited = stage.Votes.Aggregate(Votes.None, (sum, each) => sum + each);
                    Assert.Equal(story.HeldValue, credited + stage.NonTransferable);
                }
                if (story.Outcome is CountBackOutcome.Replaced(var by))
                    Assert.DoesNotContain(by, count.Elected);
            }
        });
}
