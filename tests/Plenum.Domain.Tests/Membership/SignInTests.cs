using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

/// <summary>A lost sign-in is restored by two who hold the mandate, three days later, on the record.</summary>
public sealed class SignInTests
{
    private static readonly MemberNo Nine = new(9);
    private static readonly ArticleId Article = SmallBranch.Rules.Keepers.Article;
    private static readonly VouchForSignIn Vouch = new(Nine);

    // Members 2 to 6 are the committee, which the statutes name.
    private static readonly Section Branch = Of(12).WithOfficers();
    private static readonly Section Once = Branch.Do(Vouch, By(4, At(1)));
    private static readonly Section Twice = Once.Do(Vouch, By(5, At(2)));

    [Fact]
    public void Two_voices_and_three_days_restore_it_and_the_record_says_who()
    {
        Assert.Equal(
            [new MembershipEvent.SignInVouched(Nine, new MemberNo(4))],
            Vouch.InOrder(Branch, By(4, At(1))).Events
        );
        Assert.Equal(
            [
                new MembershipEvent.SignInVouched(Nine, new MemberNo(5)),
                new MembershipEvent.SignInOpens(Nine, At(5)),
            ],
            Vouch.InOrder(Once, By(5, At(2))).Events
        );
        Assert.Equal(
            [new MembershipEvent.SignInRestored(Nine)],
            new RestoreSignIn(Nine).InOrder(Twice, By(4, At(5))).Events
        );
        Assert.Empty(Twice.Do(new RestoreSignIn(Nine), By(4, At(5))).Membership.Restorings);
    }

    [Fact]
    public void Before_the_three_days_are_over_nobody_restores_it() =>
        Assert.Equal(
            new NotOpenYet(At(5)).By(Article),
            new RestoreSignIn(Nine).Refusal(Twice, By(5, At(5, -1)))
        );

    [Fact]
    public void One_voice_never_opens_it() =>
        Assert.Equal(
            new NotOpenYet(NodaTime.Instant.MaxValue).By(Article),
            new RestoreSignIn(Nine).Refusal(Once, By(4, At(300)))
        );

    [Fact]
    public void Nobody_vouches_twice_or_third_or_for_themselves()
    {
        var again = new AlreadyVouched(Nine).By(Article);
        Assert.Equal(again, Vouch.Refusal(Once, By(4, At(1))));
        Assert.Equal(again, Vouch.Refusal(Twice, By(6, At(2))));
        Assert.Equal(
            new VouchingForOneself().By(Article),
            new VouchForSignIn(new MemberNo(4)).Refusal(Branch, By(4, At(1)))
        );
    }

    [Fact]
    public void Only_those_whom_the_statutes_name_vouch_and_only_who_vouched_restores()
    {
        Assert.Equal(
            new NotOneWhoRestores(Committee).By(Article),
            Vouch.Refusal(Branch, By(12, At(1)))
        );
        Assert.Equal(
            new NotWhoVouched(Nine).By(Article),
            new RestoreSignIn(Nine).Refusal(Twice, By(6, At(9)))
        );
        Assert.Equal(
            new NoSuchMember(new MemberNo(99)).By(Article),
            new VouchForSignIn(new MemberNo(99)).Refusal(Branch, By(4, At(1)))
        );
    }

    [Fact]
    public void Whoever_objects_stops_it_and_it_begins_anew()
    {
        var kept = Twice.Do(new KeepSignIn(Nine), ByAnyone(At(3)));

        Assert.Equal(
            new NotWhoVouched(Nine).By(Article),
            new RestoreSignIn(Nine).Refusal(kept, By(4, At(9)))
        );
        Assert.Equal(
            new NobodyRestores(Nine).By(Article),
            new KeepSignIn(Nine).Refusal(kept, ByAnyone(At(3)))
        );
        Assert.Single(Vouch.InOrder(kept, By(4, At(9))).Events);
    }
}
