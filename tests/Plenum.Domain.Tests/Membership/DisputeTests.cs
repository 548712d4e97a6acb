using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests;

/// <summary>A disputed notice is decided by a panel drawn by lot; until then, and when it does not decide, membership stands.</summary>
public sealed class DisputeTests
{
    private static readonly MemberNo Nine = new(9);

    /// <summary>Two notices given by the secretary, member 2; the second disputed.</summary>
    private static Branch Disputed()
    {
        var branch = Officers.Elected(20);
        branch.Do(Officers.Secretary, new Notify(Nine, "dues"));
        branch.Pass(15);
        branch.Do(Officers.Secretary, new Notify(Nine, "dues"));
        branch.Do(9, new Dispute("I paid in cash."));
        return branch;
    }

    private static Matter Case(Branch branch) =>
        branch.Section.Matters.All.Values.Last(m => m.Question is Question.UpholdNotice);

    private static Standing StandingIn(Branch branch) =>
        branch.Section.Membership.Of(Nine).Standing;

    private static void Judge(Branch branch, string choice)
    {
        var box = ((Stage.Voting)Case(branch).Stage).Box;
        foreach (var judge in branch.Section.Ballots.Of(box).Roll)
            branch.Do(judge.Value, new Cast(box, choice));
        branch.Pass(14);
    }

    [Fact]
    public void The_panel_is_drawn_from_those_who_neither_dispute_nor_keep_the_roll()
    {
        var branch = Disputed();
        var box = branch.Section.Ballots.Of(((Stage.Voting)Case(branch).Stage).Box);

        Assert.Equal(branch.Section.Rules.Panel.Size, box.Roll.Count);
        Assert.True(box.Secret);
        Assert.DoesNotContain(Nine, box.Roll);
        Assert.DoesNotContain(
            box.Roll,
            judge => RollChecks.KeepsTheRoll(branch.Section, judge, branch.Now)
        );
        Assert.Equal("ballot.not-on-roll", branch.Refused(9, new Cast(box.No, "against")).Code);
    }

    [Fact]
    public void While_the_panel_sits_no_deadline_runs()
    {
        var branch = Disputed();
        branch.Pass(13);

        Assert.Equal(20, branch.Section.Membership.InGoodStanding);
        Assert.DoesNotContain(branch.Section.Dues, d => d.Kind == DueKind.Member);
    }

    [Fact]
    public void Upheld_the_notice_runs_thirty_days_anew_and_is_not_disputed_twice()
    {
        var branch = Disputed();
        Judge(branch, "for");

        var noticed = Assert.IsType<Standing.Noticed>(StandingIn(branch));
        Assert.True(noticed.Upheld);
        Assert.Equal(branch.Section.After(branch.Now, Notify.Cure(branch.Section)), noticed.CureBy);
        Assert.Equal("notice.upheld", branch.Refused(9, new Dispute("Still.")).Code);
        Assert.DoesNotContain(branch.Section.Mandates.Current.Values, m => m.By == Case(branch).No);
        branch.Pass(31);
        Assert.IsType<Standing.Lapsed>(StandingIn(branch));
    }

    [Theory]
    [InlineData("against")]
    [InlineData("")]
    public void Not_upheld_or_not_decided_the_notice_has_fallen(string choice)
    {
        var branch = Disputed();
        if (choice.Length > 0)
            Judge(branch, choice);
        else
            branch.Pass(14);

        Assert.IsType<Standing.Good>(StandingIn(branch));
        Assert.False(Case(branch).IsOpen);
        branch.Pass(60);
        Assert.IsType<Standing.Good>(StandingIn(branch));
    }

    [Fact]
    public void What_is_paid_meanwhile_ends_the_case()
    {
        var branch = Disputed();
        var box = ((Stage.Voting)Case(branch).Stage).Box;
        var judge = branch.Section.Ballots.Of(box).Roll[0];
        branch.Do(Officers.Secretary, new Cure(Nine, CuredBy.Payment));

        Assert.True(Case(branch).Is(Outcome.Withdrawn));
        Assert.Equal("ballot.not-on-roll", branch.Refused(judge.Value, new Cast(box, "for")).Code);
    }

    [Fact]
    public void Where_nobody_can_be_drawn_the_dispute_just_stands()
    {
        var branch = Officers.Elected(5);
        foreach (var other in new[] { 2, 3, 4, 5 }.Where(n => n != Officers.Secretary))
            branch.Do(other, new Leave());
        branch.Do(Officers.Secretary, new Notify(new MemberNo(1), "dues"));
        branch.Do(1, new Dispute("I paid."));
        branch.Pass(100);

        Assert.True(
            branch.Section.Membership.Of(new MemberNo(1)).Standing
                is Standing.Noticed { Disputed: true }
        );
    }
}
