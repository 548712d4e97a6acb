using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>What happens by itself when a seat falls empty before its term ends.</summary>
public static class Vacancies
{
    /// <summary>
    /// Seats filled together are counted back from the papers of the member who leaves (R7): never for one seat, for
    /// unopposed seats or for papers older than the statutes allow. Any other seat is elected anew.
    /// </summary>
    public static void Empty(Unfolding unfolding, Mandate mandate, EndOfMandate how, Instant now)
    {
        unfolding.Then(new MandatesEvent.Ended(mandate.No, how, now));
        // The election that fills the seat was called when it fell empty.
        if (mandate.IsInterim)
            return;
        var section = unfolding.Section;
        var body = section.RuleOf(mandate.Body);
        if (!Calling.IsElected(body) || Calling.IsRunning(section, body.Id))
            return;
        var election = section.Elections.Of(mandate.By);
        var place = election.Candidates.FirstOrDefault(c =>
            c.Member == mandate.Holder && election.Elected.Contains(c.Number)
        );
        var unelected = election.Standing.Any(c => !election.Elected.Contains(c.Number));
        var young =
            section.Matters.Find(mandate.By) is { } matter
            && now < section.After(matter.PutForwardAt, section.Rules.Elections.CountBackMaxAge);
        if (body.Seats > 1 && place is not null && unelected && young)
            unfolding.Then(
                new ElectionsEvent.CountBackCalled(
                    mandate.No,
                    mandate.By,
                    place.Number,
                    section.After(now, section.Rules.Elections.CountBackConsent),
                    mandate.Until
                )
            );
        else
            Refill(unfolding, body, mandate.Until, now);
    }

    /// <summary>
    /// Elects what is empty when more than a quarter of the term remains; else the seat stays empty and out of every
    /// base (R7).
    /// </summary>
    public static void Refill(Unfolding unfolding, BodyRule body, Instant until, Instant now)
    {
        var section = unfolding.Section;
        var term = section.After(now, body.Term) - now;
        var empty = Calling.EmptySeats(section, body, now);
        if (empty > 0 && until - now > term / 4 && !Calling.IsRunning(section, body.Id))
            Calling.Call(unfolding, body, empty, ElectionCause.Vacancy, until, now);
    }
}
