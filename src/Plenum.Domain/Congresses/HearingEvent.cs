using Plenum.Domain.Ballots;

namespace Plenum.Domain.Congresses;

/// <summary>
/// Which sections have been heard since a division: letters of a section come in their order, so that with its answer every
/// mandate it had taken back before has been told.
/// </summary>
public abstract record HearingEvent : Event
{
    private HearingEvent() { }

    /// <summary>A division has closed: every section that has a seat is told of it, and answers by itself.</summary>
    [Recorded("congress.awaits-sections/1")]
    public sealed record Awaits([Public] MatterNo Matter, [Public] BoxNo Box) : HearingEvent;

    /// <summary>A section has answered.</summary>
    [Recorded("congress.section-heard/1")]
    public sealed record Heard([Public] MatterNo Matter, [Public] SectionId Section) : HearingEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Congresses = section.Congresses with
            {
                Unheard = this switch
                {
                    Awaits e => section.Congresses.Unheard.With(
                        e.Matter,
                        section.Congresses.BySection
                    ),
                    Heard e => section.Congresses.Unheard.Without(e.Matter, e.Section),
                },
            },
        };
}
