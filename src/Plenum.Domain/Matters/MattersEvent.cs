using NodaTime;

namespace Plenum.Domain.Matters;

/// <summary>What happens to matters, whatever they are about.</summary>
public abstract record MattersEvent : Event
{
    private MattersEvent() { }

    [Recorded("matter.put-forward/1")]
    public sealed record PutForward(
        [Public] MatterNo Matter,
        [Public] string Kind,
        [Members] Question Question,
        [Public] Procedure Procedure,
        [Public] Stage Stage,
        [Members] MemberNo By,
        [Public] int StatutesVersion,
        [Public] Instant At
    ) : MattersEvent;

    /// <summary>Put forward and out of order under the charter: it stays on the record, with the findings (C0).</summary>
    [Recorded("matter.ruled-out/1")]
    public sealed record RuledOut(
        [Public] MatterNo Matter,
        [Public] string Kind,
        [Members] Question Question,
        [Public] EquatableArray<string> Rules,
        [Members] MemberNo By,
        [Public] Instant At
    ) : MattersEvent;

    /// <summary>Somebody supports something; sealed whole, or a petition for recall could be counted (R5).</summary>
    [Recorded("matter.supported/1")]
    public sealed record Supported([Sealed] MatterNo Matter, [Sealed] MemberNo By) : MattersEvent;

    [Recorded("matter.support-withdrawn/1")]
    public sealed record SupportWithdrawn([Sealed] MatterNo Matter, [Sealed] MemberNo By)
        : MattersEvent;

    /// <summary>A voter asks for a secret vote; a fifth of them get it (C7).</summary>
    [Recorded("matter.secrecy-asked/1")]
    public sealed record SecrecyAsked([Public] MatterNo Matter, [Sealed] MemberNo By)
        : MattersEvent;

    /// <summary>A member objects to a change called mere wording; a few objections bring it to a vote (C8).</summary>
    [Recorded("matter.objected/1")]
    public sealed record Objected([Public] MatterNo Matter, [Members] MemberNo By) : MattersEvent;

    [Recorded("matter.moved-on/1")]
    public sealed record MovedOn([Public] MatterNo Matter, [Public] Stage Stage) : MattersEvent;

    /// <summary>After an influx: how those voted who were there before, whose majority it also needs (C19).</summary>
    [Recorded("matter.weighed-apart/1")]
    public sealed record WeighedApart([Public] MatterNo Matter, [Public] Verdict Earlier)
        : MattersEvent;

    /// <summary>A matter is settled, with the derivation of its verdict.</summary>
    [Recorded("matter.settled/1")]
    public sealed record Settled(
        [Public] MatterNo Matter,
        [Public] Outcome Outcome,
        [Public] Verdict Verdict,
        [Public] Instant At
    ) : MattersEvent;

    /// <summary>A minority's report stays attached to the decision.</summary>
    [Recorded("matter.minority-report/1")]
    public sealed record MinorityReport(
        [Public] MatterNo Matter,
        [Members] Document Text,
        [Members] MemberNo By
    ) : MattersEvent;

    /// <summary>Somebody wrote a report for a minority; it is attached when enough of them have signed it.</summary>
    [Recorded("matter.minority-filed/1")]
    public sealed record MinorityFiled(
        [Public] MatterNo Matter,
        [Public] int Report,
        [Members] Document Text,
        [Members] MemberNo By
    ) : MattersEvent;

    [Recorded("matter.minority-signed/1")]
    public sealed record MinoritySigned(
        [Public] MatterNo Matter,
        [Public] int Report,
        [Members] MemberNo By
    ) : MattersEvent;

    /// <summary>The motion stands on the agenda of the members' meeting and is debated there, until it is over.</summary>
    [Recorded("matter.awaits-meeting/1")]
    public sealed record AwaitsMeeting(
        [Public] MatterNo Matter,
        [Public] SittingNo Sitting,
        [Public] Instant Until
    ) : MattersEvent;

    /// <summary>The chair put a motion to the meeting; two tellers count the hands.</summary>
    [Recorded("matter.put-to-hands/1")]
    public sealed record PutToHands(
        [Public] MatterNo Matter,
        [Public] SittingNo Sitting,
        [Members] EquatableArray<MemberNo> Tellers,
        [Public] int Present,
        [Public] int Needed
    ) : MattersEvent;

    /// <summary>A teller's count.</summary>
    [Recorded("matter.hands-counted/1")]
    public sealed record HandsCounted(
        [Public] MatterNo Matter,
        [Members] MemberNo Teller,
        [Public] int For,
        [Public] int Against,
        [Public] int Abstained
    ) : MattersEvent;

    /// <summary>A member wants the vote by name: the show of hands is over.</summary>
    [Recorded("matter.division-demanded/1")]
    public sealed record DivisionDemanded([Public] MatterNo Matter, [Members] MemberNo By)
        : MattersEvent;

    /// <summary>A notice hangs there since that day, and went by post to so many; never to whom (C18).</summary>
    [Recorded("matter.notice-posted/1")]
    public sealed record NoticePosted(
        [Public] MatterNo Matter,
        [Members] string Place,
        [Public] int Posted,
        [Public] LocalDate Day,
        [Members] MemberNo By
    ) : MattersEvent;

    public MatterNo Subject =>
        this switch
        {
            PutForward e => e.Matter,
            RuledOut e => e.Matter,
            Supported e => e.Matter,
            SupportWithdrawn e => e.Matter,
            SecrecyAsked e => e.Matter,
            Objected e => e.Matter,
            MovedOn e => e.Matter,
            WeighedApart e => e.Matter,
            Settled e => e.Matter,
            MinorityReport e => e.Matter,
            MinorityFiled e => e.Matter,
            MinoritySigned e => e.Matter,
            AwaitsMeeting e => e.Matter,
            PutToHands e => e.Matter,
            HandsCounted e => e.Matter,
            DivisionDemanded e => e.Matter,
            NoticePosted e => e.Matter,
        };

    public sealed override Section Evolve(Section section)
    {
        var matters = section.Matters.Evolve(this);
        return section with
        {
            Matters = matters,
            Dues = section.Dues.Moved(
                DueKind.Matter,
                Subject.Value,
                section.Matters.NextAt(Subject),
                matters.NextAt(Subject)
            ),
        };
    }
}
