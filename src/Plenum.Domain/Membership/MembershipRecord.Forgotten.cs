using System.Collections.Immutable;

namespace Plenum.Domain.Membership;

public sealed partial record MembershipRecord
{
    /// <summary>Whom the vault has to forget, or has forgotten.</summary>
    public ImmutableSortedSet<MemberNo> ForgottenHere { get; init; } = [];

    // What was decided about them stands as it is: else whoever refuses many could have it vanish from the count. Whoever
    // comes back has another number, because nobody may learn by it who the one before was.
    private MembershipRecord Forgotten(MembershipEvent.Forgotten happened)
    {
        if (!Members.TryGetValue(happened.Member, out var member))
            return this;
        return Change(
            member.No,
            m => m with { IsForgotten = true, KnownAs = happened.KnownAs }
        ) with
        {
            ForgottenHere = ForgottenHere.Add(member.No),
            ByPerson =
                ByPerson.TryGetValue(member.Person, out var no) && no == member.No
                    ? ByPerson.Remove(member.Person)
                    : ByPerson,
        };
    }
}
