using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>
/// What happens to a member who moves between two sections of one tree: asked for at home, accepted there, closed at
/// home, and only then begun there, at the instant that home has closed.
/// </summary>
public abstract record TransferEvent : Event
{
    private TransferEvent() { }

    /// <summary>A member asks to belong to another section, and stays one here with every right.</summary>
    [Recorded("transfer.asked/1")]
    public sealed record Asked(
        [Members] MemberNo Member,
        [Public] int No,
        [Public] SectionId To,
        [Public] Instant At
    ) : TransferEvent;

    /// <summary>The other section has said no.</summary>
    [Recorded("transfer.answered/1")]
    public sealed record Answered(
        [Members] MemberNo Member,
        [Public] int No,
        [Public] TransferAnswer Answer
    ) : TransferEvent;

    /// <summary>The member stays, by their own word or because they are a member here no more.</summary>
    [Recorded("transfer.taken-back/1")]
    public sealed record TakenBack([Members] MemberNo Member, [Public] int No) : TransferEvent;

    /// <summary>The other section has accepted: from this instant the member belongs there and no longer here.</summary>
    [Recorded("transfer.moved-out/1")]
    public sealed record MovedOut(
        [Members] MemberNo Member,
        [Public] int No,
        [Public] SectionId To,
        [Public] Instant At
    ) : TransferEvent;

    /// <summary>A member of another section wants to belong here; it is decided by then, or silence decides.</summary>
    [Recorded("transfer.came/1")]
    public sealed record Came(
        [Members] MemberNo Member,
        [Sealed] PersonId Person,
        [Public] SectionId From,
        [Public] int No,
        [Public] int ProgrammeVersion,
        [Public] Instant DecideBy
    ) : TransferEvent;

    /// <summary>We have said yes; they are a member here once their section has closed with them.</summary>
    [Recorded("transfer.accepted/1")]
    public sealed record Accepted([Members] MemberNo Member, [Public] AdmittedBy By)
        : TransferEvent;

    /// <summary>Nothing comes of it.</summary>
    [Recorded("transfer.dropped/1")]
    public sealed record Dropped([Members] MemberNo Member) : TransferEvent;

    /// <summary>A member here since the instant that their section has closed, with the waiting they have behind them (C19).</summary>
    [Recorded("transfer.moved-in/1")]
    public sealed record MovedIn(
        [Members] MemberNo Member,
        [Public] SectionId From,
        [Public] Instant At,
        [Public] Instant VotesFrom,
        [Public] Instant VotesOnBasicLawFrom
    ) : TransferEvent;

    public MemberNo Subject =>
        this switch
        {
            Asked e => e.Member,
            Answered e => e.Member,
            TakenBack e => e.Member,
            MovedOut e => e.Member,
            Came e => e.Member,
            Accepted e => e.Member,
            Dropped e => e.Member,
            MovedIn e => e.Member,
        };

    public sealed override Section Evolve(Section section)
    {
        var membership = section.Membership.Evolve(this);
        return section with
        {
            Membership = membership,
            Dues = section.Dues.Moved(
                DueKind.Member,
                Subject.Value,
                section.Membership.NextAt(Subject),
                membership.NextAt(Subject)
            ),
        };
    }
}
