using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Bodies;

/// <summary>What happens in the sittings of bodies.</summary>
public abstract record BodiesEvent : Event
{
    private BodiesEvent() { }

    /// <summary>A sitting is called, with notice; it may be the second after one without a quorum (R10).</summary>
    [Recorded("sitting.called/1")]
    public sealed record Called(
        [Public] SittingNo Sitting,
        [Public] BodyId Body,
        [Public] Instant At,
        [Members] string Place,
        [Public] SittingNo SecondOf,
        [Members] EquatableArray<MatterNo> Agenda
    ) : BodiesEvent;

    /// <summary>This sitting deals with elections and nothing else; its chair is drawn by lot (R10).</summary>
    [Recorded("sitting.elections-only/1")]
    public sealed record ElectionsOnly([Public] SittingNo Sitting) : BodiesEvent;

    /// <summary>Somebody came; presence is a ledger, so that a quorum can be recomputed for any moment.</summary>
    [Recorded("sitting.entered/1")]
    public sealed record Entered([Public] SittingNo Sitting, [Members] MemberNo Member)
        : BodiesEvent;

    [Recorded("sitting.departed/1")]
    public sealed record Departed([Public] SittingNo Sitting, [Members] MemberNo Member)
        : BodiesEvent;

    /// <summary>Called to order with so many present of so many needed; the chair is named.</summary>
    [Recorded("sitting.opened/1")]
    public sealed record Opened(
        [Public] SittingNo Sitting,
        [Members] MemberNo Chair,
        [Public] int Present,
        [Public] int Needed
    ) : BodiesEvent;

    /// <summary>No quorum: one notice may call a second meeting.</summary>
    [Recorded("sitting.failed/1")]
    public sealed record Failed(
        [Public] SittingNo Sitting,
        [Public] int Present,
        [Public] int Needed
    ) : BodiesEvent;

    [Recorded("sitting.closed/1")]
    public sealed record Closed([Public] SittingNo Sitting) : BodiesEvent;

    public SittingNo Subject =>
        this switch
        {
            Called e => e.Sitting,
            ElectionsOnly e => e.Sitting,
            Entered e => e.Sitting,
            Departed e => e.Sitting,
            Opened e => e.Sitting,
            Failed e => e.Sitting,
            Closed e => e.Sitting,
        };

    public sealed override Section Evolve(Section section)
    {
        var bodies = section.Bodies.Evolve(this);
        return section with
        {
            Bodies = bodies,
            Dues = section.Dues.Moved(
                DueKind.Sitting,
                Subject.Value,
                section.Bodies.NextAt(Subject),
                bodies.NextAt(Subject)
            ),
        };
    }
}
