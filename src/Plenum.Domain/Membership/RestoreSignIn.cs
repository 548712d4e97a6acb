using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>Only the two who vouched hand the new way in over.</summary>
public sealed record NotWhoVouched(MemberNo Member)
    : Reason("sign-in.not-who-vouched", ReasonKind.NotYou);

/// <summary>The owner still has time to object; or a second voice is missing.</summary>
public sealed record NotOpenYet(Instant Opens) : Reason("sign-in.not-open-yet");

/// <summary>The three days are over and nobody objected: one of the two who vouched hands a new way in over.</summary>
public sealed record RestoreSignIn(MemberNo Member) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        VouchForSignIn.AsRestorer(
            section,
            occasion,
            mandate =>
            {
                var article = section.Rules.Keepers.Article;
                var restoring = section.Membership.RestoringOf(Member);
                return !restoring.By.Contains(mandate.Holder)
                        ? new NotWhoVouched(Member).By(article)
                    : occasion.Now < restoring.Opens ? new NotOpenYet(restoring.Opens).By(article)
                    : Ruling.Under(
                        new Authority.Mandate(mandate.No),
                        article,
                        new MembershipEvent.SignInRestored(Member)
                    );
            }
        );
}
