using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Mandates;

/// <summary>A deadline of a mandate has come: its election opens, or the term ends (C1, C17).</summary>
public sealed record Expire(MandateNo Mandate, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            var mandate = section.Mandates.Of(Mandate);
            if (section.Mandates.NextAt(Mandate) != Due || occasion.Now < Due)
                return new NothingDue();
            var unfolding = new Unfolding(section);
            if (occasion.Now < mandate.Until)
                CallSuccession(unfolding, mandate, occasion.Now);
            else
                End(unfolding, mandate, occasion.Now);
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Rules.Terms.Article,
                unfolding.Events,
                []
            );
        });

    // One election for all seats of the body whose terms end together.
    private static void CallSuccession(Unfolding unfolding, Mandate mandate, Instant now)
    {
        var section = unfolding.Section;
        var body = section.Statutes.Book.Body(mandate.Body);
        var together = section
            .Mandates.Current.Values.Where(m => m.Body == mandate.Body && m.Until == mandate.Until)
            .ToArray();
        var seats = Math.Max(
            together.Length,
            body.Seats
                - section.Mandates.Current.Values.Count(m =>
                    m.Body == mandate.Body && m.Until > mandate.Until
                )
        );
        var until = section.After(mandate.Until, body.Term);
        var election = Calling.Call(unfolding, body, seats, ElectionCause.TermEnds, until, now);
        foreach (var seat in together)
            unfolding.Then(new MandatesEvent.SuccessionCalled(seat.No, election));
    }

    private static void End(Unfolding unfolding, Mandate mandate, Instant now)
    {
        var section = unfolding.Section;
        var body = section.Statutes.Book.Body(mandate.Body);
        var followed = section.Mandates.Current.Values.Any(m =>
            m.Body == mandate.Body && m.By == mandate.Successor && m.InForceAt(now)
        );
        // The first keeper makes room for those elected since; nobody is elected beyond the seats of a body.
        var full =
            section.Mandates.Current.Values.Count(m =>
                m.Body == mandate.Body && m.No != mandate.No && m.FullAt(now)
            ) >= body.Seats;
        var drawn = !Calling.IsElected(body);
        if (mandate.IsCaretaker || followed || full || drawn)
        {
            unfolding.Then(
                new MandatesEvent.Ended(
                    mandate.No,
                    drawn ? EndOfMandate.TaskDone : EndOfMandate.Expired,
                    mandate.Until
                )
            );
            return;
        }
        // Nobody has followed: only what cannot wait, for the smaller of what the statutes say and a quarter of the term.
        var quarter = (mandate.Until - mandate.Since) / 4;
        var most =
            section.After(mandate.Until, section.Rules.Terms.CaretakerAtMost) - mandate.Until;
        unfolding.Then(
            new MandatesEvent.Caretaker(mandate.No, mandate.Until + Duration.Min(quarter, most))
        );
        if (mandate.Successor == MatterNo.None && !Calling.IsRunning(unfolding.Section, body.Id))
            CallSuccession(unfolding, unfolding.Section.Mandates.Of(mandate.No), now);
    }
}
