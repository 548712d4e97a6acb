using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>What happens to who decides what between a federation and its sections (S13, S14).</summary>
public abstract record CompetencesEvent : Event
{
    private CompetencesEvent() { }

    /// <summary>A motion says what it is about.</summary>
    [Recorded("subject.named/1")]
    public sealed record SubjectNamed([Public] MatterNo Matter, [Public] SubjectId Subject)
        : CompetencesEvent;

    /// <summary>A motion is carried and reaches so far.</summary>
    [Recorded("subject.reached/1")]
    public sealed record SubjectReached(
        [Public] MatterNo Matter,
        [Public] SubjectId Subject,
        [Public] Binding Binding,
        [Public] EquatableArray<SectionId> Binds
    ) : CompetencesEvent;

    /// <summary>The federation has decided to ask its sections for a power until that date.</summary>
    [Recorded("cession.sought/1")]
    public sealed record Sought(
        [Public] CessionNo Cession,
        [Public] SubjectId Subject,
        [Public] string What,
        [Public] MatterNo By,
        [Public] Instant At,
        [Public] Instant Review
    ) : CompetencesEvent;

    /// <summary>A section has answered by its own vote.</summary>
    [Recorded("cession.answered/1")]
    public sealed record Answered(
        [Public] CessionNo Cession,
        [Public] SectionId Section,
        [Public] bool Consents,
        [Public] Instant At
    ) : CompetencesEvent;

    /// <summary>A section that had consented has left.</summary>
    [Recorded("cession.consent-ended/1")]
    public sealed record ConsentEnded(
        [Public] CessionNo Cession,
        [Public] SectionId Section,
        [Public] Instant At
    ) : CompetencesEvent;

    /// <summary>By a vote of its members this section lends its federation a power until that date.</summary>
    [Recorded("cession.lent/1")]
    public sealed record Lent(
        [Public] CessionNo Cession,
        [Public] SectionId Federation,
        [Public] CessionNo Theirs,
        [Public] SubjectId Subject,
        [Public] string What,
        [Public] MatterNo By,
        [Public] Instant At,
        [Public] Instant Review
    ) : CompetencesEvent;

    /// <summary>The power is where it came from again.</summary>
    [Recorded("cession.fell-back/1")]
    public sealed record FellBack([Public] CessionNo Cession, [Public] Instant At)
        : CompetencesEvent;

    private CessionNo Numbered =>
        this switch
        {
            SubjectNamed or SubjectReached => CessionNo.None,
            Sought e => e.Cession,
            Answered e => e.Cession,
            ConsentEnded e => e.Cession,
            Lent e => e.Cession,
            FellBack e => e.Cession,
        };

    public sealed override Section Evolve(Section section)
    {
        var competences = section.Competences.Evolve(this);
        return section with
        {
            Competences = competences,
            Dues = section.Dues.Moved(
                DueKind.Cession,
                Numbered.Value,
                section.Competences.NextAt(Numbered),
                competences.NextAt(Numbered)
            ),
        };
    }
}
