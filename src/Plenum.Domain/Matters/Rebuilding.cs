using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>What new statutes bring about: bodies they no longer know end, bodies they found are elected.</summary>
public static class Rebuilding
{
    public static void Follow(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var book = section.Statutes.Book;
        foreach (
            var mandate in section.Mandates.Current.Values.Where(m => !book.Has(m.Body)).ToArray()
        )
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.BodyAbolished, now));
        foreach (
            var matter in section
                .Matters.OpenMatters.Where(m => BodyOf(m) is { } body && !book.Has(body))
                .ToArray()
        )
            unfolding.Then(
                new MattersEvent.Settled(matter.No, Outcome.Withdrawn, Verdict.None, now)
            );
        foreach (
            var body in book.Rules.Bodies.Where(b =>
                Calling.IsElected(b) && b.ElectedBy == BodyId.Members
            )
        )
            if (
                !section.Mandates.Current.Values.Any(m => m.Body == body.Id)
                && !Calling.IsRunning(unfolding.Section, body.Id)
                && IsNew(section, body.Id)
            )
                Calling.Call(
                    unfolding,
                    body,
                    body.Seats,
                    ElectionCause.Vacancy,
                    Calling.NextEnd(unfolding.Section, body, now),
                    now
                );
    }

    private static BodyId? BodyOf(Matter matter) =>
        matter.Question switch
        {
            Question.Elect elect => elect.Body,
            Question.Recall recall => recall.Body,
            _ => matter.Procedure.Electorate == BodyId.Members ? null : matter.Procedure.Electorate,
        };

    // A body that stood empty before stays as it was: any member may call its election.
    private static bool IsNew(Section section, BodyId body) =>
        !section.Matters.All.Values.Any(m =>
            m.Question is Question.Elect elect && elect.Body == body
        );
}
