using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

public sealed class AcceptInvitationTests
{
    private static readonly AcceptInvitation Accept = new(1, "");

    private static Section Accepted(Section circle, IEnumerable<int> people) =>
        people.Aggregate(circle, (s, n) => s.Do(Accept, By(n, At(0, n))));

    [Fact]
    public void Fewer_than_five_founders_stay_a_circle_without_officers()
    {
        var section = Accepted(Circle(6), [6, 2, 3, 4]);

        Assert.Equal(Founding.Circle, section.Sections.Founding);
        Assert.Equal(4, section.Membership.InGoodStanding);
        Assert.Empty(section.Mandates.Current);
    }

    [Fact]
    public void The_fifth_founder_constitutes_the_section_and_the_first_invited_keeps_the_server()
    {
        var section = Accepted(Circle(6), [6, 2, 3, 4, 5]);

        Assert.Equal(Founding.Constituted, section.Sections.Founding);
        var keeper = Assert.Single(section.Mandates.On(Keepers, At(1)));
        Assert.Equal(new MemberNo(2), keeper.Holder);
        Assert.Equal(At(30, 5), keeper.Until);
        Assert.Equal(keeper.Until, keeper.SuccessionAt);
        Assert.All(
            section.Membership.Members.Values.Where(m => m.IsInGoodStanding),
            m =>
            {
                Assert.Equal(AdmittedBy.Founding, m.AdmittedBy);
                Assert.True(m.VotesAt(At(1), basicLaw: true));
                Assert.Equal(1, m.AcceptedProgramme);
            }
        );
    }

    [Fact]
    public void Whoever_accepts_after_the_founding_is_a_member_by_invitation()
    {
        var section = Accepted(Circle(6), [1, 2, 3, 4, 5, 6]);

        Assert.Equal(AdmittedBy.Invitation, section.Membership.Of(new MemberNo(6)).AdmittedBy);
        Assert.True(section.Membership.Of(new MemberNo(6)).VotesAt(At(1), basicLaw: true));
        Assert.Single(section.Mandates.Current);
    }

    [Fact]
    public void Nobody_accepts_who_is_not_invited_or_has_accepted_already()
    {
        Assert.Equal(new NotInvited(), Accept.Refusal(Circle(5), By(77, At(0))));
        Assert.Equal(new NotInvited(), Accept.Refusal(Of(5), By(1, At(0))));
        Assert.Equal(new NotInvited(), Accept.Refusal(Section.Unfounded, By(1, At(0))));
    }

    [Fact]
    public void Only_the_programme_in_force_is_accepted() =>
        Assert.Equal(
            new ProgrammeNotInForce(2, 1).By(new ArticleId("membership")),
            new AcceptInvitation(2, "").Refusal(Circle(5), By(1, At(0)))
        );

    [Fact]
    public void A_reservation_is_short_enough_to_read() =>
        Assert.Equal(
            new TextTooLong("reservation", 2_001, 2_000),
            new AcceptInvitation(1, new string('x', 2_001)).Refusal(Circle(5), By(1, At(0)))
        );

    [Fact]
    public void The_clock_accepts_nothing() =>
        Assert.Equal(new NotAPerson(), Accept.Refusal(Circle(5), ByClock(At(0))));

    [Fact]
    public void In_a_circle_whoever_has_accepted_helps_others_on_paper()
    {
        var circle = Accepted(Circle(5), [1]);

        Assert.Equal(2, circle.Do(Accept, AtDesk(2, helper: 1, At(1))).Membership.InGoodStanding);
        Assert.Equal(
            new NoDeskMandate().ByCharter("C18"),
            Accept.Refusal(circle, AtDesk(2, helper: 3, At(1)))
        );
    }
}
