using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Elections that go wrong in every way elections do (C1, C17, R7, R8).</summary>
public sealed class ElectionLaws
{
    private static readonly BodyId Keepers = new("keepers");

    [Fact]
    public void When_nobody_stands_twice_the_seat_is_empty_and_any_member_calls_again()
    {
        var branch = Branch.Founded(12);
        var election = branch.Election(Steps.Chair);
        branch.Pass(15);
        Assert.True(Assert.IsType<Stage.Nomination>(branch.Matter(election).Stage).SecondCall);
        branch.Pass(7);
        Assert.True(branch.Matter(election).Is(Outcome.NobodyStood));
        branch.Do(9, new CallElection(Steps.Chair));
        branch.Fill(Steps.Chair, 3);
        Assert.IsType<NoSeatToFill>(branch.Refused(9, new CallElection(Steps.Chair)));
    }

    [Fact]
    public void Nobody_is_elected_by_nobody()
    {
        var branch = Branch.Founded(12);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 2);
        branch.Vote(election, _ => "");
        Assert.Empty(branch.On(Steps.Chair));
        Assert.NotEmpty(branch.Running(Steps.Chair));
    }

    [Fact]
    public void Unopposed_candidates_are_refused_by_a_majority_and_seated_by_a_quota()
    {
        foreach (var (wanting, seated) in new[] { (0, Array.Empty<int>()), (4, [2]), (12, [2]) })
        {
            var branch = Branch.Founded(12);
            var election = branch.Election(Steps.Committee);
            branch.Stands(election, 2, 3);
            branch.Vote(election, voter => voter <= wanting ? "1,3" : "3");
            Assert.Equal(seated, branch.Holders(Steps.Committee));
            Assert.NotEmpty(branch.Running(Steps.Committee));
        }
    }

    [Fact]
    public void A_tie_falls_by_a_public_seed_and_anybody_can_draw_it_again()
    {
        var branch = Branch.Founded(12);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 2, 3);
        branch.Vote(election, voter => voter <= 6 ? "1" : "2");
        var counted = branch.All<ElectionsEvent.Counted>().Single(c => c.Election == election);
        Assert.NotEmpty(counted.Ties);
        var again = Counts.Count(
            branch.Section,
            election,
            (Question.Elect)branch.Matter(election).Question,
            branch.Section.Ballots.Of(counted.Box),
            branch.PapersOf(counted.Box),
            counted.Seed
        );
        Assert.Equal(
            counted.Story.Content,
            Counting.StoryJson.Write(new Counting.CountStory.ByStages(again))
        );
    }

    [Fact]
    public void An_upheld_protest_annuls_and_the_same_seats_are_elected_again()
    {
        var branch = Branch.Founded(20);
        branch.Fill(Steps.Committee, 2, 3, 4);
        var election = branch.On(Steps.Committee)[0].By;
        branch.Do(10, new Protest(election, "Three members were not on the roll."));
        var first = branch.LastMatter();
        branch.Do(11, new Protest(election, "Nor was I."));
        var second = branch.LastMatter();
        Assert.IsType<ProtestUnderWay>(branch.Refused(10, new Protest(election, "Again.")));
        // Each panel judges its own case.
        foreach (var protest in new[] { first, second })
            Assert.Equal(3, branch.Section.Ballots.Of(branch.Opens(protest)).Roll.Count);
        branch.Vote(first, _ => "for");
        Assert.True(branch.Matter(election).Is(Outcome.Annulled));
        Assert.Empty(branch.On(Steps.Committee));

        var rerun = (Question.Elect)branch.Matter(branch.Election(Steps.Committee)).Question;
        Assert.Equal((ElectionCause.Rerun, 3), (rerun.Cause, rerun.Seats));
        branch.Fill(Steps.Committee, 2, 3, 4);
        Assert.All(branch.On(Steps.Committee), m => Assert.Equal(1, m.Term));
        Assert.Empty(branch.On(new BodyId("panel")));
    }

    [Fact]
    public void A_protest_keeps_a_result_open_but_not_the_time_to_protest()
    {
        var branch = Branch.Founded(20);
        branch.Fill(Steps.Chair, 2);
        var election = branch.On(Steps.Chair)[0].By;
        branch.Do(10, new Protest(election, "I doubt it."));
        branch.Pass(11);
        Assert.IsType<Stage.Protest>(branch.Matter(election).Stage);
        Assert.IsType<NotOpenToProtest>(branch.Refused(11, new Protest(election, "Me too.")));
        branch.Pass(10);
        Assert.True(branch.Matter(election).Is(Outcome.Elected));
    }

    [Fact]
    public void Successors_are_elected_sixty_days_before_the_end_and_wait_for_it()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Committee, 2, 3, 4);
        var until = branch.On(Steps.Committee)[0].Until;
        branch.Pass(until - branch.Now - Duration.FromDays(61));
        Assert.Empty(branch.Running(Steps.Committee));
        branch.Pass(2);
        var election = branch.Election(Steps.Committee);
        branch.Stands(election, 4, 5, 6);
        var paper = branch.Ranking(election, 4, 5, 6);
        branch.Vote(election, _ => paper);
        Assert.Equal([2, 3, 4], branch.Holders(Steps.Committee));
        branch.Pass(until - branch.Now);
        Assert.Equal([4, 5, 6], branch.Holders(Steps.Committee));
        Assert.Equal(2, branch.On(Steps.Committee).Single(m => m.Holder.Value == 4).Term);
    }

    [Fact]
    public void An_annulled_succession_neither_gives_nor_forgets_a_term()
    {
        var branch = Branch.Founded(20);
        branch.Fill(Steps.Committee, 2, 3, 4);
        branch.Pass(branch.On(Steps.Committee)[0].SuccessionAt - branch.Now);
        var election = branch.Election(Steps.Committee);
        branch.Stands(election, 2, 3, 4);
        branch.Vote(election, _ => "1,2,3");
        branch.Do(10, new Protest(election, "No."));
        branch.Vote(branch.LastMatter(), _ => "for");
        var rerun = branch.Election(Steps.Committee);
        Assert.Equal(3, ((Question.Elect)branch.Matter(rerun).Question).Seats);
        branch.Stands(rerun, 2, 3, 4);
        branch.Vote(rerun, _ => "1,2,3");
        var seats = branch
            .Section.Mandates.Current.Values.Where(m => m.By == rerun && m.Body == Steps.Committee)
            .ToArray();
        Assert.Equal([2, 2, 2], seats.Select(m => m.Term));
        Assert.All(seats, m => Assert.True(m.Since > branch.Now));
    }

    [Fact]
    public void When_nobody_follows_holders_are_caretakers_for_a_while_and_then_nothing()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Committee, 2, 3, 4);
        branch.Pass(branch.On(Steps.Committee)[0].Until - branch.Now);
        Assert.Equal(3, branch.On(Steps.Committee).Length);
        Assert.All(branch.On(Steps.Committee), m => Assert.True(m.IsCaretaker));
        // The overdue election has opened again, once for all seats.
        Assert.Single(branch.Running(Steps.Committee));
        branch.Pass(60);
        Assert.Empty(branch.On(Steps.Committee));
    }

    [Fact]
    public void The_first_keeper_makes_room_for_those_elected()
    {
        var branch = Branch.Founded(12);
        Assert.Equal([1], branch.Holders(Keepers));
        branch.Fill(Keepers, 5, 6);
        branch.Pass(40);
        Assert.Equal([5, 6], branch.Holders(Keepers));
        Assert.Empty(branch.Running(Keepers));
    }

    [Fact]
    public void After_three_terms_once_more_only_by_two_thirds_and_when_nobody_else_stands()
    {
        foreach (
            var (other, yes, elected) in new[]
            {
                (false, 8, true),
                (false, 7, false),
                (true, 12, false),
            }
        )
        {
            var branch = InTheThirdTerm();
            var election = branch.Election(Steps.Chair);
            Assert.IsType<TermLimit>(branch.Refused(2, new Stand(election, "Again", true)));
            branch.Pass(15);
            branch.Stands(election, 2);
            if (other)
                branch.Stands(election, 5);
            branch.Vote(election, voter => voter <= yes ? "1" : "2");
            var counted = branch.All<ElectionsEvent.Counted>().Single(c => c.Election == election);
            Assert.Equal(elected, counted.Elected.Count == 1);
        }
    }

    [Fact]
    public void Whoever_leaves_before_the_count_is_not_elected()
    {
        var branch = Branch.Founded(12);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 2, 3);
        branch.Opens(election);
        branch.Do(2, new Leave());
        branch.Vote(election, voter => voter == 2 ? "" : "1,2");
        Assert.Equal([3], branch.Holders(Steps.Chair));
    }

    [Fact]
    public void A_body_struck_out_of_the_statutes_takes_its_seats_and_elections_with_it()
    {
        var branch = Branch.Founded(12);
        var treasurer = new BodyId("treasurer");
        branch.Fill(treasurer, 2);
        var draft = branch.Section.Statutes.Book.Draft;
        var id = new ArticleId("treasurer");
        branch.Do(
            1,
            new Amend("No treasurer", [new ArticleChange(id, Amendments.DigestOf(draft, id), "")])
        );
        var amendment = branch.LastMatter();
        branch.Do(2, new Support(amendment));
        branch.Do(3, new Support(amendment));
        branch.Vote(amendment, _ => "for");
        Assert.True(branch.Matter(amendment).Is(Outcome.Adopted));
        Assert.Empty(branch.On(treasurer));
        branch.Pass(800);
        Assert.False(branch.Section.Statutes.Book.Has(treasurer));
    }

    private static Branch InTheThirdTerm()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Chair, 2);
        for (var term = 2; term <= 3; term++)
        {
            branch.Pass(branch.On(Steps.Chair)[0].SuccessionAt - branch.Now);
            var again = branch.Election(Steps.Chair);
            branch.Stands(again, 2);
            branch.Vote(again, _ => "1");
            branch.Pass(61);
            Assert.Equal(term, branch.On(Steps.Chair).Single().Term);
        }
        branch.Pass(branch.On(Steps.Chair)[0].SuccessionAt - branch.Now);
        return branch;
    }
}
