using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

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

    // One election for all seats of the body whose terms end together, whoever came to them later included.
    private static void CallSuccession(Unfolding unfolding, Mandate mandate, Instant now)
    {
        var section = unfolding.Section;
        var body = section.RuleOf(mandate.Body);
        var until = section.After(mandate.Until, body.Term);
        if (AlreadyCalled(section, body, until) is { } called)
        {
            unfolding.Then(new MandatesEvent.SuccessionCalled(mandate.No, called.No));
            return;
        }
        var together = section
            .Mandates.Current.Values.Where(m =>
                m.Body == mandate.Body && m.Until == mandate.Until && !m.IsInterim
            )
            .ToArray();
        var seats = Math.Max(
            together.Length,
            body.Seats
                - section.Mandates.Current.Values.Count(m =>
                    m.Body == mandate.Body && m.Until > mandate.Until && !m.IsInterim
                )
        );
        var election = Calling.Call(
            unfolding,
            body,
            Math.Min(seats, body.Seats),
            ElectionCause.TermEnds,
            until,
            now
        );
        foreach (var seat in together)
            unfolding.Then(new MandatesEvent.SuccessionCalled(seat.No, election));
    }

    private static Matter? AlreadyCalled(Section section, BodyRule body, Instant until) =>
        section.Matters.All.Values.LastOrDefault(m =>
            m.Question is Question.Elect { Cause: ElectionCause.TermEnds } elect
            && elect.Body == body.Id
            && elect.Until == until
            && !m.Is(Outcome.NobodyStood)
        );

    private static void End(Unfolding unfolding, Mandate mandate, Instant now)
    {
        var section = unfolding.Section;
        var body = section.RuleOf(mandate.Body);
        var drawn = !Calling.IsElected(body);
        if (mandate.MakesRoom || drawn || IsFollowed(section, body, mandate, now))
        {
            unfolding.Then(
                new MandatesEvent.Ended(
                    mandate.No,
                    body.Method == ElectionMethod.Lot
                        ? EndOfMandate.TaskDone
                        : EndOfMandate.Expired,
                    mandate.Until
                )
            );
            return;
        }
        if (!Calling.IsRunning(section, body.Id))
            CallSuccession(unfolding, mandate, now);
        // Nobody has followed: only what cannot wait, for the smaller of what the statutes say and a quarter of the term.
        var quarter = (mandate.Until - mandate.Since) / 4;
        var most =
            section.After(mandate.Until, section.Rules.Terms.CaretakerAtMost) - mandate.Until;
        unfolding.Then(
            new MandatesEvent.Caretaker(mandate.No, mandate.Until + Duration.Min(quarter, most))
        );
    }

    // By those elected to follow, or because every seat is held by somebody else.
    private static bool IsFollowed(Section section, BodyRule body, Mandate mandate, Instant now)
    {
        var others = section
            .Mandates.On(body.Id, now)
            .Where(m => m.No != mandate.No && !m.MakesRoom)
            .ToArray();
        return others.Length >= body.Seats
            || others.Any(m => m.By != MatterNo.None && m.By == mandate.Successor);
    }
}
