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

    /// <summary>Elected beyond what one section may have of the seats: held back, and the papers are counted without them (S15).</summary>
    [Recorded("election.held-back/1")]
    public sealed record HeldBack(
        [Public] MatterNo Election,
        [Public] int Candidate,
        [Public] SectionId Section,
        [Public] int Most
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

    /// <summary>One of a panel says what a protest calls for.</summary>
    [Recorded("election.judged/1")]
    public sealed record Judged(
        [Public] MatterNo Protest,
        [Members] MemberNo Member,
        [Members] Remedy Remedy
    ) : ElectionsEvent;

    /// <summary>A panel orders the papers counted again, or those of the hat entered anew until then and all counted again.</summary>
    [Recorded("election.recount-ordered/1")]
    public sealed record RecountOrdered(
        [Public] MatterNo Election,
        [Public] MatterNo Protest,
        [Public] Remedy Remedy,
        [Public] Instant Until,
        [Public] Instant OpenUntil
    ) : ElectionsEvent;

    /// <summary>One of the commission has entered the papers of the hat anew.</summary>
    [Recorded("election.hat-written/1")]
    public sealed record HatWritten(
        [Public] MatterNo Election,
        [Sealed, Loaded] Document Papers,
        [Public] int Number,
        [Members] MemberNo By
    ) : ElectionsEvent;

    /// <summary>A second of the commission entered the same: they take the place of what was entered before.</summary>
    [Recorded("election.hat-agreed/1")]
    public sealed record HatAgreed(
        [Public] MatterNo Election,
        [Sealed, Loaded] Document Papers,
        [Public] int Number,
        [Members] MemberNo By
    ) : ElectionsEvent;

    /// <summary>Counted again: who is elected, whether that is another result, and the papers it was reached from.</summary>
    [Recorded("election.recounted/1")]
    public sealed record Recounted(
        [Public] MatterNo Election,
        [Public] EquatableArray<int> Elected,
        [Public] int Papers,
        [Public] bool Changed,
        [Members] Document CountedPapers,
        [Public] Document Story,
        [Public] Instant At
    ) : ElectionsEvent;

    /// <summary>What was ordered cannot be done any more; the election is held again.</summary>
    [Recorded("election.recount-dropped/1")]
    public sealed record RecountDropped([Public] MatterNo Election) : ElectionsEvent;

    public sealed override Section Evolve(Section section)
    {
        var elections = section.Elections.Evolve(this);
        var subject = this switch
        {
            CountBackCalled e => e.Vacated,
            CountedBack e => e.Vacated,
            Stood or StoodDown or HeldBack or CommissionDrawn or Counted or Consented =>
                MandateNo.None,
            Judged or RecountOrdered or HatWritten or HatAgreed => MandateNo.None,
            Recounted or RecountDropped => MandateNo.None,
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

/// <summary>What a panel can make of a protest, from the mildest to the strongest (C17).</summary>
public enum Remedy
{
    Dismiss,

    /// <summary>The same papers are counted again.</summary>
    Recount,

    /// <summary>The papers of the hat are entered anew, then everything is counted again.</summary>
    Correct,

    /// <summary>The election is held again: the breach may have changed its outcome.</summary>
    Rerun,
}
