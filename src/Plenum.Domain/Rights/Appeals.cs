using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
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
        Panels.Draw(
            unfolding,
            MemberNo.None,
            nameof(RightsQuestion.Lift),
            new Question.OnRights(new RightsQuestion.Lift(appealed.Order, appealed.Text)),
            Procedures.OfProtest(section),
            Judges(section, occasion),
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
        Panels.End(unfolding, no, now);
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
