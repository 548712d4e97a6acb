using NodaTime;

namespace Plenum.Domain.Membership;

// How a lost sign-in is restored; what lets anybody in never comes near the record.
public abstract partial record MembershipEvent
{
    /// <summary>One who holds the mandate for it vouched that this person has lost their sign-in.</summary>
    [Recorded("member.sign-in-vouched/1")]
    public sealed record SignInVouched([Members] MemberNo Member, [Members] MemberNo By)
        : MembershipEvent;

    /// <summary>Two have vouched: from then on the sign-in can be restored, unless somebody objects before.</summary>
    [Recorded("member.sign-in-opens/1")]
    public sealed record SignInOpens([Members] MemberNo Member, [Public] Instant Opens)
        : MembershipEvent;

    /// <summary>The old ways in are void and a new one was handed over.</summary>
    [Recorded("member.sign-in-restored/1")]
    public sealed record SignInRestored([Members] MemberNo Member) : MembershipEvent;

    /// <summary>Somebody objected, and the sign-in stays as it was.</summary>
    [Recorded("member.sign-in-kept/1")]
    public sealed record SignInKept([Members] MemberNo Member) : MembershipEvent;
}
