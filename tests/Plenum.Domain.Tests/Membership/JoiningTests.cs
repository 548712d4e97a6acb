using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

public sealed class JoiningTests
{
    private static readonly ArticleId Article = new("membership");
    private static readonly MemberNo Newcomer = new(13);
    private static readonly Apply Apply = new(1, "", IsOldEnough: true);

    private static readonly Section Branch = Of(12).WithOfficers();
    private static readonly Section Applied = Branch.Do(Apply, By(13, At(1)));
    private static readonly Section Refused = Applied.Do(
        new Refuse(Newcomer, 1, "Owns the harbour."),
        By(4, At(2))
    );

    private static Standing StandingIn(Section section) => section.Membership.Of(Newcomer).Standing;

    [Fact]
    public void Whoever_applies_waits_for_a_decision_within_the_deadline()
    {
        Assert.Equal(new Standing.Applicant(At(31), []), StandingIn(Applied));
        Assert.Contains(new Due(At(31), DueKind.Member, 13), Applied.Dues);
        Assert.Equal(12, Applied.Membership.InGoodStanding);
    }

    [Fact]
    public void A_circle_takes_no_applications() =>
        Assert.Equal(new NotConstituted(), Apply.Refusal(Circle(5), By(13, At(1))));

    [Fact]
    public void Members_applicants_and_the_invited_need_not_apply()
    {
        Assert.Equal(
            new AlreadyOnTheRoll(new MemberNo(1)).By(Article),
            Apply.Refusal(Branch, By(1, At(1)))
        );
        Assert.Equal(
            new AlreadyOnTheRoll(Newcomer).By(Article),
            Apply.Refusal(Applied, By(13, At(2)))
        );
    }

    [Fact]
    public void An_application_names_the_programme_in_force_and_an_age()
    {
        Assert.Equal(
            new ProgrammeNotInForce(3, 1).By(Article),
            (Apply with { ProgrammeVersion = 3 }).Refusal(Branch, By(13, At(1)))
        );
        Assert.Equal(
            new TooYoung(14).By(Article),
            (Apply with { IsOldEnough = false }).Refusal(Branch, By(13, At(1)))
        );
        Assert.Equal(
            new TextTooLong("reservation", 2_001, 2_000),
            (Apply with { Reservation = new string('x', 2_001) }).Refusal(Branch, By(13, At(1)))
        );
    }

    [Fact]
    public void At_a_desk_only_a_mandate_lets_somebody_help()
    {
        Assert.Equal(
            StandingIn(Applied),
            StandingIn(Branch.Do(Apply, AtDesk(13, helper: 3, At(1))))
        );
        Assert.Equal(
            new NoDeskMandate().ByCharter("C18"),
            Apply.Refusal(Branch, AtDesk(13, helper: 4, At(1)))
        );
    }

    [Fact]
    public void Whoever_was_a_member_comes_back_under_the_same_number()
    {
        var back = Branch.Do(new Leave(), By(12, At(1))).Do(Apply, By(12, At(2)));

        Assert.IsType<Standing.Applicant>(back.Membership.Of(new MemberNo(12)).Standing);
        Assert.Equal(12, back.Membership.LastNo);
    }

    [Fact]
    public void A_decision_admits_at_once_and_gives_the_vote_after_the_waiting_periods()
    {
        var member = Applied.Do(new Admit(Newcomer), By(4, At(3))).Membership.Of(Newcomer);

        Assert.True(member.IsInGoodStanding);
        Assert.Equal(AdmittedBy.Decision, member.AdmittedBy);
        Assert.Equal(At(17), member.VotesFrom);
        // Ninety days later it is summer time: noon by the branch's clock, an hour earlier by the world's.
        Assert.Equal(At(93, -1), member.VotesOnBasicLawFrom);
    }

    [Fact]
    public void Only_whoever_holds_the_power_admits_or_refuses()
    {
        var none = new NoMandate(Power.Admit).ByCharter("C13");
        Assert.Equal(none, new Admit(Newcomer).Refusal(Applied, By(12, At(3))));
        Assert.Equal(none, new Refuse(Newcomer, 1, "No.").Refusal(Applied, By(12, At(3))));
    }

    [Fact]
    public void Nobody_is_admitted_attested_or_refused_who_did_not_apply()
    {
        var not = new NotApplying(Newcomer).By(Article);
        Assert.Equal(not, new Admit(Newcomer).Refusal(Branch, By(4, At(3))));
        Assert.Equal(not, new Attest(Newcomer).Refusal(Branch, By(4, At(3))));
        Assert.Equal(not, new Refuse(Newcomer, 1, "No.").Refusal(Branch, By(4, At(3))));
    }

    [Fact]
    public void After_the_deadline_only_silence_speaks()
    {
        var overdue = new DecisionOverdue(At(31)).By(Article).ByCharter("C19");
        Assert.Equal(overdue, new Admit(Newcomer).Refusal(Applied, By(4, At(31))));
        Assert.Equal(overdue, new Attest(Newcomer).Refusal(Applied, By(9, At(31))));
        Assert.Equal(overdue, new Refuse(Newcomer, 1, "No.").Refusal(Applied, By(4, At(31))));
    }

    [Fact]
    public void A_member_attests_once()
    {
        var attested = Applied.Do(new Attest(Newcomer), By(9, At(2)));
        Assert.Equal(
            new AlreadyAttested(Newcomer).By(Article),
            new Attest(Newcomer).Refusal(attested, By(9, At(2)))
        );
    }

    [Fact]
    public void Applicants_do_not_attest_themselves() =>
        Assert.Equal(
            new NotAMember().By(Article),
            new Attest(Newcomer).Refusal(Applied, By(13, At(2)))
        );

    [Fact]
    public void Silence_admits_an_applicant_whom_two_members_attest()
    {
        var section = Applied
            .Do(new Attest(Newcomer), By(9, At(2)))
            .Do(new Attest(Newcomer), By(10, At(2)))
            .Do(new LetDeadlineSpeak(Newcomer, At(31)), ByClock(At(31)));

        Assert.Equal(AdmittedBy.Silence, section.Membership.Of(Newcomer).AdmittedBy);
        Assert.Equal(13, section.Membership.InGoodStanding);
        Assert.DoesNotContain(section.Dues, d => d.Kind == DueKind.Member);
    }

    [Fact]
    public void Silence_puts_any_other_applicant_to_the_members()
    {
        var section = Applied
            .Do(new Attest(Newcomer), By(9, At(2)))
            .Do(new Attest(Newcomer), By(10, At(2)))
            .Do(new Leave(), By(10, At(3)))
            .Do(new LetDeadlineSpeak(Newcomer, At(31)), ByClock(At(31)));

        var matter = Assert.Single(section.Matters.OpenMatters);
        Assert.Equal(new Question.Admit(Newcomer), matter.Question);
        Assert.Equal(new Stage.Debate(At(32)), matter.Stage);
        Assert.True(matter.Procedure.Secret);
        Assert.Equal(new Standing.Referred(At(35)), StandingIn(section));
    }

    [Fact]
    public void A_deadline_speaks_only_when_it_has_come_and_only_by_the_clock()
    {
        Assert.Equal(
            new NoDeadlineOfAMember(Newcomer),
            new LetDeadlineSpeak(Newcomer, At(31)).Refusal(Applied, ByClock(At(30)))
        );
        Assert.Equal(
            new NoDeadlineOfAMember(Newcomer),
            new LetDeadlineSpeak(Newcomer, At(30)).Refusal(Applied, ByClock(At(32)))
        );
        Assert.Equal(
            new OnlyTheClock(),
            new LetDeadlineSpeak(Newcomer, At(31)).Refusal(Applied, By(2, At(31)))
        );
    }

    [Fact]
    public void A_refusal_cites_a_principle_and_leaves_time_to_appeal() =>
        Assert.Equal(new Standing.Refused(1, At(32)), StandingIn(Refused));

    [Fact]
    public void A_refusal_on_anything_but_a_principle_is_out_of_order()
    {
        Assert.Equal(
            new NoSuchPrinciple(99).By(Article),
            new Refuse(Newcomer, 99, "No.").Refusal(Applied, By(4, At(2)))
        );
        Assert.Equal(
            new NoSuchPrinciple(10).By(Article),
            new Refuse(Newcomer, 10, "Immediate demands judge nobody.").Refusal(
                Applied,
                By(4, At(2))
            )
        );
    }

    [Fact]
    public void A_refusal_is_written_and_not_a_book()
    {
        Assert.Equal(
            new TextMissing("words"),
            new Refuse(Newcomer, 1, " ").Refusal(Applied, By(4, At(2)))
        );
        Assert.Equal(
            new TextTooLong("words", 4_001, 4_000),
            new Refuse(Newcomer, 1, new string('x', 4_001)).Refusal(Applied, By(4, At(2)))
        );
    }

    [Fact]
    public void A_union_refuses_nobody_over_a_programme()
    {
        var union = Applied.Under(
            SmallBranch.Rules with
            {
                Organisation = SmallBranch.Rules.Organisation with
                {
                    Kind = OrganisationKind.Union,
                },
            }
        );
        Assert.Equal(
            new NoProgrammeTest(OrganisationKind.Union).By(Article),
            new Refuse(Newcomer, 1, "No.").Refusal(union, By(4, At(2)))
        );
    }

    [Fact]
    public void A_refused_applicant_asks_the_members_once_and_in_time()
    {
        var appealed = Refused.Do(new Appeal(), By(13, At(3)));

        Assert.Equal(
            new Question.Admit(Newcomer),
            Assert.Single(appealed.Matters.OpenMatters).Question
        );
        Assert.Equal(
            new BeforeTheMembers(Newcomer).By(Article),
            new Appeal().Refusal(appealed, By(13, At(4)))
        );
        Assert.Equal(
            new BeforeTheMembers(Newcomer).By(Article),
            Apply.Refusal(appealed, By(13, At(4)))
        );
        Assert.Equal(
            new TooLateToAppeal(At(32)).By(Article),
            new Appeal().Refusal(Refused, By(13, At(32)))
        );
    }

    [Fact]
    public void Only_somebody_refused_appeals() =>
        Assert.Equal(new NotRefused(), new Appeal().Refusal(Applied, By(13, At(3))));
}
