using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>A section appeals; a panel drawn by lot in the federation decides, with nobody on it who ordered it.</summary>
public static class Appeals
{
    public static void PutToPanel(
        Unfolding unfolding,
        SectionId from,
        RightsLetter.InterventionAppealed appealed,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        if (!Ordering.Running(section, from, appealed.Order) || IsAppealed(section, appealed.Order))
            return;
        var rule = section.Rules.Panel;
        var judges = Judges(section, occasion);
        var no = section.Matters.NextNo;
        unfolding.Then(
            new MattersEvent.PutForward(
                no,
                nameof(RightsQuestion.Lift),
                new Question.OnRights(new RightsQuestion.Lift(appealed.Order, appealed.Text)),
                Procedures.OfProtest(section),
                new Stage.Debate(occasion.Now),
                MemberNo.None,
                section.Statutes.Version,
                occasion.Now
            )
        );
        var until = section.After(occasion.Now, rule.DecidesWithin);
        foreach (var judge in occasion.Drawn.Shuffle($"panel/{no}", judges).Take(rule.Size))
            unfolding.Then(
                Seating.Seat(
                    unfolding.Section,
                    section.Statutes.Book.Body(rule.Body),
                    judge,
                    occasion.Now,
                    section.After(until, NodaTime.Period.FromDays(1)),
                    no,
                    BoxNo.None
                )
            );
        Onward.OpenBox(
            unfolding,
            unfolding.Section.Matters.All[no],
            Ballots.BallotForm.Question,
            options: 3,
            occasion
        );
    }

    /// <summary>The panel upholds the appeal: the section is told, and it is over there when the letter comes.</summary>
    public static void Uphold(
        Unfolding unfolding,
        MatterNo no,
        InterventionNo order,
        NodaTime.Instant now
    )
    {
        var ordered = unfolding.Section.Rights.Orders[order];
        if (ordered.End == EndOfIntervention.NotYet)
            unfolding
                .Then(new InterventionsEvent.Closed(order, EndOfIntervention.Lifted, IsDone: false))
                .WriteOnRights(ordered.Section, new RightsLetter.InterventionLifted(order));
        Protests.EndPanel(unfolding, no, now);
    }

    private static bool IsAppealed(Section section, InterventionNo order) =>
        section.Matters.OpenMatters.Any(m =>
            m.Question is Question.OnRights { Asked: RightsQuestion.Lift lift }
            && lift.Order == order
        );

    // A body that decided does not judge itself; where all members decided, any of them may be drawn.
    private static MemberNo[] Judges(Section section, Occasion occasion)
    {
        var deciders = section
            .Mandates.On(section.Rules.Intervention.DecidedBy, occasion.Now)
            .Select(m => m.Holder)
            .ToHashSet();
        return
        [
            .. section
                .RollOf(BodyId.Members, occasion.Now, basicLaw: false)
                .Where(m => !deciders.Contains(m)),
        ];
    }
}
