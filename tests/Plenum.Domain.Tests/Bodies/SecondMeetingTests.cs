using Plenum.Domain.Bodies;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

public sealed class SecondMeetingTests
{
    private static readonly ArticleId Quorum = new("quorum");
    private static readonly SittingNo First = new(1);
    private static readonly SittingNo Second = new(2);
    private static readonly MatterNo Matter = new(1);

    // Of forty members ten make a quorum, and three a second meeting.
    private static readonly Section Branch = SittingTests.WithMatter(Of(40).WithOfficers());

    private static readonly CallSitting Call = new(
        BodyId.Members,
        At(20),
        "The harbour canteen",
        SittingNo.None,
        [Matter]
    );
    private static readonly Section Failed = Fail(Branch.Do(Call, By(2, At(1))));
    private static readonly CallSitting Again = Call with { At = At(29), SecondOf = First };

    private static Section Fail(Section section) =>
        section.Do(new LetSittingPass(First, At(21)), ByClock(At(21)));

    [Fact]
    public void A_second_meeting_needs_fewer_than_the_first()
    {
        var section = Failed.Do(Again, By(2, At(21)));
        foreach (var person in new[] { 7, 8, 9 })
            section = section.Do(new EnterSitting(Second), By(person, At(29)));

        Assert.Equal(
            [new BodiesEvent.Opened(Second, new MemberNo(7), 3, 3)],
            new OpenSitting(Second).InOrder(section, By(7, At(29))).Events
        );
        Assert.Equal(10, Attendance.Needed(Failed, Failed.Bodies.Of(First)));
    }

    [Fact]
    public void A_second_meeting_never_needs_more_than_the_first()
    {
        var small = Of(5);
        var committee = new Sitting(
            First,
            Keepers,
            At(1),
            new SittingNo(9),
            [],
            SittingStage.Called,
            [],
            MemberNo.None
        );
        Assert.Equal(2, Attendance.Needed(small, committee));
    }

    [Fact]
    public void It_follows_a_failed_first_meeting_of_the_same_body_once()
    {
        var notAfter = new NotAfterAFailedSitting(First).By(Quorum);
        Assert.Equal(notAfter, Again.Refusal(Branch.Do(Call, By(2, At(1))), By(2, At(19))));
        Assert.Equal(notAfter, (Again with { Body = Committee }).Refusal(Failed, By(2, At(21))));

        var called = Failed.Do(Again, By(2, At(21)));
        Assert.Equal(
            new SecondAlreadyCalled(Second).By(Quorum),
            Again.Refusal(called, By(2, At(21)))
        );

        var failedAgain = called.Do(new LetSittingPass(Second, At(30)), ByClock(At(30)));
        Assert.Equal(
            new NotAfterAFailedSitting(Second).By(Quorum),
            (Again with { At = At(38), SecondOf = Second }).Refusal(failedAgain, By(2, At(30)))
        );
    }

    [Fact]
    public void It_meets_a_week_to_two_after_the_first()
    {
        Assert.Equal(
            new NoticeTooShort(At(28)).By(Quorum),
            (Again with { At = At(26) }).Refusal(Failed, By(2, At(21)))
        );
        Assert.Equal(
            new SecondTooLate(At(34)).By(Quorum),
            (Again with { At = At(35) }).Refusal(Failed, By(2, At(21)))
        );
    }

    [Fact]
    public void It_cannot_be_called_for_the_same_hour() =>
        Assert.Equal(new NoticeTooShort(At(33)).By(Quorum), Again.Refusal(Failed, By(2, At(26))));

    [Fact]
    public void Its_agenda_is_that_of_the_first() =>
        Assert.Equal(
            new AgendaDiffers(First).By(Quorum),
            (Again with { Agenda = [] }).Refusal(Failed, By(2, At(21)))
        );

    [Fact]
    public void It_never_takes_up_basic_law()
    {
        var matter = Failed.Matters.All[Matter];
        var section = Failed with
        {
            Matters = Failed.Matters with
            {
                All = Failed.Matters.All.SetItem(
                    Matter,
                    matter with
                    {
                        Procedure = matter.Procedure with { BasicLaw = true },
                    }
                ),
            },
        };
        Assert.Equal(
            new NeverAtASecondMeeting(Matter).By(Quorum),
            Again.Refusal(section, By(2, At(21)))
        );
    }
}
