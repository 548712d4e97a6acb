using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>A meeting raises its hands, two tellers count, and one member is enough for a vote by name instead.</summary>
public sealed class HandsLaws
{
    [Fact]
    public void Two_tellers_who_count_the_same_settle_a_motion_with_their_names_beside_it()
    {
        var (branch, motion, sitting) = MeetingWithAMotion();
        Assert.IsType<NotInTheChair>(branch.Refused(7, Put(motion, sitting, 5, 6)));
        foreach (var (one, other) in new[] { (5, 5), (5, 2), (5, 3), (5, 12) })
            Assert.IsType<UnfitTellers>(branch.Refused(3, Put(motion, sitting, one, other)));
        branch.Do(3, Put(motion, sitting, 5, 6));
        Assert.IsType<NotATeller>(branch.Refused(7, new CountHands(motion, 5, 2, 1)));
        Assert.IsType<TooManyHands>(branch.Refused(5, new CountHands(motion, 8, 2, 1)));
        branch.Do(5, new CountHands(motion, 5, 2, 1));
        branch.Do(6, new CountHands(motion, 5, 1, 1));
        Assert.True(branch.Matter(motion).IsOpen);
        branch.Do(6, new CountHands(motion, 5, 2, 1));

        Assert.True(branch.Matter(motion).Is(Outcome.Adopted));
        var verdict = branch.Last<MattersEvent.Settled>().Verdict;
        Assert.Equal((9, 5, 2, 1), (verdict.Roll, verdict.For, verdict.Against, verdict.Abstained));
        Assert.Equal([5, 6], branch.Matter(motion).Hands.Tellers.Select(t => t.Value));
        // A meeting is not all members: enough of them send its decision to a vote of all (C16).
        branch.Do(11, new Challenge(motion));
        branch.Pass(10);
        Assert.Equal(Steps.Written(branch.Section), Steps.Written(branch.Replayed()));
    }

    [Fact]
    public void One_member_who_wants_names_is_enough()
    {
        var (branch, motion, sitting) = MeetingWithAMotion();
        Assert.IsType<NoHandsRaised>(branch.Refused(9, new DemandDivision(motion)));
        branch.Do(3, Put(motion, sitting, 5, 6));
        // Whoever stayed at home may want it too.
        branch.Do(12, new DemandDivision(motion));
        Assert.IsType<ByNameInstead>(branch.Refused(5, new CountHands(motion, 5, 2, 1)));
        Assert.IsType<ByNameInstead>(branch.Refused(3, Put(motion, sitting, 5, 6)));
        branch.Vote(motion, _ => "against");
        Assert.True(branch.Matter(motion).Is(Outcome.Rejected));
        Assert.Equal(12, branch.Last<MattersEvent.Settled>().Verdict.Roll);
    }

    [Fact]
    public void A_motion_waits_for_the_meeting_and_is_voted_on_by_name_when_the_meeting_does_nothing()
    {
        var (branch, motion, sitting) = MeetingWithAMotion();
        var awaits = Assert.Single(branch.All<MattersEvent.AwaitsMeeting>());
        Assert.Equal(sitting, awaits.Sitting);
        branch.Pass(1);
        Assert.IsType<Stage.Voting>(branch.Matter(motion).Stage);
        branch.Do(4, new PutMotion("Chairs", "Buy chairs.", BodyId.Members, [], []));
        branch.Do(
            1,
            new CallSitting(
                BodyId.Members,
                branch.Now + Duration.FromDays(300),
                "Hall",
                SittingNo.None,
                [branch.LastMatter()]
            )
        );
        // A meeting called for next year holds nothing up.
        branch.Opens(branch.LastMatter());
        Assert.Single(branch.All<MattersEvent.AwaitsMeeting>());
    }

    [Fact]
    public void What_a_fifth_wants_secret_is_not_put_to_hands()
    {
        var (branch, motion, sitting) = MeetingWithAMotion();
        foreach (var member in new[] { 7, 8, 9 })
            branch.Do(member, new AskSecrecy(motion));
        Assert.IsType<NotForHands>(branch.Refused(3, Put(motion, sitting, 5, 6)));
    }

    [Fact]
    public void Too_few_in_the_room_decide_nothing_and_what_is_not_on_the_agenda_waits()
    {
        var (branch, motion, sitting) = MeetingWithAMotion();
        branch.Do(4, new PutMotion("Chairs", "Buy chairs.", BodyId.Members, [], []));
        Assert.IsType<NotForHands>(branch.Refused(3, Put(branch.LastMatter(), sitting, 5, 6)));
        foreach (var member in Enumerable.Range(4, 6))
            branch.Do(member, new DepartSitting(sitting));
        branch.Do(2, new DepartSitting(sitting));
        Assert.IsType<NoQuorumYet>(branch.Refused(3, Put(motion, sitting, 5, 6)));
    }

    private static PutToHands Put(MatterNo motion, SittingNo sitting, int one, int other) =>
        new(motion, sitting, new MemberNo(one), new MemberNo(other));

    // Members 1 to 9 of twelve are present, 3 opened the sitting, 2 moved the motion; its debate is over.
    private static (Branch Branch, MatterNo Motion, SittingNo Sitting) MeetingWithAMotion()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Chair, 1);
        var at = branch.Now + Duration.FromDays(10);
        branch.Do(2, new PutMotion("Rest", "No night shift without rest.", BodyId.Members, [], []));
        var motion = branch.LastMatter();
        branch.Do(1, new CallSitting(BodyId.Members, at, "Hall", SittingNo.None, [motion]));
        var sitting = branch.Section.Bodies.Sittings.Keys.Last();
        branch.Pass(at - branch.Now);
        foreach (var member in Enumerable.Range(1, 9))
            branch.Do(member, new EnterSitting(sitting));
        branch.Do(3, new OpenSitting(sitting));
        return (branch, motion, sitting);
    }
}
