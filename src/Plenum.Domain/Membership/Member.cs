using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>Where a person stands in this section, and why.</summary>
public abstract record Standing
{
    private Standing() { }

    public sealed record Invited(Instant MemberSince) : Standing;

    /// <summary>Waiting for a decision until then; attested by these members.</summary>
    public sealed record Applicant(Instant DecideBy, EquatableArray<MemberNo> AttestedBy)
        : Standing;

    /// <summary>Nobody decided in time: the members do.</summary>
    public sealed record Referred(Instant DecideBy) : Standing;

    public sealed record Refused(int Clause, Instant AppealBy) : Standing;

    public sealed record Good : Standing;

    /// <summary>Noticed of a lapse, with all rights; a dispute stops the clock.</summary>
    public sealed record Noticed(int Notice, Instant CureBy, bool Disputed) : Standing
    {
        /// <summary>How many notices there are before a membership lapses.</summary>
        public int Of { get; init; } = 2;

        /// <summary>When the next can be given; not said of a notice written before that was recorded.</summary>
        public Instant NextFrom { get; init; } = Instant.MinValue;

        public bool IsLast => Notice >= Of;

        /// <summary>A panel has judged this notice and it holds.</summary>
        public bool Upheld { get; init; }

        public Noticed UpheldUntil(Instant cureBy) =>
            this with
            {
                CureBy = cureBy,
                Disputed = false,
                Upheld = true,
            };
    }

    /// <summary>A member of another section, who sits in a congress here and votes nowhere else in this one.</summary>
    public sealed record Delegate(SectionId From) : Standing;

    /// <summary>A member of another section of the tree who is to move here: a member as soon as it has closed with them.</summary>
    public sealed record Awaited(SectionId From) : Standing;

    public sealed record Lapsed : Standing;

    public sealed record Left : Standing;
}

/// <summary>One person in one section.</summary>
public sealed record Member(
    MemberNo No,
    PersonId Person,
    Standing Standing,
    AdmittedBy AdmittedBy,
    Instant Since,
    Instant VotesFrom,
    Instant VotesOnBasicLawFrom,
    int AcceptedProgramme
)
{
    /// <summary>When they joined: here, or the organisation whose roll was carried over.</summary>
    public Instant Joined { get; init; } = Instant.MaxValue;

    /// <summary>The section of the tree they moved here from, alone or by a merger; the empty name for everybody else.</summary>
    public SectionId MovedFrom { get; init; } = new("");

    /// <summary>What the vault kept of them is destroyed.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>The name under which what a forgotten person published stays; empty for none.</summary>
    public string KnownAs { get; init; } = "";

    /// <summary>A member in good standing has every right; a notice takes none away.</summary>
    public bool IsInGoodStanding => Standing is Standing.Good or Standing.Noticed;

    public bool VotesAt(Instant now, bool basicLaw) =>
        IsInGoodStanding && now >= (basicLaw ? VotesOnBasicLawFrom : VotesFrom);
}
