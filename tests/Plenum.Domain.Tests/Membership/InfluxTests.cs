using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests;

/// <summary>After a sudden influx a change of basic law also needs those who were there before (C19).</summary>
public sealed class InfluxTests
{
    private const int Earlier = 20;

    /// <summary>Twenty founders; so many join after a year, and vote on basic law three months later.</summary>
    private static Branch Joined(int newcomers, int afterDays = 365)
    {
        var branch = Officers.Elected(Earlier);
        branch.Pass(afterDays);
        // By then the secretary's term may be over: whoever vouches admits by silence.
        for (var no = Earlier + 1; no <= Earlier + newcomers; no++)
        {
            branch.Do(no, new Apply(1, "", IsOldEnough: true));
            branch.Do(3, new Attest(new MemberNo(no)));
            branch.Do(4, new Attest(new MemberNo(no)));
        }
        branch.Pass(31);
        return branch;
    }

    private static MatterNo PutAmendment(Branch branch)
    {
        branch.Do(
            3,
            new AmendProgramme(
                "One more",
                branch.Section.Programme.Text.Write() + "\n12. Bread.\n",
                branch.Section.Programme.Digest
            )
        );
        var no = branch.Section.Matters.All.Keys.Last();
        for (var signer = 4; branch.Section.Matters.Find(no)!.Stage is Stage.Support; signer++)
            branch.Do(signer, new Support(no));
        return no;
    }

    private static Box Opened(Branch branch, MatterNo no, bool secretly = false)
    {
        if (secretly)
            for (var voter = 3; voter <= Earlier; voter++)
                branch.Do(voter, new AskSecrecy(no));
        while (branch.Section.Matters.Find(no)!.Stage is not Stage.Voting)
            branch.Pass(1);
        return branch.Section.Ballots.Of(
            ((Stage.Voting)branch.Section.Matters.Find(no)!.Stage).Box
        );
    }

    private static Matter Voted(Branch branch, MatterNo no, Box box, Func<int, string> choice)
    {
        foreach (var voter in box.Roll)
            branch.Do(voter.Value, new Cast(box.No, choice(voter.Value)));
        branch.Pass(30);
        return branch.Section.Matters.Find(no)!;
    }

    private static MattersEvent.WeighedApart? WeighedIn(Branch branch) =>
        branch.Record.Select(h => h.Event).OfType<MattersEvent.WeighedApart>().LastOrDefault();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Newcomers_cannot_carry_basic_law_against_those_who_were_there(bool secretly)
    {
        var branch = Joined(60);
        branch.Pass(95);
        var no = PutAmendment(branch);
        var box = Opened(branch, no, secretly);
        Assert.Equal(secretly, box.Secret);
        Assert.Equal(Earlier, box.Earlier.Count);
        Assert.Equal(80, box.Roll.Count);

        var matter = Voted(branch, no, box, voter => voter <= Earlier ? "against" : "for");

        Assert.True(matter.Is(Outcome.Rejected));
        Assert.Equal((20, 0, 20), Figures(WeighedIn(branch)!.Earlier));
        Assert.Equal(1, branch.Section.Programme.Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_both_majorities_it_is_adopted(bool secretly)
    {
        var branch = Joined(60);
        branch.Pass(95);
        var no = PutAmendment(branch);
        var box = Opened(branch, no, secretly);

        var matter = Voted(branch, no, box, voter => voter <= 9 ? "against" : "for");

        Assert.True(matter.Is(Outcome.Adopted));
        Assert.Equal((20, 11, 9), Figures(WeighedIn(branch)!.Earlier));
        Assert.Equal(2, branch.Section.Programme.Version);
    }

    [Fact]
    public void Ten_are_no_influx_however_small_the_branch()
    {
        var branch = Joined(10);
        branch.Pass(95);
        Assert.False(Opened(branch, PutAmendment(branch)).IsParted);
    }

    [Fact]
    public void Eleven_of_thirty_one_are_and_the_roll_is_checked_by_itself()
    {
        var branch = Joined(11);
        branch.Pass(95);
        Assert.Empty(branch.Section.Membership.Checks);
        Assert.True(Opened(branch, PutAmendment(branch)).IsParted);
        Assert.True(Assert.Single(branch.Section.Membership.Checks).Value.IsRunning);
    }

    [Fact]
    public void After_twelve_months_it_is_over()
    {
        var branch = Joined(60);
        branch.Pass(370);
        Assert.False(Opened(branch, PutAmendment(branch)).IsParted);
    }

    [Fact]
    public void An_ordinary_motion_needs_no_second_majority()
    {
        var branch = Joined(60);
        branch.Do(3, new PutMotion("Bicycles", "A shed.", BodyId.Members, [], []));
        var no = branch.Section.Matters.All.Keys.Last();
        branch.Try(4, new Support(no));
        Assert.False(Opened(branch, no).IsParted);
    }

    /// <summary>Founders who accept one after another, and whoever stood on an older roll, did not come of late.</summary>
    [Fact]
    public void Founders_and_an_older_roll_are_no_influx()
    {
        var branch = Officers.Elected(Earlier);
        var since = branch.Now - Duration.FromDays(2000);
        branch.Do(
            Officers.Secretary,
            new InviteMany([
                .. Enumerable.Range(100, 60).Select(n => new Invitation(Branch.Person(n), since)),
            ])
        );
        for (var n = 100; n < 160; n++)
            branch.Do(new AcceptInvitation(1, ""), Actor.Self(Branch.Person(n)));
        var box = Opened(branch, PutAmendment(branch));
        Assert.Equal(80, box.Roll.Count);
        Assert.False(box.IsParted);
    }

    [Fact]
    public void Papers_of_the_hat_say_which_part_they_belong_to_and_no_more_than_were_handed_out()
    {
        var box = BallotsRecord.NoBox with
        {
            IsParted = true,
            Roll = [new(1), new(2)],
            Earlier = [new(1)],
            Marks = BallotsRecord.NoBox.Marks.Add(new(1), Mark.Paper).Add(new(2), Mark.Paper),
        };
        Assert.Equal("Earlier:For", Parting.Normal(box, " earlier:for "));
        Assert.Equal("For", Parting.Normal(box, "for"));
        Assert.Equal("", Parting.Normal(box, "earlier:perhaps"));
        Assert.Equal("", Parting.Normal(box with { IsParted = false }, "earlier:for"));
        Assert.Equal((1, 1), (Parting.Issued(box, true), Parting.Issued(box, false)));
    }

    private static (int Roll, int For, int Against) Figures(Verdict verdict) =>
        (verdict.Roll, verdict.For, verdict.Against);
}
