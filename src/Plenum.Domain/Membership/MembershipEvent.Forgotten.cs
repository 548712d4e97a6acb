namespace Plenum.Domain.Membership;

// That somebody was forgotten stays on the record, and on what ground; who it was does not.
public abstract partial record MembershipEvent
{
    /// <summary>
    /// Who used to be a member is forgotten: the vault destroys what it keeps of them. What they published stays under
    /// the name they chose for it, or under none.
    /// </summary>
    [Recorded("member.forgotten/1")]
    public sealed record Forgotten(
        [Members] MemberNo Member,
        [Public] ForgottenBy Ground,
        [Members] string KnownAs
    ) : MembershipEvent;
}

/// <summary>Why somebody is forgotten. No officer's wish is among these.</summary>
public enum ForgottenBy
{
    OwnWish,

    /// <summary>A period that the law sets is over. Nothing brings this about yet; what is stored can say it.</summary>
    Period,
}
