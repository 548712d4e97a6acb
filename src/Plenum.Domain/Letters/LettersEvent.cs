namespace Plenum.Domain.Letters;

/// <summary>What happens to letters between sections.</summary>
public abstract record LettersEvent : Event
{
    private LettersEvent() { }

    /// <summary>A letter goes out, the next to this addressee.</summary>
    [Recorded("letter.sent/1")]
    public sealed record Sent([Public] SectionId To, [Public] int No, [Members] Letter Letter)
        : LettersEvent;

    /// <summary>A letter has come, the next from this sender.</summary>
    [Recorded("letter.received/1")]
    public sealed record Received([Public] SectionId From, [Public] int No, [Members] Letter Letter)
        : LettersEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Letters = section.Letters.Evolve(this),
        };
}
