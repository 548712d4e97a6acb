using NodaTime;

namespace Plenum.Domain.Rights;

/// <summary>What happens to findings: all of it public, so that anybody can work it out again (S82).</summary>
public abstract record FindingsEvent : Event
{
    private FindingsEvent() { }

    /// <summary>A section has told how it dealt with those who asked to join.</summary>
    [Recorded("finding.admissions-told/1")]
    public sealed record Told(
        [Public] SectionId Section,
        [Public] int Round,
        [Public] AdmissionCounts Counts,
        [Public] Instant At
    ) : FindingsEvent;

    /// <summary>The figures of a section, or the places of several, say that people are kept out or apart.</summary>
    [Recorded("finding.made/1")]
    public sealed record Made(
        [Public] FindingNo Finding,
        [Public] FindingKind Kind,
        [Public] EquatableArray<SectionId> Sections,
        [Public] AdmissionCounts Counts,
        [Public] AdmissionCounts Others,
        [Public] string Place,
        [Public] MatterNo Matter,
        [Public] Instant At
    ) : FindingsEvent;

    /// <summary>Nobody answered in time: the federation has to answer again.</summary>
    [Recorded("finding.put-again/1")]
    public sealed record PutAgain([Public] FindingNo Finding, [Public] MatterNo Matter)
        : FindingsEvent;

    /// <summary>The federation has answered: the finding stands, or is explained and rests until then.</summary>
    [Recorded("finding.answered/1")]
    public sealed record Answered(
        [Public] FindingNo Finding,
        [Public] FindingStage Stage,
        [Public] MatterNo By,
        [Public] Instant RestsUntil
    ) : FindingsEvent;

    /// <summary>The figures do not say it any more.</summary>
    [Recorded("finding.gone/1")]
    public sealed record Gone([Public] FindingNo Finding, [Public] Instant At) : FindingsEvent;

    /// <summary>The federation has told this section of a finding about it.</summary>
    [Recorded("finding.noticed/1")]
    public sealed record Noticed(
        [Public] SectionId Federation,
        [Public] FindingNo Finding,
        [Public] FindingKind Kind,
        [Public] FindingStage Stage,
        [Public] Instant At
    ) : FindingsEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Rights = section.Rights.Evolve(this),
        };
}
