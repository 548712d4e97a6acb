using NodaTime;

namespace Plenum.Domain.Membership;

// The check of entries of the roll by auditors drawn by lot (C16, C19).
public abstract partial record MembershipEvent
{
    /// <summary>The roll as it stands, its size and a commitment to it, and the entries that the lot fell on.</summary>
    [Recorded("roll.check-began/1")]
    public sealed record RollCheckBegan(
        [Public] MatterNo Check,
        [Public] int Roll,
        [Public] Digest Commitment,
        [Members] EquatableArray<MemberNo> Entries
    ) : MembershipEvent;

    /// <summary>Who checks, and until when; others are drawn when they do not.</summary>
    [Recorded("roll.auditors-drawn/1")]
    public sealed record AuditorsDrawn(
        [Public] MatterNo Check,
        [Members] EquatableArray<MemberNo> Auditors,
        [Public] Instant Until
    ) : MembershipEvent;

    /// <summary>An auditor has looked at an entry: there is such a person and they are a member, or not.</summary>
    [Recorded("roll.entry-checked/1")]
    public sealed record EntryChecked(
        [Public] MatterNo Check,
        [Members] MemberNo Entry,
        [Members] MemberNo By,
        [Members] bool Sound,
        [Members] string Words
    ) : MembershipEvent;

    [Recorded("roll.check-ended/1")]
    public sealed record RollCheckEnded(
        [Public] MatterNo Check,
        [Public] int Entries,
        [Public] int Checked,
        [Public] int Unsound
    ) : MembershipEvent;

    private MatterNo CheckOf =>
        this switch
        {
            RollCheckBegan e => e.Check,
            AuditorsDrawn e => e.Check,
            EntryChecked e => e.Check,
            RollCheckEnded e => e.Check,
            Applied
            or Attested
            or Admitted
            or Refused
            or Referred
            or Invited
            or Left
            or Noticed
            or NoticeGiven
            or Cured
            or Disputed
            or NoticeUpheld
            or Lapsed
            or Reaccepted
            or Delegated
            or SignInVouched
            or SignInOpens
            or SignInRestored
            or SignInKept
            or Forgotten => MatterNo.None,
        };
}
