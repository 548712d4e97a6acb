using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

public sealed class InvitingTests
{
    private static readonly Section Branch = Of(12).WithOfficers();

    private static InviteMany Many(params ReadOnlySpan<PersonId> people)
    {
        var invitations = new List<Invitation>();
        foreach (var person in people)
            invitations.Add(new Invitation(person, At(-900)));
        return new InviteMany([.. invitations]);
    }

    [Fact]
    public void An_older_roll_is_carried_over_in_one_decision()
    {
        var section = Branch.Do(Many(PersonOf(20), PersonOf(21)), By(3, At(1)));

        Assert.Equal(new Standing.Invited(At(-900)), section.Membership.Of(PersonOf(21)).Standing);
        Assert.Equal(new MemberNo(14), section.Membership.Of(PersonOf(21)).No);
        Assert.Equal(12, section.Membership.InGoodStanding);
    }

    [Fact]
    public void One_person_is_invited_alike() =>
        Assert.Equal(
            Branch.Do(Many(PersonOf(20)), By(3, At(1))).Membership.Of(PersonOf(20)),
            Branch.Do(new Invite(PersonOf(20), At(-900)), By(3, At(1))).Membership.Of(PersonOf(20))
        );

    [Fact]
    public void Whoever_left_may_be_invited_back_under_the_same_number()
    {
        var section = Branch.Do(new Leave(), By(12, At(1))).Do(Many(PersonOf(12)), By(3, At(2)));
        Assert.Equal(new MemberNo(12), section.Membership.Of(PersonOf(12)).No);
        Assert.IsType<Standing.Invited>(section.Membership.Of(PersonOf(12)).Standing);
    }

    [Fact]
    public void Only_whoever_keeps_the_register_invites() =>
        Assert.Equal(
            new NoMandate(Power.Register).ByCharter("C13"),
            Many(PersonOf(20)).Refusal(Branch, By(12, At(1)))
        );

    [Fact]
    public void In_a_circle_whoever_has_accepted_invites()
    {
        var circle = Circle(2).Do(new AcceptInvitation(1, ""), By(1, At(0)));

        Assert.IsType<Standing.Invited>(
            circle.Do(Many(PersonOf(3)), By(1, At(1))).Membership.Of(PersonOf(3)).Standing
        );
        Assert.Equal(
            new NotAMember().By(new ArticleId("membership")),
            Many(PersonOf(3)).Refusal(circle, By(2, At(1)))
        );
    }

    [Fact]
    public void Nobody_is_invited_twice_over_or_past_their_standing()
    {
        Assert.Equal(
            new AlreadyOnTheRoll(new MemberNo(7)),
            Many(PersonOf(20), PersonOf(7)).Refusal(Branch, By(3, At(1)))
        );
        Assert.Equal(
            new NamedTwice(2),
            Many(PersonOf(20), PersonOf(20)).Refusal(Branch, By(3, At(1)))
        );
    }

    [Fact]
    public void An_invitation_names_somebody_and_a_day_that_has_come()
    {
        Assert.Equal(new NobodyNamed(), Many().Refusal(Branch, By(3, At(1))));
        Assert.Equal(
            new NotAPersonId(),
            Many(new PersonId(new string('a', 65))).Refusal(Branch, By(3, At(1)))
        );
        Assert.Equal(
            new SinceTheFuture(At(2)),
            new Invite(PersonOf(20), At(2)).Refusal(Branch, By(3, At(1)))
        );
    }

    [Fact]
    public void At_most_512_are_invited_at_once() =>
        Assert.Equal(
            new TooManyAtOnce(513, 512),
            Many([.. Enumerable.Range(100, 513).Select(PersonOf)]).Refusal(Branch, By(3, At(1)))
        );
}
