using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>What happens to the statutes that a federation hands down, and to what its sections vary (S14).</summary>
public abstract record FrameEvent : Event
{
    private FrameEvent() { }

    /// <summary>The sections take these rules over as of that version of the federation's statutes.</summary>
    [Recorded("frame.issued/1")]
    public sealed record Issued([Public] int Version, [Public] EquatableArray<FrameRule> Rules)
        : FrameEvent;

    /// <summary>This section has received them; it decides by no other version.</summary>
    [Recorded("frame.received/1")]
    public sealed record Received(
        [Public] SectionId Federation,
        [Public] int Version,
        [Public] EquatableArray<FrameRule> Rules,
        [Public] Instant At
    ) : FrameEvent;

    /// <summary>Where the statutes of this section differ from the frame it has received.</summary>
    [Recorded("variation.registered/1")]
    public sealed record Registered(
        [Public] int Version,
        [Public] EquatableArray<Variation> Values,
        [Public] Instant At
    ) : FrameEvent;

    /// <summary>A section has told where it differs.</summary>
    [Recorded("variation.noted/1")]
    public sealed record Noted(
        [Public] SectionId Section,
        [Public] int Version,
        [Public] EquatableArray<Variation> Values,
        [Public] Instant At
    ) : FrameEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Competences = section.Competences with
            {
                Frame = section.Competences.Frame.Evolve(this),
            },
        };
}
