using NodaTime;

namespace Plenum.Domain.Motions;

/// <summary>What happens after a motion is adopted: tasks and reports back.</summary>
public abstract record MotionsEvent : Event
{
    private MotionsEvent() { }

    /// <summary>A named member of the body is to do this by then and report (S25).</summary>
    [Recorded("task.given/1")]
    public sealed record TaskGiven(
        [Public] int Task,
        [Public] MatterNo By,
        [Public] MandateNo Mandate,
        [Members] string What,
        [Public] Instant Due
    ) : MotionsEvent;

    [Recorded("task.reported/1")]
    public sealed record TaskReported(
        [Public] int Task,
        [Members] Document Text,
        [Public] bool Done
    ) : MotionsEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Motions = section.Motions.Evolve(this),
        };
}
