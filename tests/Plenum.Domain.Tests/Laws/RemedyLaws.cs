using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>A panel dismisses, has papers counted again or put right, or has the election held again (C17).</summary>
public sealed class RemedyLaws
{
    [Fact]
    public void The_strongest_remedy_that_a_majority_of_the_panel_wants_is_carried_out()
    {
        Remedy[][] panels =
        [
            [Remedy.Rerun, Remedy.Correct, Remedy.Dismiss],
            [Remedy.Rerun, Remedy.Rerun, Remedy.Dismiss],
            [Remedy.Recount, Remedy.Rerun, Remedy.Dismiss],
            [Remedy.Dismiss, Remedy.Dismiss, Remedy.Rerun],
        ];
        var decided = panels.Select(said =>
        {
            var (branch, election, protest) = ElectionWithAWrongHat();
            JudgedBy(branch, protest, said);
            return branch.Matter(election).Is(Outcome.Annulled) ? Remedy.Rerun
                : branch.All<ElectionsEvent.RecountOrdered>().LastOrDefault() is { } ordered
                    ? ordered.Remedy
                : Remedy.Dismiss;
        });

        Assert.Equal([Remedy.Correct, Remedy.Rerun, Remedy.Recount, Remedy.Dismiss], decided);
    }

    [Fact]
    public void A_recount_of_the_same_papers_gives_the_same_story_and_seats_nobody_else()
    {
        var (branch, election, protest) = ElectionWithAWrongHat();
        var first = branch.Last<ElectionsEvent.Counted>();
        var before = branch.Holders(Steps.Chair);
        JudgedBy(branch, protest, Remedy.Recount, Remedy.Recount, Remedy.Recount);
        branch.Pass(1);

        var again = branch.Last<ElectionsEvent.Recounted>();
        Assert.False(again.Changed);
        Assert.Equal(first.Story.Digest, again.Story.Digest);
        Assert.Equal(before, branch.Holders(Steps.Chair));
        branch.Pass(30);
        Assert.True(branch.Matter(election).Is(Outcome.Elected));
    }

    [Fact]
    public void A_hat_entered_wrongly_is_entered_anew_by_two_of_the_commission_and_the_right_one_sits()
    {
        var (branch, election, protest) = ElectionWithAWrongHat();
        var held = branch.On(Steps.Chair).Single();
        Assert.Equal(4, held.Holder.Value);
        JudgedBy(branch, protest, Remedy.Correct, Remedy.Correct, Remedy.Correct);
        var commission = branch.Section.Elections.Of(election).Commission;
        var (one, other) = (commission[0].Value, commission[1].Value);
        var box = branch.Section.Elections.Of(election).Box;
        Assert.IsType<NoMandate>(branch.Refused(4, new EnterPapers(box, ["1"])));
        Assert.IsType<TooManyPapers>(
            branch.Refused(one, new EnterPapers(box, ["2", "2", "2", "2"]))
        );
        branch.Do(one, new EnterPapers(box, ["2", "2", "2"]));
        Assert.IsType<SamePersonTwice>(branch.Refused(one, new EnterPapers(box, ["2", "2", "2"])));
        branch.Do(other, new EnterPapers(box, ["2", "2", "2"]));
        branch.Pass(1);

        Assert.True(branch.Last<ElectionsEvent.Recounted>().Changed);
        var seated = branch.On(Steps.Chair).Single();
        Assert.Equal((5, held.Until), (seated.Holder.Value, seated.Until));
        Assert.Equal(
            EndOfMandate.Annulled,
            branch.All<MandatesEvent.Ended>().Single(e => e.Mandate == held.No).How
        );
        // Whoever left by it may protest against that result in turn.
        branch.Do(4, new Protest(election, "My papers are gone."));
        Assert.Equal(Steps.Written(branch.Section), Steps.Written(branch.Replayed()));
    }

    [Fact]
    public void A_correction_that_nobody_makes_has_the_election_held_again()
    {
        var (branch, election, protest) = ElectionWithAWrongHat();
        JudgedBy(branch, protest, Remedy.Correct, Remedy.Correct, Remedy.Correct);
        var one = branch.Section.Elections.Of(election).Commission[0].Value;
        var box = branch.Section.Elections.Of(election).Box;
        branch.Do(one, new EnterPapers(box, ["2", "2", "2"]));
        branch.Pass(11);

        Assert.True(branch.Matter(election).Is(Outcome.Annulled));
        Assert.NotEmpty(branch.Running(Steps.Chair));
        Assert.False(branch.Try(one, new EnterPapers(box, ["2"])));
    }

    [Fact]
    public void Papers_that_are_not_those_which_were_counted_are_not_counted_again()
    {
        var (branch, election, protest) = ElectionWithAWrongHat();
        JudgedBy(branch, protest, Remedy.Dismiss, Remedy.Dismiss, Remedy.Dismiss);
        var unfolding = new Unfolding(branch.Section).Then(
            new ElectionsEvent.RecountOrdered(
                election,
                protest,
                Remedy.Recount,
                branch.Now,
                branch.Now
            )
        );
        var matter = branch.Matter(election);
        Recounts.Ordered(
            unfolding,
            matter,
            Assert.IsType<Stage.Protest>(matter.Stage),
            ["1", "1"],
            branch.Now
        );

        Assert.Contains(unfolding.Events.Items, e => e is ElectionsEvent.RecountDropped);
        Assert.DoesNotContain(unfolding.Events.Items, e => e is ElectionsEvent.Recounted);
    }

    private static void JudgedBy(Branch branch, MatterNo protest, params Remedy[] said)
    {
        var box = branch.Section.Ballots.Of(branch.Opens(protest));
        foreach (var (judge, remedy) in box.Roll.Zip(said))
            branch.Do(judge.Value, new Judge(protest, remedy));
        branch.Pass(box.Closes - branch.Now);
    }

    // Three papers for 5 were entered as papers for 4, who so sits in the chair.
    private static (Branch Branch, MatterNo Election, MatterNo Protest) ElectionWithAWrongHat()
    {
        var branch = Branch.Founded(20);
        branch.Fill(new BodyId("secretary"), 2);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 4, 5);
        var box = branch.Opens(election);
        foreach (var voter in new[] { 6, 7, 8 })
            branch.Do(2, new IssuePaper(box, new MemberNo(voter)));
        foreach (var voter in new[] { 9, 10 })
            branch.Do(voter, new Cast(box, "2"));
        branch.Do(11, new Cast(box, "1"));
        var commission = branch.Section.Elections.Of(election).Commission;
        foreach (var one in commission.Items.Take(2))
            branch.Do(one.Value, new EnterPapers(box, ["1", "1", "1"]));
        branch.Closes(election);
        Assert.Equal([4], branch.Holders(Steps.Chair));
        var protester = Enumerable.Range(12, 9).First(no => !commission.Contains(new MemberNo(no)));
        branch.Do(protester, new Protest(election, "We three wrote another number."));
        return (branch, election, branch.LastMatter());
    }
}
