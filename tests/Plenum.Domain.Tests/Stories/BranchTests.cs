using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Stories;

/// <summary>A branch of twelve lives: it elects, decides, recalls and changes its rules, and nobody administers it.</summary>
public sealed class BranchTests
{
    private static readonly BodyId Committee = new("committee");
    private static readonly BodyId Chair = new("chair");

    [Fact]
    public void Founding_opens_the_election_of_every_body_by_itself()
    {
        var branch = Branch.Founded(12);

        Assert.Equal(Sections.Founding.Constituted, branch.Section.Sections.Founding);
        Assert.Equal(12, branch.Section.Membership.InGoodStanding);
        var elected = branch.Section.Matters.OpenMatters.Select(m => ((Question.Elect)m.Question).Body.Value);
        Assert.Equal(["committee", "chair", "secretary", "treasurer", "keepers", "auditors"], elected);
    }

    [Fact]
    public void Fewer_than_five_stay_a_circle_without_officers()
    {
        var branch = Branch.Founded(4);

        Assert.Equal(Sections.Founding.Circle, branch.Section.Sections.Founding);
        Assert.Empty(branch.Section.Matters.All);
        Assert.Empty(branch.Section.Mandates.Current);
    }

    [Fact]
    public void A_committee_is_elected_by_its_members_and_seated_at_the_count()
    {
        var branch = WithCommittee();

        var seats = branch.Section.Mandates.On(Committee, branch.Now).Select(m => m.Holder.Value).Order();
        Assert.Equal([2, 3, 4], seats);
    }

    [Fact]
    public void A_motion_is_debated_voted_on_and_carried_with_its_derivation()
    {
        var branch = Branch.Founded(12);
        branch.Do(5, new PutMotion("Night shifts", "No night shift without rest.", BodyId.Members, [10], []));
        var motion = branch.Section.Matters.All.Keys.Last();

        branch.Pass(4);
        var box = ((Stage.Voting)branch.Section.Matters.Find(motion)!.Stage).Box;
        foreach (var voter in Enumerable.Range(1, 7))
            branch.Do(voter, new Cast(box, voter <= 4 ? "for" : voter <= 6 ? "against" : "abstain"));
        branch.Pass(4);

        var settled = branch.Record.Select(h => h.Event).OfType<MattersEvent.Settled>().Single(s => s.Matter == motion);
        Assert.Equal(Outcome.Adopted, settled.Outcome);
        Assert.Equal((12, 4, 2, 1), (settled.Verdict.Roll, settled.Verdict.For, settled.Verdict.Against, settled.Verdict.Abstained));
        Assert.Equal(4, settled.Verdict.Needed);
        Assert.Equal(3, settled.Verdict.QuorumNeeded);
    }

    [Fact]
    public void The_electors_take_back_a_mandate_within_days_and_no_officer_acts()
    {
        var branch = WithCommittee();
        var chair = branch.Section.Mandates.On(Chair, branch.Now).Single();

        branch.Do(7, new Recall(chair.No));
        var petition = branch.Section.Matters.All.Keys.Last();
        branch.Do(8, new Support(petition));
        var reached = branch.Now;
        branch.Pass(4);
        var box = ((Stage.Voting)branch.Section.Matters.Find(petition)!.Stage).Box;
        foreach (var voter in Enumerable.Range(5, 5))
            branch.Do(voter, new Cast(box, "for"));
        branch.Pass(8);

        var ended = branch.Record.Single(h => h.Event is MandatesEvent.Ended { How: EndOfMandate.Recalled });
        Assert.True(ended.At - reached <= Duration.FromDays(10));
        Assert.IsType<Authority.Clock>(ended.Authority);
        Assert.DoesNotContain(branch.Record.SkipWhile(h => h.At < reached), h => h.Authority is Authority.Mandate);
    }

    [Fact]
    public void An_amendment_that_bans_factions_is_ruled_out_of_order_and_stays_on_the_record()
    {
        var branch = Branch.Founded(12);
        var draft = branch.Section.Statutes.Book.Draft;
        var id = new ArticleId("factions");
        var text = Amendments.TextOf(draft, draft.Articles.Items.First(a => a.Id == id)).Replace("allowed: true", "allowed: false", StringComparison.Ordinal);

        branch.Do(1, new Amend("One line", [new ArticleChange(id, Amendments.DigestOf(draft, id), text)]));

        var ruled = Assert.IsType<MattersEvent.RuledOut>(branch.Record[^1].Event);
        Assert.Contains("C3", ruled.Rules);
        Assert.Equal(draft.Digest, branch.Section.Statutes.Book.Digest);
    }

    [Fact]
    public void The_members_change_their_statutes_by_a_vote()
    {
        var branch = Branch.Founded(12);
        var draft = branch.Section.Statutes.Book.Draft;
        var id = new ArticleId("motions");
        var text = Amendments.TextOf(draft, draft.Articles.Items.First(a => a.Id == id)).Replace("debate: P3D", "debate: P5D", StringComparison.Ordinal);
        branch.Do(1, new Amend("More time", [new ArticleChange(id, Amendments.DigestOf(draft, id), text)]));
        var matter = branch.Section.Matters.All.Keys.Last();
        branch.Do(2, new Support(matter));
        branch.Do(3, new Support(matter));

        branch.Pass(200);
        Assert.IsType<Stage.Voting>(branch.Section.Matters.Find(matter)!.Stage);
    }

    private static Branch WithCommittee()
    {
        var branch = Branch.Founded(12);
        foreach (var matter in branch.Section.Matters.OpenMatters.ToArray())
        {
            var standing = ((Question.Elect)matter.Question).Body == Committee ? new[] { 2, 3, 4, 5 } : [2];
            foreach (var member in standing)
                branch.Do(member, new Stand(matter.No, "I will report.", PublicName: true));
        }
        branch.Pass(15);
        foreach (var matter in branch.Section.Matters.OpenMatters.ToArray())
            if (matter.Stage is Stage.Voting voting)
                foreach (var voter in Enumerable.Range(1, 12))
                    branch.Do(voter, new Cast(voting.Box, branch.Section.Ballots.Of(voting.Box).Options > 2 ? "1,2,3,4" : "1,2"));
        branch.Pass(4);
        return branch;
    }
}
