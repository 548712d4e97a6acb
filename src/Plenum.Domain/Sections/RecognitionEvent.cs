using NodaTime;

namespace Plenum.Domain.Sections;

/// <summary>What is said when a section asks to belong to a federation (S19).</summary>
public abstract record RecognitionEvent : Event
{
    private RecognitionEvent() { }

    /// <summary>A section that asks has told where it works.</summary>
    [Recorded("recognition.works-in/1")]
    public sealed record WorksIn(
        [Public] SectionId Section,
        [Public] string Country,
        [Public] string Locality
    ) : RecognitionEvent;

    /// <summary>One of those who decide says why a section is to be taken in, or not.</summary>
    [Recorded("recognition.ground-stated/1")]
    public sealed record GroundStated(
        [Public] MatterNo Matter,
        [Members] MemberNo By,
        [Members] bool ForTaking,
        [Members] string Words
    ) : RecognitionEvent;

    /// <summary>Why a federation has not taken this section in, in the words of those who were against it.</summary>
    [Recorded("recognition.grounds-heard/1")]
    public sealed record GroundsHeard(
        [Public] SectionId Federation,
        [Members] EquatableArray<string> Grounds
    ) : RecognitionEvent;

    /// <summary>A section that asked stands above this one: whatever anybody decides, it cannot be taken in.</summary>
    [Recorded("recognition.turned-away/1")]
    public sealed record TurnedAway(
        [Public] SectionId Section,
        [Public] string Name,
        [Public] MatterNo By,
        [Public] Instant At
    ) : RecognitionEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Sections = section.Sections with
            {
                Recognition = section.Sections.Recognition.Evolve(this),
            },
        };
}
