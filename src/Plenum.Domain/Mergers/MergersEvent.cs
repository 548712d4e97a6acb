using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Mergers;

/// <summary>What happens when two sections become one (S03, C21).</summary>
public abstract record MergersEvent : Event
{
    private MergersEvent() { }

    /// <summary>By two thirds of its members this section offers to go over to another.</summary>
    [Recorded("merger.offered/1")]
    public sealed record Offered(
        [Public] MergerNo Merger,
        [Public] SectionId With,
        [Public] MatterNo By,
        [Public] Instant At
    ) : MergersEvent;

    [Recorded("merger.declined/1")]
    public sealed record Declined([Public] MergerNo Merger, [Public] Refusal Why) : MergersEvent;

    /// <summary>Both sections have decided; it takes effect at the instant that both records name.</summary>
    [Recorded("merger.agreed/1")]
    public sealed record Agreed(
        [Public] MergerNo Merger,
        [Public] SectionId With,
        [Public] string Name,
        [Public] bool WeGo,
        [Public] MatterNo By,
        [Public] Instant TakesEffect,
        [Public] int Programme
    ) : MergersEvent;

    /// <summary>By two thirds of its members this section divides then; until then each of them chooses.</summary>
    [Recorded("merger.dividing/1")]
    public sealed record Dividing(
        [Public] MergerNo Merger,
        [Public] string Name,
        [Public] MatterNo By,
        [Public] Instant TakesEffect,
        [Public] int Programme
    ) : MergersEvent;

    /// <summary>Enough chose to go: they are a section of their own from now on, and its record begins there.</summary>
    [Recorded("merger.divided/1")]
    public sealed record Divided([Public] MergerNo Merger, [Public] SectionId With) : MergersEvent;

    /// <summary>Fewer chose to go than found a section. How many is not told, nor who.</summary>
    [Recorded("merger.not-divided/1")]
    public sealed record NotDivided([Public] MergerNo Merger) : MergersEvent;

    /// <summary>
    /// This section began by another dividing: up to that entry of its record, which this digest of its leaf names, that
    /// record is the past of both.
    /// </summary>
    [Recorded("merger.forked/1")]
    public sealed record Forked(
        [Public] MergerNo Merger,
        [Public] SectionId From,
        [Public] string Name,
        [Public] int Version,
        [Public] Digest Leaf,
        [Public] Instant At
    ) : MergersEvent;

    /// <summary>A member goes along or stays; sealed, because it is their own affair until then.</summary>
    [Recorded("merger.chosen/1")]
    public sealed record Chosen(
        [Public] MergerNo Merger,
        [Sealed] MemberNo Member,
        [Sealed] bool Goes
    ) : MergersEvent;

    /// <summary>A member has come from another section, as whoever moves alone has.</summary>
    [Recorded("merger.came/1")]
    public sealed record Came(
        [Public] MergerNo Merger,
        [Members] MemberNo Member,
        [Public] SectionId From
    ) : MergersEvent;

    /// <summary>So many went over, or came.</summary>
    [Recorded("merger.done/1")]
    public sealed record Done([Public] MergerNo Merger, [Public] int Members, [Public] Instant At)
        : MergersEvent;

    public MergerNo Subject =>
        this switch
        {
            Offered e => e.Merger,
            Declined e => e.Merger,
            Agreed e => e.Merger,
            Dividing e => e.Merger,
            Divided e => e.Merger,
            NotDivided e => e.Merger,
            Forked e => e.Merger,
            Chosen e => e.Merger,
            Came e => e.Merger,
            Done e => e.Merger,
        };

    public sealed override Section Evolve(Section section)
    {
        var mergers = section.Mergers.Evolve(this);
        return section with
        {
            Mergers = mergers,
            Membership = this is Came came
                ? section.Membership.CameFrom(came.Member, came.From)
                : section.Membership,
            Dues = section.Dues.Moved(
                DueKind.Merger,
                Subject.Value,
                section.Mergers.NextAt(Subject),
                mergers.NextAt(Subject)
            ),
        };
    }
}
