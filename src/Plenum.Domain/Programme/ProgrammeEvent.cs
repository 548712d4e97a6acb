namespace Plenum.Domain.Programme;

/// <summary>What happens to the programme of a section.</summary>
public abstract record ProgrammeEvent : Event
{
    private ProgrammeEvent() { }

    /// <summary>This version is the programme from now on: founding principles and numbered clauses.</summary>
    [Recorded("programme.adopted/1")]
    public sealed record Adopted(
        [Public] int Version,
        [Public, Loaded] Document Text,
        [Public] MatterNo By
    ) : ProgrammeEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Programme = section.Programme.Evolve(this),
        };
}
