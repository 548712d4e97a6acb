using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Papers from a hat beside votes by screen: two people enter them, and nobody votes on both (C18).</summary>
public sealed class PaperLaws
{
    [Fact]
    public void Two_people_enter_the_papers_of_a_hat_and_only_when_both_agree_do_they_count()
    {
        var branch = Branch.Founded(12);
        var secretary = new BodyId("secretary");
        branch.Fill(secretary, 2);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 4, 5);
        var box = branch.Opens(election);
        foreach (var voter in new[] { 6, 7, 8 })
            branch.Do(2, new IssuePaper(box, new MemberNo(voter)));
        Assert.IsType<HasPaper>(branch.Refused(6, new Cast(box, "1")));
        branch.Do(9, new Cast(box, "2"));
        Assert.IsType<RollLineUsed>(branch.Refused(2, new IssuePaper(box, new MemberNo(9))));
        // A candidate enters no papers, even one who was drawn to run another election.
        Assert.True(branch.Refused(4, new EnterPapers(box, ["1"])) is NoMandate or OnTheCommission);

        var commission = branch
            .Section.Elections.Of(election)
            .Commission.Select(m => m.Value)
            .ToArray();
        var (one, other) = (commission[0], commission[1]);
        Assert.IsType<TooManyPapers>(
            branch.Refused(one, new EnterPapers(box, ["1", "1", "1", "1"]))
        );
        Assert.IsType<PaperLineUnreadable>(branch.Refused(one, new EnterPapers(box, ["1", "9"])));
        branch.Do(one, new EnterPapers(box, ["1", "1"]));
        Assert.IsType<SamePersonTwice>(branch.Refused(one, new EnterPapers(box, ["1", "1"])));
        branch.Do(other, new EnterPapers(box, ["2", "1", "1"]));
        Assert.Single(branch.PapersOf(box).Items);
        branch.Do(one, new EnterPapers(box, ["1", "2", "1"]));
        Assert.Equal(["1", "1", "2", "2"], branch.PapersOf(box).Items);
        Assert.IsType<PapersAlreadyConfirmed>(branch.Refused(other, new EnterPapers(box, ["1"])));
        // A paper handed out now could not be counted any more.
        Assert.IsType<PapersAlreadyConfirmed>(
            branch.Refused(2, new IssuePaper(box, new MemberNo(10)))
        );
        branch.Closes(election);
        Assert.Equal(4, branch.All<ElectionsEvent.Counted>().Last().Papers);
    }

    [Fact]
    public void A_recall_by_secret_paper_is_entered_by_two_of_the_commission_and_decides()
    {
        var (branch, recall, box) = RecallOfTheChair();
        var commission = branch.Section.Elections.Of(recall).Commission;
        Assert.Equal(3, commission.Count);
        Assert.DoesNotContain(new MemberNo(4), commission);
        var (one, other) = (commission[0].Value, commission[1].Value);
        foreach (var voter in new[] { 5, 6, 7, 8, 9 })
            branch.Do(one, new IssuePaper(box, new MemberNo(voter)));
        string[] hat = ["for", "for", "for", "against", "for"];
        branch.Do(one, new EnterPapers(box, [.. hat]));
        branch.Do(other, new EnterPapers(box, [.. hat.Reverse()]));
        branch.Closes(recall);

        Assert.True(branch.Matter(recall).Is(Outcome.Adopted));
        Assert.Empty(branch.On(Steps.Chair));
        var verdict = branch.All<MattersEvent.Settled>().Single(s => s.Matter == recall).Verdict;
        Assert.Equal((4, 1), (verdict.For, verdict.Against));
        Assert.DoesNotContain(
            branch.Section.Mandates.Current.Values,
            m => m.By == recall && m.Body.Value == "commission"
        );
    }

    [Fact]
    public void Neither_whom_a_vote_is_about_nor_the_commission_of_another_enters_its_papers()
    {
        var (branch, recall, box) = RecallOfTheChair();
        branch.Do(5, new PutMotion("Rest", "No night shift.", BodyId.Members, [], []));
        var motion = branch.LastMatter();
        foreach (var voter in new[] { 6, 7, 8 })
            branch.Do(voter, new AskSecrecy(motion));
        var other = branch.Opens(motion);
        var ofRecall = branch.Section.Elections.Of(recall).Commission.Items;
        var ofMotion = branch.Section.Elections.Of(motion).Commission.Items;
        Assert.DoesNotContain(new MemberNo(5), ofMotion);
        Assert.NotEmpty(ofMotion.Except(ofRecall));
        foreach (var stranger in ofMotion.Except(ofRecall))
            Assert.True(
                branch.Refused(stranger.Value, new EnterPapers(box, []))
                    is NotOnTheCommission
                        or OnTheCommission
            );
        foreach (var stranger in ofRecall.Except(ofMotion))
            Assert.True(
                branch.Refused(stranger.Value, new EnterPapers(other, []))
                    is NotOnTheCommission
                        or OnTheCommission
            );
        branch.Do(ofMotion[0].Value, new EnterPapers(other, []));
    }

    [Fact]
    public void One_letter_makes_the_vote_last_three_weeks_for_everybody()
    {
        var (branch, recall, box) = RecallOfTheChair();
        var opened = branch.Now;
        var closes = branch.Section.Ballots.Of(box).Closes;
        var one = branch.Section.Elections.Of(recall).Commission[0].Value;
        branch.Do(one, new IssuePaper(box, new MemberNo(5)));
        Assert.Equal(closes, branch.Section.Ballots.Of(box).Closes);
        branch.Do(one, new IssuePaper(box, new MemberNo(6), ByPost: true));
        branch.Do(one, new IssuePaper(box, new MemberNo(7), ByPost: true));

        Assert.Single(branch.All<BallotsEvent.Lengthened>());
        var longer = branch.Section.Ballots.Of(box).Closes;
        Assert.Equal(longer, branch.Matter(recall).Stage.NextAt);
        Assert.True(longer - branch.Section.Ballots.Of(box).Opened >= Duration.FromDays(21));
        branch.Pass(closes - opened + Duration.FromDays(5));
        branch.Do(8, new Cast(box, "for"));
        // The commission still holds its mandate when the last letters come in.
        branch.Do(one, new EnterPapers(box, ["for"]));
        branch.Closes(recall);
        Assert.True(branch.Matter(recall).Is(Outcome.Adopted));
    }

    [Fact]
    public void A_helper_with_more_than_five_acts_in_a_vote_is_flagged_and_the_helped_are_not_named()
    {
        var (branch, recall, box) = RecallOfTheChair();
        branch.Pass(1);
        foreach (var voter in new[] { 5, 6, 7, 8, 9 })
            AtDesk(branch, voter, box);
        Assert.Empty(branch.Section.Ballots.Of(box).FlaggedHelpers);
        AtDesk(branch, 10, box);
        branch.Do(11, new Cast(box, "against"));
        branch.Closes(recall);

        var flagged = Assert.Single(branch.Section.Ballots.Of(box).FlaggedHelpers);
        Assert.Equal((2, 6), (flagged.Key.Value, flagged.Value));
        Assert.Equal(6, branch.All<BallotsEvent.Helped>().Count());
    }

    private static void AtDesk(Branch branch, int voter, BoxNo box) =>
        branch.Do(
            new Cast(box, "for"),
            new Actor.Person(Branch.Person(voter), new Channel.Desk(Branch.Person(2)))
        );

    // The secretary is 2, the chair 4; the vote on taking back the chair's mandate has opened.
    private static (Branch Branch, MatterNo Recall, BoxNo Box) RecallOfTheChair()
    {
        var branch = Branch.Founded(12);
        branch.Stands(branch.Election(new BodyId("secretary")), 2);
        branch.Stands(branch.Election(Steps.Chair), 4);
        var chair = branch.Election(Steps.Chair);
        foreach (var election in new[] { branch.Election(new BodyId("secretary")), chair })
        {
            var box = branch.Opens(election);
            foreach (var voter in Enumerable.Range(1, 12))
                branch.Do(voter, new Cast(box, "1"));
        }
        branch.Closes(chair);
        branch.Pass(20);
        branch.Do(7, new Mandates.Recall(branch.On(Steps.Chair)[0].No));
        var recall = branch.LastMatter();
        branch.Do(8, new Support(recall));
        return (branch, recall, branch.Opens(recall));
    }
}
