namespace Plenum.Domain.Statutes;

/// <summary>What happens to the statutes of a section.</summary>
public abstract record StatutesEvent : Event
{
    private StatutesEvent() { }

    /// <summary>This version is in force from now on, by the founders' acceptance or by that matter.</summary>
    [Recorded("statutes.adopted/1")]
    public sealed record Adopted(
        [Public] int Version,
        [Public, Loaded] Document Text,
        [Public] MatterNo By
    ) : StatutesEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Statutes = section.Statutes.Evolve(this),
        };
}
