using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>A panel drawn by lot for one case: it votes at once, and its seats end with the case.</summary>
public static class Panels
{
    /// <summary>The case is put, judges are drawn from those who may judge it, and their vote opens.</summary>
    public static Unfolding Draw(
        Unfolding unfolding,
        MemberNo by,
        string kind,
        Question question,
        Procedure procedure,
        MemberNo[] eligible,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var rule = section.Rules.Panel;
        var no = section.Matters.NextNo;
        unfolding.Then(
            new MattersEvent.PutForward(
                no,
                kind,
                question,
                procedure,
                new Stage.Debate(occasion.Now),
                by,
                section.Statutes.Version,
                occasion.Now
            )
        );
        var until = section.After(occasion.Now, rule.DecidesWithin);
        foreach (var judge in occasion.Drawn.Shuffle($"panel/{no}", eligible).Take(rule.Size))
            unfolding.Then(
                Seating.Seat(
                    unfolding.Section,
                    section.RuleOf(rule.Body),
                    judge,
                    occasion.Now,
                    section.After(until, Period.FromDays(1)),
                    no,
                    BoxNo.None
                )
            );
        Onward.OpenBox(
            unfolding,
            unfolding.Section.Matters.All[no],
            BallotForm.Question,
            options: 3,
            occasion
        );
        return unfolding;
    }

    /// <summary>The case is decided, or there is nothing left to judge.</summary>
    public static void End(Unfolding unfolding, MatterNo of, Instant now)
    {
        foreach (
            var mandate in unfolding
                .Section.Mandates.Current.Values.Where(m => m.By == of)
                .ToArray()
        )
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.TaskDone, now));
    }
}
