using NodaTime;

namespace Plenum.Domain.Rights;

/// <summary>What a finding is about: never a person, always how sections keep people apart.</summary>
public enum FindingKind
{
    /// <summary>A section refuses more than the others, beyond chance (S81).</summary>
    Refusals,

    /// <summary>A section leaves more undecided than the others, beyond chance (S81).</summary>
    Delays,

    /// <summary>Several sections share one place, so that people can be told which is theirs (S82).</summary>
    Parallel,
}

public enum FindingStage
{
    /// <summary>The federation has to answer.</summary>
    Open,

    /// <summary>It stands: the federation has said so.</summary>
    Upheld,

    /// <summary>The federation has explained it, and it is not found again for a year.</summary>
    Rests,

    /// <summary>The figures do not say it any more.</summary>
    Gone,
}

/// <summary>What a federation has found in its sections, with the item in which it answers.</summary>
public sealed record SectionFinding(
    FindingNo No,
    FindingKind Kind,
    EquatableArray<SectionId> Sections,
    AdmissionCounts Counts,
    AdmissionCounts Others,
    string Place,
    MatterNo Matter,
    FindingStage Stage,
    Instant RestsUntil,
    Instant At
)
{
    /// <summary>Whether the same cannot be found anew.</summary>
    public bool HoldsAt(Instant now) =>
        Stage is FindingStage.Open or FindingStage.Upheld
        || (Stage == FindingStage.Rests && now < RestsUntil);

    public bool Is(FindingKind kind, EquatableArray<SectionId> sections) =>
        Kind == kind && Sections == sections;
}

/// <summary>What the federation of this section has told it of a finding.</summary>
public sealed record FindingNotice(
    SectionId Federation,
    FindingNo Finding,
    FindingKind Kind,
    FindingStage Stage,
    Instant At
);

/// <summary>What a section told of those who asked to join it.</summary>
public sealed record ToldCounts(AdmissionCounts Counts, Instant At);
