using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>The statutes name the body whose holders restore a lost sign-in.</summary>
public sealed record NotOneWhoRestores(BodyId Body)
    : Reason("sign-in.not-one-who-restores", ReasonKind.NotYou);

/// <summary>Nobody vouches for themselves.</summary>
public sealed record VouchingForOneself() : Reason("sign-in.oneself", ReasonKind.NotYou);

/// <summary>The second voice has to be another holder's, and there is no third.</summary>
public sealed record AlreadyVouched(MemberNo Member) : Reason("sign-in.already-vouched");

/// <summary>
/// One who holds the mandate that the statutes name vouches that somebody has lost their sign-in. The second voice
/// begins three days in which the owner can object.
/// </summary>
public sealed record VouchForSignIn(MemberNo Member) : Command
{
    public static readonly Duration Delay = Duration.FromDays(3);

    public override Ruling Decide(Section section, Occasion occasion) =>
        AsRestorer(section, occasion, mandate => Vouch(section, occasion.Now, mandate));

    private Ruling Vouch(Section section, Instant now, Mandate mandate)
    {
        var article = section.Rules.Keepers.Article;
        if (Member == mandate.Holder)
            return new VouchingForOneself().By(article);
        if (
            section.Membership.Of(Member).Standing
            is not (Standing.Good or Standing.Noticed or Standing.Invited)
        )
            return new NoSuchMember(Member).By(article);
        var before = section.Membership.RestoringOf(Member).By;
        if (before.Contains(mandate.Holder) || before.Count > 1)
            return new AlreadyVouched(Member).By(article);
        var unfolding = new Unfolding(section).Then(
            new MembershipEvent.SignInVouched(Member, mandate.Holder)
        );
        if (before.Count == 1)
            unfolding.Then(new MembershipEvent.SignInOpens(Member, now + Delay));
        return new Ruling.InOrder(new Authority.Mandate(mandate.No), article, unfolding.Events, []);
    }

    /// <summary>Goes on with the mandate of one who restores sign-ins; a caretaker does not.</summary>
    internal static Ruling AsRestorer(
        Section section,
        Occasion occasion,
        Func<Mandate, Ruling> then
    ) =>
        section.AsMember(
            occasion,
            member =>
            {
                var rule = section.Rules.Keepers;
                var held = section
                    .Mandates.HeldBy(member.No, occasion.Now)
                    .FirstOrDefault(m => m.Body == rule.RestoredBy && !m.IsCaretaker);
                return held is null
                    ? new NotOneWhoRestores(rule.RestoredBy).By(rule.Article)
                    : then(held);
            }
        );
}
