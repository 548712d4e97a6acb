using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests;

/// <summary>After two meetings without a quorum three members call one that deals with elections only (R10).</summary>
public sealed class ElectionsAssemblyTests
{
    private static Branch WithFailures(int failures)
    {
        // Only the secretary was elected: every other seat is empty, and its election long over.
        var branch = Officers.Elected(30);
        branch.Pass(30);
        for (var n = 0; n < failures; n++)
        {
            branch.Do(Officers.Secretary, CallAt(branch.Now + Duration.FromDays(8)));
            branch.Pass(10);
        }
        return branch;
    }

    private static CallSitting CallAt(Instant at) =>
        new(BodyId.Members, at, "Union hall", SittingNo.None, []);

    private static CallElectionsAssembly Call(Branch branch) =>
        new(branch.Now + Duration.FromDays(10), "Union hall");

    private static Sitting Called(Branch branch)
    {
        branch.Do(5, Call(branch));
        var petition = branch.Section.Matters.All.Keys.Last();
        branch.Do(6, new Support(petition));
        Assert.DoesNotContain(branch.Section.Bodies.Sittings.Values, s => s.IsForElectionsOnly);
        branch.Do(7, new Support(petition));
        return branch.Section.Bodies.Sittings.Values.Single(s => s.IsForElectionsOnly);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Not_before_two_have_failed(int failures)
    {
        var branch = WithFailures(failures);
        Assert.Equal("sitting.not-after-two-failures", branch.Refused(5, Call(branch)).Code);
    }

    [Fact]
    public void Three_members_call_it_with_no_officer_and_one_at_a_time()
    {
        var branch = WithFailures(2);
        var sitting = Called(branch);

        Assert.Equal(BodyId.Members, sitting.Body);
        Assert.Equal("sitting.not-after-two-failures", branch.Refused(8, Call(branch)).Code);
    }

    [Fact]
    public void Whoever_comes_is_enough_the_lot_names_the_chair_and_nominations_open()
    {
        var branch = WithFailures(2);
        var sitting = Called(branch);
        branch.Pass(sitting.At - branch.Now);
        foreach (var member in new[] { 8, 9 })
            branch.Do(member, new EnterSitting(sitting.No));
        branch.Do(9, new OpenSitting(sitting.No));

        var open = branch.Section.Bodies.Of(sitting.No);
        Assert.Equal(SittingStage.Open, open.Stage);
        Assert.Contains(open.Chair.Value, (int[])[8, 9]);
        Assert.Contains(
            branch.Section.Matters.OpenMatters,
            m => m is { Question: Question.Elect { Body.Value: "chair" }, Stage: Stage.Nomination }
        );
        Assert.DoesNotContain(
            branch.Section.Matters.OpenMatters,
            m => m.Question is Question.Elect { Body.Value: "secretary" }
        );
    }

    [Fact]
    public void A_meeting_that_was_held_in_between_ends_the_reason_for_it()
    {
        var branch = WithFailures(2);
        var at = branch.Now + Duration.FromDays(8);
        branch.Do(Officers.Secretary, CallAt(at));
        branch.Pass(at - branch.Now);
        var sitting = branch.Section.Bodies.Sittings.Keys.Last();
        for (var member = 1; member <= 10; member++)
            branch.Do(member, new EnterSitting(sitting));
        branch.Do(3, new OpenSitting(sitting));

        Assert.Equal("sitting.not-after-two-failures", branch.Refused(5, Call(branch)).Code);
    }

    [Fact]
    public void The_day_lies_within_what_the_statutes_set()
    {
        var branch = WithFailures(2);
        var late = Call(branch) with { At = branch.Now + Duration.FromDays(22) };
        Assert.Equal("summon.time", branch.Refused(5, late).Code);
        var past = Call(branch) with { At = branch.Now };
        Assert.Equal("summon.time", branch.Refused(5, past).Code);
    }
}
