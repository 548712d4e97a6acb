using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>What happens to congresses of delegates from other sections.</summary>
public abstract partial record CongressesEvent : Event
{
    private CongressesEvent() { }

    /// <summary>A congress is called: sections return their members at the record date, and get seats by them.</summary>
    [Recorded("congress.called/1")]
    public sealed record Called(
        [Public] int Congress,
        [Public] BodyId Body,
        [Public] Instant RecordDate,
        [Public] Instant ReturnsUntil,
        [Public] Instant Until
    ) : CongressesEvent;

    /// <summary>The members of a section ask for a congress; enough sections have one (C16).</summary>
    [Recorded("congress.asked/1")]
    public sealed record Asked(
        [Public] SectionId Section,
        [Public] MatterNo By,
        [Public] Instant At
    ) : CongressesEvent;

    /// <summary>A section has returned how many members in standing it has.</summary>
    [Recorded("congress.returned/1")]
    public sealed record Returned(
        [Public] int Congress,
        [Public] SectionId Section,
        [Public] int Members,
        [Public] Instant At
    ) : CongressesEvent;

    /// <summary>Seats are allotted in one decision over the returns at hand.</summary>
    [Recorded("congress.allotted/1")]
    public sealed record Allotted([Public] int Congress, [Public] EquatableArray<Allotment> Seats)
        : CongressesEvent;

    /// <summary>
    /// More sections than one entry of the record has room for: their seats, before the entry with the last of them that
    /// ends the allotment.
    /// </summary>
    [Recorded("congress.allotted-in-part/1")]
    public sealed record AllottedInPart(
        [Public] int Congress,
        [Public] EquatableArray<Allotment> Seats
    ) : CongressesEvent;

    /// <summary>A delegate whom a section sends has a seat.</summary>
    [Recorded("congress.seated/1")]
    public sealed record Seated(
        [Public] SectionId Section,
        [Public] MandateNo Sent,
        [Public] MandateNo Seat
    ) : CongressesEvent;

    /// <summary>A section sends somebody for whom it has no seat.</summary>
    [Recorded("congress.not-seated/1")]
    public sealed record NotSeated([Public] SectionId Section, [Public] MandateNo Sent)
        : CongressesEvent;

    /// <summary>Somebody who sits for another section still: nobody has two seats, and this one waits until that is empty.</summary>
    [Recorded("congress.seat-waits/1")]
    public sealed record SeatWaits(
        [Public] SectionId Section,
        [Public] MandateNo Sent,
        [Sealed] PersonId Holder,
        [Public] Instant Since,
        [Public] Instant Until,
        [Public] int Term
    ) : CongressesEvent;

    /// <summary>A section has taken a mandate back, or it has ended: the seat is empty from that instant.</summary>
    [Recorded("congress.withdrawn/1")]
    public sealed record Withdrawn(
        [Public] SectionId Section,
        [Public] MandateNo Sent,
        [Public] EndOfMandate How,
        [Public] Instant At
    ) : CongressesEvent;

    /// <summary>
    /// A congress has divided: how the delegates of every section voted, what their votes weigh, and whether most
    /// sections were needed besides (C6).
    /// </summary>
    [Recorded("congress.divided/1")]
    public sealed record Divided(
        [Public] MatterNo Matter,
        [Public] BoxNo Box,
        [Members] EquatableArray<SectionTally> Sections,
        [Public] WeighedVotes Weighed,
        [Public] Outcome Outcome
    ) : CongressesEvent;

    /// <summary>A change of weights is put, with what it does to power and to past divisions, why, and when it is looked at again (S67).</summary>
    [Recorded("congress.reweighing-put/1")]
    public sealed record ReweighingPut(
        [Public] MatterNo Matter,
        [Members] Simulation Simulation,
        [Members] Document Why,
        [Public] Instant Review
    ) : CongressesEvent;

    /// <summary>A delegate cannot come: one of the elected alternates stands in until the delegate is back.</summary>
    [Recorded("congress.gave-way/1")]
    public sealed record GaveWay(
        [Public] MandateNo Mandate,
        [Public] MandateNo Alternate,
        [Public] Instant At
    ) : CongressesEvent;

    [Recorded("congress.took-seat-back/1")]
    public sealed record TookSeatBack(
        [Public] MandateNo Mandate,
        [Public] MandateNo Alternate,
        [Public] Instant At
    ) : CongressesEvent;

    /// <summary>The members of a section have told their delegates how to vote on a matter of the congress.</summary>
    [Recorded("congress.delegates-instructed/1")]
    public sealed record DelegatesInstructed(
        [Public] SectionId Section,
        [Public] MatterNo By,
        [Public] MatterNo About,
        [Public] Bidding Bidding,
        [Public] Instant At
    ) : CongressesEvent;

    /// <summary>A congress has set a seat aside: who was sent to it sits there no more, whatever letters come.</summary>
    [Recorded("congress.seat-set-aside/1")]
    public sealed record SeatSetAside(
        [Public] SectionId Section,
        [Public] MandateNo Sent,
        [Public] MatterNo By,
        [Public] SeatGround Ground,
        [Public] Instant At
    ) : CongressesEvent;

    /// <summary>The congress above has set the seat of a delegate of this section aside.</summary>
    [Recorded("congress.delegate-set-aside/1")]
    public sealed record DelegateSetAside(
        [Public] MandateNo Mandate,
        [Public] SectionId Above,
        [Public] MatterNo By,
        [Public] SeatGround Ground,
        [Public] Instant At
    ) : CongressesEvent;

    public sealed override Section Evolve(Section section)
    {
        var congresses = section.Congresses.Evolve(this, section);
        var no = this switch
        {
            Called e => e.Congress,
            Returned e => e.Congress,
            Allotted e => e.Congress,
            CarriedOver
            or AllottedInPart
            or Seated
            or NotSeated
            or SeatWaits
            or Withdrawn
            or Divided
            or Asked
            or ReweighingPut
            or GaveWay
            or TookSeatBack
            or DelegatesInstructed
            or SeatSetAside
            or DelegateSetAside => 0,
        };
        return section with
        {
            Congresses = congresses,
            Dues = section.Dues.Moved(
                DueKind.Congress,
                no,
                section.Congresses.NextAt(no),
                congresses.NextAt(no)
            ),
        };
    }
}
