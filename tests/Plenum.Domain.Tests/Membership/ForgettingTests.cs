using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

/// <summary>Who used to be a member is forgotten at their own wish, by nobody else, and not while a case of theirs runs.</summary>
public sealed class ForgettingTests
{
    private static readonly ArticleId Article = new("membership");
    private static readonly MemberNo Twelve = new(12);
    private static readonly MemberNo Newcomer = new(13);
    private static readonly Forget Forget = new("");

    private static readonly Section Small = Of(12).WithOfficers();
    private static readonly Section Left = Small.Do(new Leave(), By(12, At(1)));
    private static readonly Section Refused = Small
        .Do(new Apply(1, "", IsOldEnough: true), By(13, At(1)))
        .Do(new Refuse(Newcomer, 1, "Owns the harbour."), By(4, At(2)));

    [Fact]
    public void Whoever_left_asks_and_the_record_says_that_it_was_their_own_wish()
    {
        var ruling = Assert.IsType<Ruling.InOrder>(Forget.Decide(Left, By(12, At(2))));

        Assert.Equal(
            [new MembershipEvent.Forgotten(Twelve, ForgottenBy.OwnWish, "")],
            ruling.Events.Items
        );
        Assert.Equal(new Authority.Anyone(), ruling.Authority);
        Assert.True(Left.Do(Forget, By(12, At(2))).Membership.Of(Twelve).IsForgotten);
    }

    [Fact]
    public void Whoever_withdrew_or_declined_asks_too()
    {
        var withdrawn = Small
            .Do(new Apply(1, "", IsOldEnough: true), By(13, At(1)))
            .Do(new Leave(), By(13, At(2)))
            .Do(Forget, By(13, At(3)));

        Assert.True(withdrawn.Membership.Of(Newcomer).IsForgotten);
    }

    [Fact]
    public void Whoever_belongs_or_wants_to_leaves_first()
    {
        Assert.Equal(new StillOnTheRoll(Twelve).By(Article), Forget.Refusal(Small, By(12, At(1))));
        var applied = Small.Do(new Apply(1, "", IsOldEnough: true), By(13, At(1)));
        Assert.Equal(
            new StillOnTheRoll(Newcomer).By(Article),
            Forget.Refusal(applied, By(13, At(2)))
        );
    }

    [Fact]
    public void Nobody_does_it_for_another_whatever_office_they_hold()
    {
        for (var helper = 1; helper <= 11; helper++)
            Assert.Equal(
                new NotForAnother().ByCharter("C5"),
                Forget.Refusal(Left, AtDesk(12, helper, At(2)))
            );
        Assert.Equal(new NotAPerson(), Forget.Refusal(Left, ByClock(At(2))));
    }

    [Fact]
    public void Nobody_is_forgotten_twice_or_without_having_been_here()
    {
        var forgotten = Left.Do(Forget, By(12, At(2)));

        Assert.Equal(new NothingToForget().By(Article), Forget.Refusal(forgotten, By(12, At(3))));
        Assert.Equal(new NothingToForget().By(Article), Forget.Refusal(Left, By(14, At(3))));
    }

    [Fact]
    public void While_an_appeal_runs_the_members_know_whom_they_decide_about()
    {
        var appealed = Refused.Do(new Appeal(), By(13, At(3)));
        var matter = Assert.Single(appealed.Matters.OpenMatters);

        Assert.Equal(
            new CaseRuns(matter.No, matter.Stage.NextAt).By(Article),
            Forget.Refusal(appealed, By(13, At(4)))
        );
    }

    /// <summary>Else whoever refuses many would see them vanish from what the federation counts.</summary>
    [Fact]
    public void A_refusal_stays_a_refusal()
    {
        var forgotten = Refused.Do(Forget, By(13, At(3)));

        Assert.Equal(new Standing.Refused(1, At(32)), forgotten.Membership.Of(Newcomer).Standing);
    }

    [Fact]
    public void Whoever_comes_back_has_another_number_and_the_one_before_keeps_its_name()
    {
        var back = Left.Do(new Forget(" A.  Writer "), By(12, At(2)))
            .Do(new Apply(1, "", IsOldEnough: true), By(12, At(3)));

        Assert.Equal("A. Writer", back.Membership.Of(Twelve).KnownAs);
        Assert.True(back.Membership.Of(Twelve).IsForgotten);
        Assert.Equal(Newcomer, back.Membership.Of(PersonOf(12)).No);
        Assert.False(back.Membership.Of(PersonOf(12)).IsForgotten);
    }

    [Theory]
    [InlineData("Ada\u202Eada")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void What_cannot_be_seen_is_no_name(string name) =>
        Assert.Equal("forget.no-name", new Forget(name).Refusal(Left, By(12, At(2)))!.Code);

    [Fact]
    public void Whoever_stood_waits_until_the_result_can_be_protested_no_more()
    {
        var branch = Branch.Founded(12);
        var election = branch.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.Elect { Body.Value: "secretary" }
        );
        branch.Do(9, new Stand(election.No, "I will report.", PublicName: true));
        branch.Do(2, new Stand(election.No, "I will report.", PublicName: true));
        branch.Pass(15);
        branch.Do(9, new Leave());

        Assert.Equal(Running(branch, election.No), branch.Refused(9, Forget));

        var box = ((Stage.Voting)branch.Section.Matters.Find(election.No)!.Stage).Box;
        for (var voter = 2; voter <= 8; voter++)
            branch.Do(voter, new Cast(box, "2"));
        branch.Pass(7);
        Assert.IsType<Stage.Protest>(branch.Section.Matters.Find(election.No)!.Stage);
        Assert.Equal(Running(branch, election.No), branch.Refused(9, Forget));

        branch.Do(8, new Protest(election.No, "The box stood open."));
        var protest = branch.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.Protest
        );
        branch.Do(8, new Leave());
        Assert.Equal("forget.case-runs", branch.Refused(9, Forget).Code);
        Assert.Equal(Running(branch, protest.No), branch.Refused(8, Forget));

        branch.Pass(60);
        Assert.True(branch.Section.Elections.Of(election.No).Recounting == Recounting.None);
        Assert.DoesNotContain(
            branch.Section.Matters.OpenMatters,
            m => m.No == protest.No || m.No == election.No
        );
        branch.Do(8, Forget);
        branch.Do(9, Forget);
    }

    [Fact]
    public void A_disputed_notice_is_not_forgotten_by_leaving()
    {
        var branch = Officers.Elected(20);
        branch.Do(Officers.Secretary, new Notify(new MemberNo(9), "dues"));
        branch.Do(9, new Dispute("I paid in cash."));
        branch.Do(9, new Leave());
        var open = branch.Section.Matters.OpenMatters.Where(m =>
            m.Question is Question.UpholdNotice
        );

        foreach (var matter in open.Take(1))
            Assert.Equal(Running(branch, matter.No), branch.Refused(9, Forget));
        branch.Pass(60);
        branch.Do(9, Forget);
    }

    private static Reason Running(Branch branch, MatterNo no) =>
        new CaseRuns(no, branch.Section.Matters.Find(no)!.Stage.NextAt).By(Article);
}
