using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>With every seat empty, or every holder asleep, the members still act (C16, C17, R10).</summary>
public sealed class WithoutOfficers
{
    [Fact]
    public void Five_of_a_hundred_and_at_least_three_summon_an_assembly_and_it_meets()
    {
        foreach (var members in new[] { 12, 100 })
        {
            var branch = Empty(members);
            var needed = Math.Max(3, members / 20);
            branch.Do(
                1,
                new Summon("We need to talk", "About the roof.", branch.Now + Duration.FromDays(10))
            );
            var petition = branch.LastMatter();
            for (var signer = 2; signer <= needed; signer++)
            {
                Assert.Empty(branch.Section.Bodies.Sittings);
                branch.Do(signer, new Support(petition));
            }
            var reached = branch.Now;
            var called = branch.Last<BodiesEvent.Called>();
            Assert.InRange((called.At - reached).TotalDays, 7, 21);
            Assert.Contains(petition, called.Agenda.Items);
            branch.Pass(called.At - branch.Now);
            foreach (var member in Enumerable.Range(1, members / 4))
                branch.Do(member, new EnterSitting(called.Sitting));
            branch.Do(1, new OpenSitting(called.Sitting));
            Assert.Equal(SittingStage.Open, branch.Section.Bodies.Of(called.Sitting).Stage);
            NobodyActedByMandate(branch);
        }
    }

    [Fact]
    public void Signatures_that_come_late_still_call_the_assembly_with_notice_and_in_time()
    {
        var branch = Empty(12);
        branch.Do(1, new Summon("Soon", "Roof.", branch.Now + Duration.FromDays(8)));
        var soon = branch.LastMatter();
        branch.Do(1, new Summon("Late", "Roof.", branch.Now + Duration.FromDays(50)));
        var late = branch.LastMatter();
        branch.Pass(20);
        foreach (var petition in new[] { soon, late })
        {
            branch.Do(2, new Support(petition));
            branch.Do(3, new Support(petition));
            Assert.InRange((branch.Last<BodiesEvent.Called>().At - branch.Now).TotalDays, 7, 21);
        }
    }

    [Fact]
    public void Members_put_an_item_and_decide_it()
    {
        var branch = Empty(12);
        branch.Do(4, new PutMotion("Roof", "Mend it.", BodyId.Members, [], []));
        var motion = branch.LastMatter();
        branch.Vote(motion, _ => "for");
        Assert.True(branch.Matter(motion).Is(Outcome.Adopted));
        NobodyActedByMandate(branch);
    }

    [Fact]
    public void Members_force_a_vote_on_what_a_committee_decided()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Committee, 2, 3, 4);
        branch.Do(2, new PutMotion("Sell the hall", "For nothing.", Steps.Committee, [], []));
        var decision = branch.LastMatter();
        branch.Vote(decision, _ => "for");
        Assert.True(branch.Matter(decision).Is(Outcome.Adopted));

        branch.Pass(25);
        branch.Do(7, new Challenge(decision));
        var challenge = branch.LastMatter();
        branch.Do(8, new Support(challenge));
        branch.Do(9, new Support(challenge));
        var reached = branch.Now;
        branch.Vote(challenge, _ => "for");
        Assert.True(branch.Matter(decision).Is(Outcome.Annulled));
        Assert.True(branch.Now - reached <= Duration.FromDays(5));
        NobodyActedByMandate(branch);
    }

    [Fact]
    public void Any_member_opens_an_overdue_election_and_it_runs_by_itself()
    {
        var branch = Empty(12);
        foreach (var body in branch.Section.Rules.Bodies.Where(Calling.IsElected))
            branch.Do(5, new CallElection(body.Id));
        var called = branch.Now;
        branch.Fill(Steps.Chair, 6);
        Assert.True(branch.Now - called <= Duration.FromDays(18));
        NobodyActedByMandate(branch);
    }

    [Fact]
    public void Twenty_years_without_anybody_doing_anything_leave_a_section_that_can_begin_again()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Committee, 2, 3, 4);
        branch.Pass(20 * 365);
        Assert.Empty(branch.Section.Mandates.Current);
        branch.Do(5, new CallElection(Steps.Committee));
        branch.Fill(Steps.Committee, 5, 6, 7);
    }

    // Every election of the founding has passed with nobody standing, and the first keeper's time is over.
    private static Branch Empty(int members)
    {
        var branch = Branch.Founded(members);
        branch.Pass(120);
        Assert.Empty(branch.Section.Mandates.Current);
        return branch;
    }

    private static void NobodyActedByMandate(Branch branch) =>
        Assert.DoesNotContain(branch.Record, h => h.Authority is Authority.Mandate);
}
