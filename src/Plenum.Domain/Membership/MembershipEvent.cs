using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>What happens to the people of a section and to their standing.</summary>
public abstract partial record MembershipEvent : Event
{
    private MembershipEvent() { }

    /// <summary>Somebody accepts the programme and asks to join; it is decided by then, or silence decides (C19).</summary>
    [Recorded("member.applied/1")]
    public sealed record Applied(
        [Members] MemberNo Member,
        [Sealed] PersonId Person,
        [Public] int ProgrammeVersion,
        [Members] string Reservation,
        [Public] Instant DecideBy
    ) : MembershipEvent;

    /// <summary>A member vouches that the applicant is who they say.</summary>
    [Recorded("member.attested/1")]
    public sealed record Attested([Members] MemberNo Applicant, [Members] MemberNo By)
        : MembershipEvent;

    /// <summary>A member from now on: speaks at once, votes from the given instants.</summary>
    [Recorded("member.admitted/1")]
    public sealed record Admitted(
        [Members] MemberNo Member,
        [Public] AdmittedBy By,
        [Public] Instant Since,
        [Public] Instant VotesFrom,
        [Public] Instant VotesOnBasicLawFrom
    ) : MembershipEvent;

    /// <summary>Not admitted, in writing, on a clause; the applicant may appeal (S08).</summary>
    [Recorded("member.refused/1")]
    public sealed record Refused(
        [Members] MemberNo Member,
        [Public] int Clause,
        [Members] string Words,
        [Public] Instant AppealBy
    ) : MembershipEvent;

    /// <summary>Nobody decided in time and nobody attested: the members decide instead.</summary>
    [Recorded("member.referred/1")]
    public sealed record Referred([Members] MemberNo Member, [Public] Instant DecideBy)
        : MembershipEvent;

    /// <summary>Somebody carried over from an existing roll, or named a founder: a member once they accept.</summary>
    [Recorded("member.invited/1")]
    public sealed record Invited(
        [Members] MemberNo Member,
        [Sealed] PersonId Person,
        [Members] Instant MemberSince
    ) : MembershipEvent;

    [Recorded("member.left/1")]
    public sealed record Left([Members] MemberNo Member) : MembershipEvent;

    /// <summary>First or second notice of two, as it was written before statutes said how many there are.</summary>
    [Recorded("member.noticed/1")]
    public sealed record Noticed(
        [Members] MemberNo Member,
        [Public] int Notice,
        [Members] string Ground,
        [Public] Instant CureBy
    ) : MembershipEvent;

    /// <summary>
    /// A notice of a lapse: which of how many, the ground, the last day to cure, and when the next can come at the
    /// earliest (C5 b).
    /// </summary>
    [Recorded("member.noticed/2")]
    public sealed record NoticeGiven(
        [Members] MemberNo Member,
        [Public] int Notice,
        [Public] int Of,
        [Members] string Ground,
        [Public] Instant CureBy,
        [Public] Instant NextFrom
    ) : MembershipEvent;

    /// <summary>The member paid, showed hardship or was right.</summary>
    [Recorded("member.cured/1")]
    public sealed record Cured([Members] MemberNo Member, [Public] CuredBy How) : MembershipEvent;

    /// <summary>The member disputes the notice; the clock stands still until the panel has decided.</summary>
    [Recorded("member.disputed/1")]
    public sealed record Disputed([Members] MemberNo Member, [Members] string Words)
        : MembershipEvent;

    /// <summary>The panel finds that the notice holds; the time to cure begins anew.</summary>
    [Recorded("member.notice-upheld/1")]
    public sealed record NoticeUpheld([Members] MemberNo Member, [Public] Instant CureBy)
        : MembershipEvent;

    [Recorded("member.lapsed/1")]
    public sealed record Lapsed([Members] MemberNo Member) : MembershipEvent;

    /// <summary>The member accepts a later version of the programme, or records a reservation (S06).</summary>
    [Recorded("member.reaccepted/1")]
    public sealed record Reaccepted(
        [Members] MemberNo Member,
        [Public] int ProgrammeVersion,
        [Members] string Reservation
    ) : MembershipEvent;

    /// <summary>A member of another section, whom it sends to a congress here.</summary>
    [Recorded("member.delegated/1")]
    public sealed record Delegated(
        [Members] MemberNo Member,
        [Sealed] PersonId Person,
        [Public] SectionId From
    ) : MembershipEvent;

    public MemberNo Subject =>
        this switch
        {
            Applied e => e.Member,
            Attested e => e.Applicant,
            Admitted e => e.Member,
            Refused e => e.Member,
            Referred e => e.Member,
            Invited e => e.Member,
            Left e => e.Member,
            Noticed e => e.Member,
            NoticeGiven e => e.Member,
            Cured e => e.Member,
            Disputed e => e.Member,
            NoticeUpheld e => e.Member,
            Lapsed e => e.Member,
            Reaccepted e => e.Member,
            Delegated e => e.Member,
            SignInVouched e => e.Member,
            SignInOpens e => e.Member,
            SignInRestored e => e.Member,
            SignInKept e => e.Member,
            Forgotten e => e.Member,
            RollCheckBegan or AuditorsDrawn or EntryChecked or RollCheckEnded => MemberNo.None,
        };

    public sealed override Section Evolve(Section section)
    {
        var membership = section.Membership.Evolve(this);
        var before = section.Membership.NextAt(Subject);
        return section with
        {
            Membership = membership,
            Dues = section
                .Dues.Moved(DueKind.Member, Subject.Value, before, membership.NextAt(Subject))
                .Moved(
                    DueKind.RollCheck,
                    CheckOf.Value,
                    section.Membership.CheckOf(CheckOf).Until,
                    membership.CheckOf(CheckOf).Until
                ),
        };
    }
}

/// <summary>How somebody came to be a member.</summary>
public enum AdmittedBy
{
    Founding,
    Decision,
    Silence,
    Invitation,

    /// <summary>Their section merged with this one, and they chose to go along.</summary>
    Merger,

    /// <summary>Their section divided, and they chose to found this one.</summary>
    Separation,
    Appeal,
}

/// <summary>How a lapse was averted.</summary>
public enum CuredBy
{
    Payment,
    Hardship,
    Mistake,
}
