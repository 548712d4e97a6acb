using Plenum.Domain.Bodies;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

public sealed class SittingTests
{
    private static readonly ArticleId Quorum = new("quorum");
    private static readonly SittingNo First = new(1);

    private static readonly Section Branch = Of(12).WithOfficers();
    private static readonly CallSitting Assembly = new(
        BodyId.Members,
        At(20),
        "The harbour canteen",
        SittingNo.None,
        []
    );
    private static readonly Section Called = Branch.Do(Assembly, By(2, At(1)));
    private static readonly Section CommitteeCalled = Branch.Do(
        Assembly with
        {
            Body = Committee,
        },
        By(2, At(1))
    );

    private static Section Enter(Section section, params ReadOnlySpan<int> people)
    {
        foreach (var person in people)
            section = section.Do(new EnterSitting(First), By(person, At(20, -1)));
        return section;
    }

    [Fact]
    public void Whoever_convenes_calls_a_sitting_and_the_diary_has_its_end()
    {
        Assert.Equal(SittingStage.Called, Called.Bodies.Of(First).Stage);
        Assert.Contains(new Due(At(21), DueKind.Sitting, 1), Called.Dues);
        Assert.Equal(
            new NoMandate(Power.Convene).ByCharter("C13"),
            Assembly.Refusal(Branch, By(4, At(1)))
        );
    }

    [Fact]
    public void Notice_is_as_long_as_the_statutes_say() =>
        Assert.Equal(
            new NoticeTooShort(At(15)).By(new ArticleId("members")),
            (Assembly with { At = At(14) }).Refusal(Branch, By(2, At(1)))
        );

    [Fact]
    public void Nobody_calls_a_sitting_years_ahead() =>
        Assert.Equal(
            new TooFarAhead(At(366)).By(new ArticleId("members")),
            (Assembly with { At = At(400) }).Refusal(Branch, By(2, At(1)))
        );

    [Fact]
    public void Offices_and_unknown_bodies_do_not_sit()
    {
        Assert.Equal(
            new DoesNotSit(Chair),
            (Assembly with { Body = Chair }).Refusal(Branch, By(2, At(1)))
        );
        var guild = new BodyId("guild");
        Assert.Equal(
            new DoesNotSit(guild),
            (Assembly with { Body = guild }).Refusal(Branch, By(2, At(1)))
        );
    }

    [Fact]
    public void A_sitting_has_a_place()
    {
        Assert.Equal(
            new TextMissing("place"),
            (Assembly with { Place = "" }).Refusal(Branch, By(2, At(1)))
        );
        Assert.Equal(
            new TextTooLong("place", 501, 500),
            (Assembly with { Place = new string('x', 501) }).Refusal(Branch, By(2, At(1)))
        );
    }

    [Fact]
    public void An_agenda_names_matters_there_are_once_and_not_too_many()
    {
        var section = WithMatter(Branch);
        MatterNo one = new(1);
        Assert.Equal(
            new NotForTheAgenda(new MatterNo(2)),
            (Assembly with { Agenda = [one, new MatterNo(2)] }).Refusal(section, By(2, At(1)))
        );
        Assert.Equal(
            new NotForTheAgenda(one),
            (Assembly with { Agenda = [one, one] }).Refusal(section, By(2, At(1)))
        );
        Assert.Equal(
            new AgendaTooLong(65, 64),
            (Assembly with { Agenda = [.. Enumerable.Repeat(one, 65)] }).Refusal(
                section,
                By(2, At(1))
            )
        );
    }

    [Fact]
    public void Presence_is_a_ledger_of_coming_and_going()
    {
        var section = Enter(Called, 7, 8).Do(new DepartSitting(First), By(7, At(20)));
        Assert.Equal([new MemberNo(8)], section.Bodies.Of(First).Present);
        Assert.Equal(
            new AlreadyPresent(First),
            new EnterSitting(First).Refusal(section, By(8, At(20)))
        );
        Assert.Equal(
            new NotPresent(First),
            new DepartSitting(First).Refusal(section, By(7, At(20)))
        );
    }

    [Fact]
    public void At_the_door_somebody_with_a_mandate_enters_those_without_a_screen() =>
        Assert.Equal(
            [new MemberNo(9)],
            Called
                .Do(new EnterSitting(First), AtDesk(9, helper: 3, At(20)))
                .Bodies.Of(First)
                .Present
        );

    [Fact]
    public void The_doors_open_two_hours_before() =>
        Assert.Equal(
            new DoorsClosed(At(20, -2)),
            new EnterSitting(First).Refusal(Called, By(7, At(20, -3)))
        );

    [Fact]
    public void A_committee_is_entered_by_those_who_hold_its_seats()
    {
        Assert.Equal(
            new NotOfThisBody(Committee).By(new ArticleId("committee")),
            new EnterSitting(First).Refusal(CommitteeCalled, By(9, At(20)))
        );
        Assert.Single(Enter(CommitteeCalled, 4).Bodies.Of(First).Present);
    }

    [Fact]
    public void There_is_nothing_to_enter_open_or_close_that_was_not_called()
    {
        var none = new NoSuchSitting(new SittingNo(9));
        Assert.Equal(none, new EnterSitting(new SittingNo(9)).Refusal(Called, By(7, At(20))));
        Assert.Equal(none, new DepartSitting(new SittingNo(9)).Refusal(Called, By(7, At(20))));
        Assert.Equal(none, new OpenSitting(new SittingNo(9)).Refusal(Called, By(7, At(20))));
        Assert.Equal(none, new CloseSitting(new SittingNo(9)).Refusal(Called, By(7, At(20))));
    }

    [Fact]
    public void A_day_after_its_hour_a_sitting_is_over_even_before_the_clock_has_spoken() =>
        Assert.Equal(
            new SittingOver(First),
            new EnterSitting(First).Refusal(Called, By(7, At(21)))
        );

    [Fact]
    public void With_a_quorum_anybody_present_opens_and_chairs()
    {
        var ruling = new OpenSitting(First).InOrder(Enter(Called, 7, 8, 9), By(8, At(20)));
        Assert.Equal([new BodiesEvent.Opened(First, new MemberNo(8), 3, 3)], ruling.Events);
    }

    [Fact]
    public void Whoever_came_and_then_left_the_branch_does_not_count()
    {
        var section = Enter(Called, 7, 8, 9).Do(new Leave(), By(9, At(20, -1)));
        Assert.Equal(
            new NoQuorumYet(2, 3, At(20) + NodaTime.Duration.FromMinutes(30)).By(Quorum),
            new OpenSitting(First).Refusal(section, By(8, At(20)))
        );
    }

    [Fact]
    public void Half_an_hour_without_a_quorum_and_the_sitting_has_failed()
    {
        var ruling = new OpenSitting(First).InOrder(
            Enter(Called, 7, 8),
            By(8, At(20) + NodaTime.Duration.FromMinutes(30))
        );
        Assert.Equal([new BodiesEvent.Failed(First, 2, 3)], ruling.Events);
    }

    [Fact]
    public void Nobody_opens_early_from_outside_or_twice()
    {
        var section = Enter(Called, 7, 8, 9);
        Assert.Equal(
            new TooEarlyToOpen(At(20)),
            new OpenSitting(First).Refusal(section, By(8, At(20, -1)))
        );
        Assert.Equal(
            new NotPresent(First),
            new OpenSitting(First).Refusal(section, By(10, At(20)))
        );
        Assert.Equal(
            new NotOfThisBody(Committee).By(new ArticleId("committee")),
            new OpenSitting(First).Refusal(CommitteeCalled, By(10, At(20)))
        );
        var open = section.Do(new OpenSitting(First), By(8, At(20)));
        Assert.Equal(new AlreadyOpen(First), new OpenSitting(First).Refusal(open, By(9, At(20))));
    }

    [Fact]
    public void The_chair_or_somebody_present_who_convenes_closes()
    {
        var open = Enter(Called, 2, 7, 8, 9).Do(new OpenSitting(First), By(8, At(20)));

        Assert.IsType<Authority.Member>(
            new CloseSitting(First).InOrder(open, By(8, At(20))).Authority
        );
        Assert.IsType<Authority.Mandate>(
            new CloseSitting(First).InOrder(open, By(2, At(20))).Authority
        );
        Assert.Equal(
            new NotPresent(First).ByCharter("C16"),
            new CloseSitting(First).Refusal(open, By(3, At(20)))
        );
        Assert.Equal(
            new NoMandate(Power.Convene).ByCharter("C13"),
            new CloseSitting(First).Refusal(open, By(9, At(20)))
        );
        Assert.Equal(
            new SittingNotOpen(First),
            new CloseSitting(First).Refusal(Called, By(2, At(20)))
        );
        Assert.Equal(
            new SittingOver(First),
            new CloseSitting(First).Refusal(
                open.Do(new CloseSitting(First), By(8, At(20))),
                By(8, At(20))
            )
        );
    }

    [Fact]
    public void The_clock_closes_an_open_sitting_and_fails_one_that_nobody_opened()
    {
        var open = Enter(Called, 7, 8, 9).Do(new OpenSitting(First), By(8, At(20)));
        var pass = new LetSittingPass(First, At(21));

        Assert.Equal([new BodiesEvent.Closed(First)], pass.InOrder(open, ByClock(At(21))).Events);
        Assert.Equal(
            [new BodiesEvent.Failed(First, 0, 3)],
            pass.InOrder(Called, ByClock(At(21))).Events
        );
        Assert.DoesNotContain(
            Called.Do(pass, ByClock(At(21))).Dues,
            d => d.Kind == DueKind.Sitting
        );
    }

    [Fact]
    public void The_clock_waits_for_the_deadline_and_nobody_else_speaks_for_it()
    {
        var none = new NoDeadlineOfASitting(First);
        Assert.Equal(none, new LetSittingPass(First, At(21)).Refusal(Called, ByClock(At(20))));
        Assert.Equal(none, new LetSittingPass(First, At(20)).Refusal(Called, ByClock(At(22))));
        Assert.Equal(
            new OnlyTheClock(),
            new LetSittingPass(First, At(21)).Refusal(Called, By(2, At(21)))
        );
    }

    internal static Section WithMatter(Section section) =>
        Evolve(section, Admissions.PutToTheMembers(section, new MemberNo(12), At(1)));
}
