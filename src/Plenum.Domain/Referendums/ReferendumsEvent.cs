using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Referendums;

/// <summary>What happens to questions that the members of several sections decide.</summary>
public abstract record ReferendumsEvent : Event
{
    private ReferendumsEvent() { }

    /// <summary>
    /// A question is put to all members: these sections are asked for their parts of the roll as of the record date.
    /// </summary>
    [Recorded("referendum.put/1")]
    public sealed record Put(
        [Public] MatterNo Matter,
        [Public] Instant RollAt,
        [Public] Instant DebateUntil,
        [Public] EquatableArray<SectionId> Asked
    ) : ReferendumsEvent;

    /// <summary>
    /// Lines of the part of the roll that a section returns, by way of one of those asked. Whose they are is not told.
    /// </summary>
    [Recorded("referendum.roll-returned/1")]
    public sealed record RollReturned(
        [Public] MatterNo Matter,
        [Public] SectionId Section,
        [Public] SectionId By,
        [Public] string Name,
        [Public] int Entitled,
        [Public] EquatableArray<SectionId> Below,
        [Sealed] EquatableArray<RollLine> Lines
    ) : ReferendumsEvent;

    /// <summary>
    /// These may help at the desk of a section, for those of its part of the roll, instead of those named before (C18).
    /// </summary>
    [Recorded("referendum.desk-named/1")]
    public sealed record DeskNamed(
        [Public] MatterNo Matter,
        [Public] SectionId Section,
        [Members] EquatableArray<DeskMandate> Desk
    ) : ReferendumsEvent;

    /// <summary>Somebody on the roll asks for a secret vote; a fifth of them get it (C7).</summary>
    [Recorded("referendum.secrecy-asked/1")]
    public sealed record SecrecyAsked([Public] MatterNo Matter, [Sealed] RollLine Line)
        : ReferendumsEvent;

    /// <summary>
    /// The roll freezes over the parts at hand; whether sections are counted apart as well is settled with it (C6).
    /// </summary>
    [Recorded("referendum.roll-frozen/1")]
    public sealed record RollFrozen([Public] MatterNo Matter, [Public] bool BySections)
        : ReferendumsEvent;

    /// <summary>The vote is over; of the roll only its figures are kept.</summary>
    [Recorded("referendum.over/1")]
    public sealed record Over([Public] MatterNo Matter) : ReferendumsEvent;

    /// <summary>So many have signed in a section; sealed whole, as every signature is (R5).</summary>
    [Recorded("referendum.support-counted/1")]
    public sealed record SupportCounted(
        [Sealed] MatterNo Matter,
        [Sealed] SectionId Section,
        [Sealed] int Support
    ) : ReferendumsEvent;

    /// <summary>Enough have signed in this section: the initiative goes up.</summary>
    [Recorded("referendum.filed/1")]
    public sealed record Filed([Public] MatterNo Matter) : ReferendumsEvent;

    /// <summary>The petition here is for that question above, and its running total goes there.</summary>
    [Recorded("referendum.support-sought/1")]
    public sealed record SupportSought([Public] MatterNo Matter, [Public] QuestionAbove Question)
        : ReferendumsEvent;

    /// <summary>
    /// What the congress carried under another number stands when the time for signatures is over, unless enough members of
    /// the sections call it to their vote (C8).
    /// </summary>
    [Recorded("referendum.open-to-demand/1")]
    public sealed record OpenToDemand([Public] MatterNo Matter, [Public] MatterNo Carried)
        : ReferendumsEvent;

    /// <summary>A section above puts a question to our members too.</summary>
    [Recorded("referendum.question-received/1")]
    public sealed record QuestionReceived(
        [Public] QuestionAbove Question,
        [Public] string Name,
        [Members] string Title,
        [Public] Digest Text,
        [Public] bool Secret,
        [Public] Instant RollAt,
        [Public] Instant Closes,
        [Public] int Entitled
    ) : ReferendumsEvent;

    /// <summary>The question of a section above has been decided.</summary>
    [Recorded("referendum.question-decided/1")]
    public sealed record QuestionDecided(
        [Public] QuestionAbove Question,
        [Public] Outcome Outcome,
        [Public] int For,
        [Public] int Against,
        [Public] int Abstained
    ) : ReferendumsEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Referendums = section.Referendums.Evolve(this),
        };
}
