namespace Plenum.Domain;

/// <summary>
/// What one decision makes happen, in order, with the section as it is after each step, so that numbers given later
/// in the same decision follow on from those given earlier.
/// </summary>
public sealed class Unfolding(Section section)
{
    private readonly List<Event> _events = [];

    public Section Section { get; private set; } = section;

    public EquatableArray<Event> Events => [.. _events];

    public Unfolding Then(Event happened)
    {
        _events.Add(happened);
        Section = Section.Evolve(Section, happened);
        return this;
    }

    /// <summary>A text that has come into force was read before.</summary>
    public Unfolding Reading(Prepared prepared)
    {
        Section = prepared.Read(Section);
        return this;
    }
}
