using System.Collections.Immutable;

namespace Plenum.Domain.Membership;

public sealed partial record MembershipRecord
{
    /// <summary>Whom the vault has to forget, or has forgotten.</summary>
    public ImmutableSortedSet<MemberNo> ForgottenHere { get; init; } = [];

    // Why somebody was refused or noticed is emptied with the rest, so whoever is forgotten has simply left.
    private MembershipRecord Forgotten(MembershipEvent.Forgotten happened) =>
        Change(
            happened.Member,
            m =>
                m with
                {
                    Standing = m.Standing is Standing.Lapsed ? m.Standing : new Standing.Left(),
                    IsForgotten = true,
                    KnownAs = happened.KnownAs,
                }
        ) with
        {
            ForgottenHere = ForgottenHere.Add(happened.Member),
        };
}
