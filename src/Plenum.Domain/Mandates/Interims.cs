using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>
/// Who acts in an empty office until its election: one of its constituents, by lot among those who offer, once in a
/// vacancy and briefly (C13). The election runs as if nobody acted.
/// </summary>
public static class Interims
{
    /// <summary>As long as candidates have to consent to a count-back (R7).</summary>
    public static readonly Duration OffersLast = Duration.FromHours(72);

    /// <summary>Nobody acts longer than this, whatever the statutes say (C13).</summary>
    public static readonly Duration Longest = Duration.FromDays(60);

    /// <summary>
    /// Whatever emptied an office, offers to act in it open in the same append, so that nobody has to call for them and
    /// no way of losing a seat is forgotten; and whoever acts leaves with whoever is elected.
    /// </summary>
    public static Ruling Accompany(Section section, Ruling ruling, Instant now)
    {
        if (ruling is not Ruling.InOrder decided)
            return ruling;
        var touched = decided
            .Events.Select(happened => Touched(section, happened, now))
            .Where(t => t is not null)
            .GroupBy(t => t!.Body, t => t!.LastHolder)
            .ToArray();
        if (touched.Length == 0)
            return ruling;
        var unfolding = new Unfolding(section);
        foreach (var happened in decided.Events)
            unfolding.Then(happened);
        foreach (var body in touched)
        {
            MakeRoom(unfolding, body.Key, now);
            CallForOffers(unfolding, body.Key, body.Max(), now);
        }
        return decided with { Events = unfolding.Events };
    }

    /// <summary>
    /// Whether this member could act: a constituent within the limit of terms. Whoever held the seat last does not: the
    /// electors took it back, or it was given back, or its term and its time as caretaker are over (C1, C2).
    /// </summary>
    public static bool MayAct(Section section, BodyId id, MemberNo member, Instant now) =>
        section.Statutes.Book.Has(id)
        && section.RuleOf(id) is var body
        && section.IsElector(body.ElectedBy, member, now)
        && section.Membership.Of(member).IsInGoodStanding
        && !HeldItLast(section, id, member)
        && section.Mandates.NextTerm(id, member, now) <= body.MaxConsecutive;

    public static bool HeldItLast(Section section, BodyId body, MemberNo member) =>
        section.Mandates.Vacancies.Values.Any(v =>
            v.Body == body && !v.IsFilled && v.LastHolder == member
        );

    /// <summary>Whether somebody sits, counted by the record: an end that has come but is not yet written empties nothing.</summary>
    public static bool IsHeld(Section section, BodyId body, Instant now) =>
        section.Mandates.OfBody(body).Any(m => m.Since <= now);

    private sealed record Seat(BodyId Body, MemberNo LastHolder);

    // A seat that was left, one that somebody has come to, or an election that gave it to nobody.
    private static Seat? Touched(Section section, Event happened, Instant now) =>
        happened switch
        {
            MandatesEvent.Ended e
                when section.Mandates.Of(e.Mandate) is { IsInterim: false } mandate
                    && mandate.Since <= now => new Seat(mandate.Body, mandate.Holder),
            MandatesEvent.Began e => new Seat(e.Body, MemberNo.None),
            MattersEvent.Settled { Outcome: Outcome.NobodyStood } e => Failed(section, e.Matter),
            ElectionsEvent.Counted { Elected.Count: 0 } e => Failed(section, e.Election),
            _ => null,
        };

    private static Seat? Failed(Section section, MatterNo election) =>
        section.Matters.Find(election)?.Question is Question.Elect elect
            ? new Seat(elect.Body, MemberNo.None)
            : null;

    private static void MakeRoom(Unfolding unfolding, BodyId body, Instant now)
    {
        // Only the lot in a vacancy makes anybody act for a while; a congress that seats thousands has none.
        if (!unfolding.Section.Mandates.Vacancies.Values.Any(v => v.Body == body && v.IsDrawn))
            return;
        var sitting = unfolding.Section.Mandates.On(body, now).ToArray();
        if (sitting.Any(m => !m.IsInterim))
            foreach (var interim in sitting.Where(m => m.IsInterim))
                unfolding.Then(new MandatesEvent.Ended(interim.No, EndOfMandate.Replaced, now));
    }

    private static void CallForOffers(
        Unfolding unfolding,
        BodyId id,
        MemberNo lastHolder,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (!section.Statutes.Book.Has(id) || IsHeld(section, id, now))
            return;
        var body = section.RuleOf(id);
        var goesOn = section.Mandates.Vacancies.Values.Any(v => v.Body == id && !v.IsFilled);
        // An election that failed prolongs the vacancy it was held in and makes no new one.
        if (!HasInterim(body) || (lastHolder == MemberNo.None && goesOn))
            return;
        var closes = now + OffersLast;
        var quarter = (section.After(closes, body.Term) - closes) / 4;
        var said = section.After(closes, body.Interim.AtMost) - closes;
        unfolding.Then(
            new MandatesEvent.OffersCalled(
                section.Mandates.NextVacancy,
                id,
                lastHolder,
                closes,
                closes + Duration.Min(said, Duration.Min(quarter, Longest))
            )
        );
    }

    // Seats filled together have their count-back (R7); where the statutes name the constituents, the election is theirs.
    private static bool HasInterim(BodyRule body) =>
        body is { Kind: BodyKind.Office, Seats: 1, Interim.IsByLot: true }
        && Calling.IsElected(body);
}
