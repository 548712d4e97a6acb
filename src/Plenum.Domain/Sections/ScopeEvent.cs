using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Sections;

/// <summary>What happens to the label of a federation: all of it public, so that anybody can work it out again (S12).</summary>
public abstract record ScopeEvent : Event
{
    private ScopeEvent() { }

    /// <summary>The sections will be asked how they are.</summary>
    [Recorded("scope.planned/1")]
    public sealed record Planned([Public] Instant At) : ScopeEvent;

    /// <summary>Every section is asked, and has until then to answer.</summary>
    [Recorded("scope.asked/1")]
    public sealed record Asked([Public] int Round, [Public] Instant At, [Public] Instant Until)
        : ScopeEvent;

    /// <summary>A section has said how it is.</summary>
    [Recorded("scope.reported/1")]
    public sealed record Reported(
        [Public] int Round,
        [Public] SectionId Section,
        [Public] string Country,
        [Public] string Locality,
        [Public] int Members,
        [Public] Instant Since,
        [Public] Instant LastMet,
        [Public] EquatableArray<PlaceCount> Below,
        [Public] Instant At
    ) : ScopeEvent;

    /// <summary>The label was worked out over the reports at hand; one that no longer holds stays for a while.</summary>
    [Recorded("scope.assessed/1")]
    public sealed record Assessed(
        [Public] ScopeLabel Held,
        [Public] Reach Reach,
        [Public] Instant LapsesAt,
        [Public] Instant Next,
        [Public] Instant At
    ) : ScopeEvent;

    public sealed override Section Evolve(Section section)
    {
        var scope = section.Sections.Scope.Evolve(this);
        return section with
        {
            Sections = section.Sections with { Scope = scope },
            Dues = section.Dues.Moved(
                DueKind.Scope,
                0,
                section.Sections.Scope.NextAt,
                scope.NextAt
            ),
        };
    }
}
