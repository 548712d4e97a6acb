using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Referendums;

/// <summary>What sections and the convener of a question tell each other of the desks at which it is voted on: a closed list.</summary>
public abstract record DeskLetter
{
    private DeskLetter() { }

    /// <summary>These help at the desk of a section, instead of those named before.</summary>
    public sealed record Named(
        QuestionAbove Question,
        SectionId Section,
        EquatableArray<DeskMandate> Desk
    ) : DeskLetter;
}

/// <summary>Somebody's mandate to help at a desk. Its term travels along, so that its end needs no letter.</summary>
public sealed record DeskMandate(PersonId Holder, Instant Since, Instant Until)
{
    public bool InForceAt(Instant now) => Since <= now && now < Until;
}
