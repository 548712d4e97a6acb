using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Congresses;

/// <summary>What a section and its federation tell each other of those who sit for it.</summary>
public abstract record MandateLetter
{
    private MandateLetter() { }

    /// <summary>The members of a section bade their delegates vote so on a matter of the congress.</summary>
    public sealed record Instructed(MatterNo By, MatterNo About, Bidding Bidding) : MandateLetter;

    /// <summary>A division of the congress has closed: how the delegates of the section voted in it.</summary>
    public sealed record Voted(
        MatterNo About,
        string Title,
        Instant ClosedAt,
        EquatableArray<DelegateVote> Votes
    ) : MandateLetter;

    /// <summary>The section has read how its delegates voted; what it had taken back before stands in letters before this one.</summary>
    public sealed record Heard(MatterNo About) : MandateLetter;

    /// <summary>The congress has set the seat of a delegate aside; the mandate is its electors' own.</summary>
    public sealed record SetAside(MandateNo Mandate, MatterNo By, SeatGround Ground, Instant At)
        : MandateLetter;
}
