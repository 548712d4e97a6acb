using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

public sealed class LapsingTests
{
    private static readonly ArticleId Article = new("membership");
    private static readonly MemberNo Five = new(5);
    private static readonly Notify Arrears = new(Five, "Dues of the third quarter.");

    private static readonly Section Branch = Of(12).WithOfficers();
    private static readonly Section Once = Branch.Do(Arrears, By(3, At(1)));
    private static readonly Section Twice = Once.Do(Arrears, By(3, At(15)));
    private static readonly Section Disputed = Twice.Do(new Dispute("I paid."), By(5, At(16)));

    private static Standing StandingIn(Section section) => section.Membership.Of(Five).Standing;

    [Fact]
    public void A_notice_takes_no_right_away()
    {
        Assert.Equal(
            new Standing.Noticed(1, At(31), Disputed: false) { NextFrom = At(15) },
            StandingIn(Once)
        );
        Assert.Equal(
            new Standing.Noticed(2, At(45), Disputed: false) { NextFrom = At(29) },
            StandingIn(Twice)
        );
        Assert.Equal(12, Twice.Membership.InGoodStanding);
        Assert.True(Twice.Membership.Of(Five).VotesAt(At(40), basicLaw: true));
    }

    [Fact]
    public void One_notice_alone_has_no_deadline() =>
        Assert.DoesNotContain(Once.Dues, d => d.Kind == DueKind.Member);

    [Fact]
    public void The_second_notice_waits_two_weeks() =>
        Assert.Equal(
            new TooSoonAfterFirst(At(15)).By(Article).ByCharter("C5"),
            Arrears.Refusal(Once, By(3, At(15, -1)))
        );

    [Fact]
    public void There_is_no_third_notice() =>
        Assert.Equal(
            new NoticedTwice(Five).By(Article).ByCharter("C5"),
            Arrears.Refusal(Twice, By(3, At(40)))
        );

    private static Section Under(Section section, int notices, int days) =>
        section.Under(
            section.Rules with
            {
                Membership = section.Rules.Membership with
                {
                    Lapse = new LapseRule(notices, NodaTime.Period.FromDays(days)),
                },
            }
        );

    [Fact]
    public void Lapse_waits_as_often_and_as_long_as_the_statutes_say()
    {
        var section = Under(Branch, notices: 5, days: 90);
        for (var notice = 1; notice <= 5; notice++)
        {
            section = section.Do(Arrears, By(3, At(14 * notice)));
            var noticed = Assert.IsType<Standing.Noticed>(StandingIn(section));
            Assert.Equal(
                (notice, section.After(At(14 * notice), NodaTime.Period.FromDays(90))),
                (noticed.Notice, noticed.CureBy)
            );
            if (notice < 5)
                Assert.DoesNotContain(section.Dues, d => d.Kind == DueKind.Member);
        }
        var lapses = section.After(At(70), NodaTime.Period.FromDays(90));
        Assert.Equal(lapses, section.Membership.NextAt(Five));
        Assert.Equal(
            new NoticedTwice(Five).By(Article).ByCharter("C5"),
            Arrears.Refusal(section, By(3, At(100)))
        );
        Assert.IsType<Standing.Lapsed>(
            StandingIn(section.Do(new LetDeadlineSpeak(Five, lapses), ByClock(lapses)))
        );
    }

    [Fact]
    public void A_rule_that_changes_meanwhile_never_takes_back_what_a_notice_told()
    {
        var once = Under(Branch, notices: 3, days: 90).Do(Arrears, By(3, At(1)));
        var twice = Under(once, notices: 2, days: 30).Do(Arrears, By(3, At(15)));
        Assert.Equal(
            new Standing.Noticed(
                2,
                once.After(At(1), NodaTime.Period.FromDays(90)),
                Disputed: false
            )
            {
                Of = 3,
                NextFrom = At(29),
            },
            StandingIn(twice)
        );
        Assert.DoesNotContain(twice.Dues, d => d.Kind == DueKind.Member);
    }

    [Fact]
    public void A_notice_written_before_the_rule_was_read_goes_on_as_it_began()
    {
        var once = Evolve(Branch, new MembershipEvent.Noticed(Five, 1, "Dues.", At(31)));
        Assert.Equal(
            new TooSoonAfterFirst(At(15)).By(Article).ByCharter("C5"),
            Arrears.Refusal(once, By(3, At(15, -1)))
        );
        var twice = Evolve(once, new MembershipEvent.Noticed(Five, 2, "Dues.", At(45)));
        Assert.Equal(At(45), Under(twice, notices: 5, days: 90).Membership.NextAt(Five));
    }

    [Fact]
    public void Where_statutes_have_no_such_rule_no_membership_lapses() =>
        Assert.Equal(
            new NoLapse().By(Article).ByCharter("C5"),
            Arrears.Refusal(
                Branch.Under(
                    Branch.Rules with
                    {
                        Membership = Branch.Rules.Membership with { Lapse = LapseRule.None },
                    }
                ),
                By(3, At(1))
            )
        );

    [Fact]
    public void A_notice_has_a_ground()
    {
        Assert.Equal(
            new TextMissing("ground"),
            (Arrears with { Ground = "" }).Refusal(Branch, By(3, At(1)))
        );
        Assert.Equal(
            new TextTooLong("ground", 501, 500),
            (Arrears with { Ground = new string('x', 501) }).Refusal(Branch, By(3, At(1)))
        );
    }

    [Fact]
    public void Only_members_are_noticed_and_only_by_whoever_keeps_the_register()
    {
        Assert.Equal(
            new NoSuchMember(new MemberNo(99)).By(Article).ByCharter("C5"),
            (Arrears with { Member = new MemberNo(99) }).Refusal(Branch, By(3, At(1)))
        );
        Assert.Equal(
            new NoMandate(Power.Register).ByCharter("C13"),
            Arrears.Refusal(Branch, By(12, At(1)))
        );
    }

    [Fact]
    public void An_uncured_second_notice_ends_membership_and_mandates_together()
    {
        var section = Twice.Do(new LetDeadlineSpeak(Five, At(45)), ByClock(At(45)));

        Assert.IsType<Standing.Lapsed>(StandingIn(section));
        Assert.Equal(11, section.Membership.InGoodStanding);
        Assert.Empty(section.Mandates.HeldBy(Five, At(45)));
        Assert.Contains(section.Mandates.Served.Keys, k => k == (Committee, Five));
    }

    [Fact]
    public void A_dispute_stops_the_clock()
    {
        Assert.DoesNotContain(Disputed.Dues, d => d.Kind == DueKind.Member);
        Assert.Equal(
            new NoDeadlineOfAMember(Five),
            new LetDeadlineSpeak(Five, At(45)).Refusal(Disputed, ByClock(At(45)))
        );
    }

    [Fact]
    public void During_a_dispute_nobody_gives_notice_and_nobody_disputes_again()
    {
        var once = Once.Do(new Dispute("I paid."), By(5, At(2)));
        Assert.Equal(
            new NoticeDisputed(Five).By(Article).ByCharter("C5"),
            Arrears.Refusal(once, By(3, At(20)))
        );
        Assert.Equal(
            new NoticeDisputed(Five).By(Article),
            new Dispute("Again.").Refusal(once, By(5, At(20)))
        );
    }

    [Fact]
    public void A_dispute_says_why()
    {
        Assert.Equal(new TextMissing("words"), new Dispute("").Refusal(Twice, By(5, At(16))));
        Assert.Equal(
            new TextTooLong("words", 4_001, 4_000),
            new Dispute(new string('x', 4_001)).Refusal(Twice, By(5, At(16)))
        );
    }

    [Fact]
    public void Nobody_disputes_or_cures_what_was_not_noticed()
    {
        var none = new NotNoticed(Five).By(Article);
        Assert.Equal(none, new Dispute("What?").Refusal(Branch, By(5, At(1))));
        Assert.Equal(none, new Cure(Five, CuredBy.Payment).Refusal(Branch, By(3, At(1))));
        Assert.Equal(none, new Cure(Five, CuredBy.Hardship).Refusal(Branch, By(5, At(1))));
    }

    [Theory]
    [InlineData(CuredBy.Payment, 3)]
    [InlineData(CuredBy.Mistake, 3)]
    [InlineData(CuredBy.Hardship, 5)]
    public void Payment_a_mistake_or_hardship_cures(CuredBy how, int by) =>
        Assert.Equal(
            new Standing.Good(),
            StandingIn(Twice.Do(new Cure(Five, how), By(by, At(20))))
        );

    [Fact]
    public void Hardship_is_declared_by_the_member_and_payment_by_whoever_keeps_the_register()
    {
        Assert.Equal(
            new HardshipIsOnesOwn().ByCharter("C5"),
            new Cure(Five, CuredBy.Hardship).Refusal(Twice, By(3, At(20)))
        );
        Assert.Equal(
            new NoMandate(Power.Register).ByCharter("C13"),
            new Cure(Five, CuredBy.Payment).Refusal(Twice, By(12, At(20)))
        );
    }

    [Fact]
    public void Whoever_leaves_leaves_every_seat()
    {
        var section = Branch.Do(new Leave(), By(2, At(1)));

        Assert.IsType<Standing.Left>(section.Membership.Of(new MemberNo(2)).Standing);
        Assert.Empty(section.Mandates.HeldBy(new MemberNo(2), At(1)));
        Assert.Equal(11, section.Membership.InGoodStanding);
    }

    [Fact]
    public void Whoever_never_came_cannot_leave() =>
        Assert.Equal(new NothingToLeave(), new Leave().Refusal(Branch, By(77, At(1))));

    [Fact]
    public void A_member_accepts_a_later_programme_or_records_a_reservation()
    {
        var later = Evolve(
            Branch,
            new ProgrammeEvent.Adopted(2, Document.Of(SmallBranch.ProgrammeText), MatterNo.None)
        );
        var accepted = later.Do(new Reaccept(""), By(5, At(1)));

        Assert.Equal(2, accepted.Membership.Of(Five).AcceptedProgramme);
        Assert.Single(
            new Reaccept("Clause 10 asks too little.").InOrder(accepted, By(5, At(2))).Events
        );
        Assert.Equal(
            new AlreadyAccepted(2).By(Article),
            new Reaccept(" ").Refusal(accepted, By(5, At(2)))
        );
        Assert.Equal(
            new TextTooLong("reservation", 2_001, 2_000),
            new Reaccept(new string('x', 2_001)).Refusal(accepted, By(5, At(2)))
        );
    }
}
