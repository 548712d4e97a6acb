using NodaTime;

namespace Plenum.Domain.Elections;

/// <summary>What happens in elections.</summary>
public abstract record ElectionsEvent : Event
{
    private ElectionsEvent() { }

    /// <summary>Somebody stands, with a platform that is shown before the name (S29); candidates are numbered as they come.</summary>
    [Recorded("election.stood/1")]
    public sealed record Stood(
        [Public] MatterNo Election,
        [Public] int Candidate,
        [Members] MemberNo Member,
        [Members] Document Platform,
        [Members] bool PublicName
    ) : ElectionsEvent;

    /// <summary>A candidate has withdrawn before voting opened.</summary>
    [Recorded("election.stood-down/1")]
    public sealed record StoodDown([Public] MatterNo Election, [Public] int Candidate)
        : ElectionsEvent;

    /// <summary>The commission that runs this election, drawn by lot from those not standing.</summary>
    [Recorded("election.commission-drawn/1")]
    public sealed record CommissionDrawn(
        [Public] MatterNo Election,
        [Members] EquatableArray<MemberNo> Members
    ) : ElectionsEvent;

    /// <summary>The count: quota, who is elected in which order, how ties fell, and the digest of the whole story.</summary>
    [Recorded("election.counted/1")]
    public sealed record Counted(
        [Public] MatterNo Election,
        [Public] BoxNo Box,
        [Public] string Rule,
        [Public] string Quota,
        [Public] EquatableArray<int> Elected,
        [Public] int Papers,
        [Public] EquatableArray<string> Ties,
        [Public] Draw Seed,
        [Public] Document Story
    ) : ElectionsEvent;

    /// <summary>A seat filled together with others is empty: unelected candidates may consent to a count-back until then (R7).</summary>
    [Recorded("election.count-back-called/1")]
    public sealed record CountBackCalled(
        [Public] MandateNo Vacated,
        [Public] MatterNo Election,
        [Public] int Candidate,
        [Public] Instant ConsentBy,
        [Public] Instant Until
    ) : ElectionsEvent;

    [Recorded("election.consented/1")]
    public sealed record Consented([Public] MandateNo Vacated, [Public] int Candidate)
        : ElectionsEvent;

    /// <summary>The count-back elected this candidate, or nobody (0).</summary>
    [Recorded("election.counted-back/1")]
    public sealed record CountedBack(
        [Public] MandateNo Vacated,
        [Public] int Candidate,
        [Public] Document Story
    ) : ElectionsEvent;

    public sealed override Section Evolve(Section section)
    {
        var elections = section.Elections.Evolve(this);
        var subject = this switch
        {
            CountBackCalled e => e.Vacated,
            CountedBack e => e.Vacated,
            Stood or StoodDown or CommissionDrawn or Counted or Consented => MandateNo.None,
        };
        return section with
        {
            Elections = elections,
            Dues = section.Dues.Moved(
                DueKind.CountBack,
                subject.Value,
                section.Elections.NextAt(subject),
                elections.NextAt(subject)
            ),
        };
    }
}
