using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>What happens to mandates: every power there is.</summary>
public abstract record MandatesEvent : Event
{
    private MandatesEvent() { }

    /// <summary>Somebody holds a seat, from then until then, from named constituents, by that matter.</summary>
    [Recorded("mandate.began/1")]
    public sealed record Began(
        [Public] MandateNo Mandate,
        [Public] BodyId Body,
        [Members] MemberNo Holder,
        [Public] BodyId Electors,
        [Public] Instant Since,
        [Public] Instant Until,
        [Public] Instant SuccessionAt,
        [Public] MatterNo By,
        [Public] BoxNo Box,
        [Public] int Term
    ) : MandatesEvent;

    /// <summary>
    /// The founding names somebody who holds a mandate in the organisation carried over, what shows it, and the digest of
    /// that paper; it begins when the section is constituted, and ends when it would have ended there.
    /// </summary>
    [Recorded("mandate.carried-over/1")]
    public sealed record CarriedOver(
        [Public] MandateNo Mandate,
        [Public] BodyId Body,
        [Members] MemberNo Holder,
        [Public] Instant Since,
        [Public] Instant Until,
        [Public] int Term,
        [Members] string Evidence,
        [Public] Digest Paper
    ) : MandatesEvent;

    /// <summary>The seat is empty from now on.</summary>
    [Recorded("mandate.ended/1")]
    public sealed record Ended(
        [Public] MandateNo Mandate,
        [Public] EndOfMandate How,
        [Public] Instant At
    ) : MandatesEvent;

    /// <summary>The term is over and nobody has followed: only what cannot wait, and only until then (C1).</summary>
    [Recorded("mandate.caretaker/1")]
    public sealed record Caretaker([Public] MandateNo Mandate, [Public] Instant Until)
        : MandatesEvent;

    /// <summary>The election that follows this mandate has been called.</summary>
    [Recorded("mandate.succession-called/1")]
    public sealed record SuccessionCalled([Public] MandateNo Mandate, [Public] MatterNo Election)
        : MandatesEvent;

    /// <summary>A holder reports to the electors.</summary>
    [Recorded("mandate.reported/1")]
    public sealed record Reported([Public] MandateNo Mandate, [Members] Document Text)
        : MandatesEvent;

    /// <summary>The electors of a body tell its holders what to do; a later word on the same matter takes the place of this one.</summary>
    [Recorded("mandate.instructed/1")]
    public sealed record Instructed(
        [Public] MatterNo By,
        [Public] BodyId Body,
        [Public] SectionId Before,
        [Public] MatterNo About,
        [Public] Bidding Bidding,
        [Members] string Title,
        [Members] Document Words,
        [Public] Instant At
    ) : MandatesEvent;

    /// <summary>How a holder voted by name where they sit, and what their electors had told them before it closed.</summary>
    [Recorded("mandate.voted/1")]
    public sealed record Voted(
        [Public] MandateNo Mandate,
        [Public] SectionId Before,
        [Public] MatterNo About,
        [Members] string Title,
        [Members] Said Said,
        [Public] Bidding Bidding,
        [Public] Instant At
    ) : MandatesEvent;

    /// <summary>
    /// A seat of an office is empty: until then constituents may offer to act in it, and whoever is drawn acts no longer
    /// than until that other instant (C13).
    /// </summary>
    [Recorded("mandate.offers-called/1")]
    public sealed record OffersCalled(
        [Public] VacancyNo Vacancy,
        [Public] BodyId Body,
        [Members] MemberNo LastHolder,
        [Public] Instant OffersUntil,
        [Public] Instant ActsUntil
    ) : MandatesEvent;

    /// <summary>A constituent is willing to act until the election.</summary>
    [Recorded("mandate.offered/1")]
    public sealed record Offered(
        [Public] VacancyNo Vacancy,
        [Public] BodyId Body,
        [Members] MemberNo Member
    ) : MandatesEvent;

    [Recorded("mandate.offer-taken-back/1")]
    public sealed record OfferTakenBack(
        [Public] VacancyNo Vacancy,
        [Public] BodyId Body,
        [Members] MemberNo Member
    ) : MandatesEvent;

    /// <summary>The lot among those who offered, which anybody can draw again from the seed. The mandate it gives begins next.</summary>
    [Recorded("mandate.interim-drawn/1")]
    public sealed record InterimDrawn(
        [Public] VacancyNo Vacancy,
        [Public] BodyId Body,
        [Public] MandateNo Mandate,
        [Members] MemberNo Holder,
        [Members] EquatableArray<MemberNo> From,
        [Public] Draw Seed
    ) : MandatesEvent;

    /// <summary>Nobody offered who may act, or the seat is no longer empty.</summary>
    [Recorded("mandate.nobody-drawn/1")]
    public sealed record NobodyDrawn([Public] VacancyNo Vacancy, [Public] BodyId Body)
        : MandatesEvent;

    public MandateNo Subject =>
        this switch
        {
            Began e => e.Mandate,
            CarriedOver e => e.Mandate,
            Ended e => e.Mandate,
            Caretaker e => e.Mandate,
            SuccessionCalled e => e.Mandate,
            Reported e => e.Mandate,
            Voted e => e.Mandate,
            Instructed => MandateNo.None,
            OffersCalled or Offered or OfferTakenBack => MandateNo.None,
            InterimDrawn or NobodyDrawn => MandateNo.None,
        };

    private VacancyNo EmptySeat =>
        this switch
        {
            OffersCalled e => e.Vacancy,
            Offered e => e.Vacancy,
            OfferTakenBack e => e.Vacancy,
            InterimDrawn e => e.Vacancy,
            NobodyDrawn e => e.Vacancy,
            Began or CarriedOver or Ended or Caretaker or SuccessionCalled => VacancyNo.None,
            Reported or Instructed or Voted => VacancyNo.None,
        };

    public sealed override Section Evolve(Section section)
    {
        var mandates = section.Mandates.Evolve(this, section);
        return section with
        {
            Mandates = mandates,
            Dues = section
                .Dues.Moved(
                    DueKind.Mandate,
                    Subject.Value,
                    section.Mandates.NextAt(Subject),
                    mandates.NextAt(Subject)
                )
                .Moved(
                    DueKind.Vacancy,
                    EmptySeat.Value,
                    section.Mandates.NextAt(EmptySeat),
                    mandates.NextAt(EmptySeat)
                ),
        };
    }
}

/// <summary>How a mandate ends.</summary>
public enum EndOfMandate
{
    Expired,
    Resigned,
    Recalled,
    LostEligibility,
    Replaced,
    Annulled,
    TaskDone,

    /// <summary>Of a seat in a congress: its holder gave way to an alternate, or the other way round; or the congress has set it aside.</summary>
    GaveWay,
    SetAside,
    BodyAbolished,
}
