using NodaTime;

namespace Plenum.Domain.Sections;

/// <summary>What happens to a section as such.</summary>
public abstract record SectionsEvent : Event
{
    private SectionsEvent() { }

    /// <summary>Somebody begins a section: the first event of its record, whose digest is the section's name.</summary>
    [Recorded("section.begun/1")]
    public sealed record Begun(
        [Public] SectionId Id,
        [Public] string Name,
        [Public] string TimeZone,
        [Public] int FoundersNeeded
    ) : SectionsEvent;

    /// <summary>Enough founders have accepted: the section has members, and its elections open by themselves.</summary>
    [Recorded("section.constituted/1")]
    public sealed record Constituted([Public] Instant At, [Public] int Founders) : SectionsEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Sections = section.Sections.Evolve(this),
        };
}
