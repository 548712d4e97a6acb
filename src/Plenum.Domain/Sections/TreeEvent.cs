using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>What happens to a section's place in the tree.</summary>
public abstract record TreeEvent : Event
{
    private TreeEvent() { }

    /// <summary>By a decision of its members the section has asked to belong to a federation.</summary>
    [Recorded("affiliation.asked/1")]
    public sealed record Asked(
        [Public] SectionId Federation,
        [Public] MatterNo By,
        [Public] Instant At
    ) : TreeEvent;

    /// <summary>The section belongs to a federation from now on.</summary>
    [Recorded("affiliation.joined/1")]
    public sealed record Joined(
        [Public] SectionId Federation,
        [Public] string Name,
        [Public] EquatableArray<SectionId> Above,
        [Public] Instant At
    ) : TreeEvent;

    /// <summary>The federation that was asked has not taken the section in.</summary>
    [Recorded("affiliation.stayed-out/1")]
    public sealed record StayedOut(
        [Public] SectionId Federation,
        [Public] Refusal Why,
        [Public] Instant At
    ) : TreeEvent;

    /// <summary>The section belongs to no federation any more.</summary>
    [Recorded("affiliation.left/1")]
    public sealed record Left([Public] SectionId Federation, [Public] Instant At) : TreeEvent;

    /// <summary>Other sections stand above this one now, nearest first.</summary>
    [Recorded("affiliation.above-changed/1")]
    public sealed record AboveChanged([Public] EquatableArray<SectionId> Above) : TreeEvent;

    /// <summary>The congress of the federation has so many seats for this section, until then at the latest.</summary>
    [Recorded("affiliation.seats-allotted/1")]
    public sealed record Allotted([Public] int Congress, [Public] int Seats, [Public] Instant Until)
        : TreeEvent;

    /// <summary>This federation has taken a section in.</summary>
    [Recorded("affiliate.taken-in/1")]
    public sealed record TookIn(
        [Public] SectionId Section,
        [Public] string Name,
        [Public] int Members,
        [Public] MatterNo By,
        [Public] Instant At
    ) : TreeEvent;

    /// <summary>Most members of a section came from another of late: until then it counts as a part of that (C6); of nothing, when they are no majority any more.</summary>
    [Recorded("section.part-of/1")]
    public sealed record PartOf(
        [Public] SectionId Section,
        [Public] SectionId Origin,
        [Public] Instant Until
    ) : TreeEvent;

    /// <summary>A section has told in which constituency it votes.</summary>
    [Recorded("affiliate.votes-in/1")]
    public sealed record VotesIn([Public] SectionId Section, [Public] Constituency Constituency)
        : TreeEvent;

    /// <summary>The founding of this federation names a section that belongs to it in the organisation carried over.</summary>
    [Recorded("affiliate.expected/1")]
    public sealed record Expected([Public] SectionId Section) : TreeEvent;

    /// <summary>A section has left this federation.</summary>
    [Recorded("affiliate.let-go/1")]
    public sealed record LetGo([Public] SectionId Section, [Public] Instant At) : TreeEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Sections = section.Sections with
            {
                Tree = section.Sections.Tree.Evolve(this),
                Recognition = this is Joined joined
                    ? section.Sections.Recognition.After(joined)
                    : section.Sections.Recognition,
            },
        };
}
