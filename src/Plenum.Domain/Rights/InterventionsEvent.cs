using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>What happens to interventions, above and in the section itself: all of it public (S86).</summary>
public abstract record InterventionsEvent : Event
{
    private InterventionsEvent() { }

    /// <summary>This federation orders a measure in a section, on the petition of members there.</summary>
    [Recorded("intervention.ordered/1")]
    public sealed record Ordered(
        [Public] InterventionNo Intervention,
        [Public] SectionId Section,
        [Public] Measure Measure,
        [Public] MatterNo Petition,
        [Public] MatterNo By,
        [Public] Instant At,
        [Public] Instant Until
    ) : InterventionsEvent;

    /// <summary>What this federation ordered has ended.</summary>
    [Recorded("intervention.closed/1")]
    public sealed record Closed(
        [Public] InterventionNo Intervention,
        [Public] EndOfIntervention How,
        [Public] bool IsDone
    ) : InterventionsEvent;

    /// <summary>The level above intervenes here, until then at the latest.</summary>
    [Recorded("intervention.opened/1")]
    public sealed record Opened(
        [Public] InterventionNo Intervention,
        [Public] SectionId Federation,
        [Public] InterventionNo Order,
        [Public] Measure Measure,
        [Public] MatterNo Petition,
        [Public] Instant At,
        [Public] Instant Until
    ) : InterventionsEvent;

    /// <summary>What the measure brought about here, by itself and with no officer acting.</summary>
    [Recorded("intervention.acted/1")]
    public sealed record Acted(
        [Public] InterventionNo Intervention,
        [Public] EquatableArray<MatterNo> Matters,
        [Public] SittingNo Sitting
    ) : InterventionsEvent;

    /// <summary>The level above was asked and did not order it.</summary>
    [Recorded("intervention.declined/1")]
    public sealed record Declined([Public] MatterNo Petition, [Public] Refusal Why)
        : InterventionsEvent;

    [Recorded("intervention.ended/1")]
    public sealed record Ended(
        [Public] InterventionNo Intervention,
        [Public] EndOfIntervention How,
        [Public] bool IsDone,
        [Public] Instant At
    ) : InterventionsEvent;

    /// <summary>The intervention in this section that the event is about; none for what was ordered elsewhere.</summary>
    public InterventionNo Here =>
        this switch
        {
            Opened e => e.Intervention,
            Acted e => e.Intervention,
            Ended e => e.Intervention,
            Ordered or Closed or Declined => InterventionNo.None,
        };

    public sealed override Section Evolve(Section section)
    {
        var rights = section.Rights.Evolve(this);
        return section with
        {
            Rights = rights,
            Dues = section.Dues.Moved(
                DueKind.Intervention,
                Here.Value,
                section.Rights.NextAt(Here),
                rights.NextAt(Here)
            ),
        };
    }
}
