using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>What an intervention does in the section it is about, and how it ends there by itself.</summary>
public static class Undergoing
{
    /// <summary>No intervention lasts longer, whatever the letter says (C11).</summary>
    public static readonly Period Most = Period.FromDays(90);

    /// <summary>
    /// Begins what members of this section have asked for and nothing else: their petition stands in the section's own
    /// record. Anything else is sent back.
    /// </summary>
    public static void Begin(
        Unfolding unfolding,
        SectionId from,
        RightsLetter.InterventionOrdered ordered,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var until = Instant.Min(ordered.Until, section.After(occasion.Now, Most));
        if (until <= occasion.Now || !WasAskedFor(section, from, ordered))
        {
            unfolding.WriteOnRights(
                from,
                new RightsLetter.InterventionEnded(
                    ordered.Order,
                    EndOfIntervention.NeverBegan,
                    IsDone: false
                )
            );
            return;
        }
        var no = section.Rights.NextIntervention;
        unfolding.Then(
            new InterventionsEvent.Opened(
                no,
                from,
                ordered.Order,
                ordered.Measure,
                ordered.Petition,
                occasion.Now,
                until
            )
        );
        Measures.CarryOut(unfolding, no, occasion);
    }

    public static void Lift(Unfolding unfolding, SectionId from, InterventionNo order, Instant now)
    {
        foreach (var one in unfolding.Section.Rights.Running.ToArray())
            if (one.Federation == from && one.Order == order)
                End(unfolding, one, EndOfIntervention.Lifted, now);
    }

    /// <summary>The section leaves: what the level above ordered here leaves with it (C21).</summary>
    public static void EndAll(Unfolding unfolding, Instant now)
    {
        foreach (var one in unfolding.Section.Rights.Running.ToArray())
            End(unfolding, one, EndOfIntervention.Left, now);
    }

    public static void End(
        Unfolding unfolding,
        Intervention one,
        EndOfIntervention how,
        Instant now
    )
    {
        var done = IsDone(unfolding.Section, one);
        unfolding
            .Then(new InterventionsEvent.Ended(one.No, how, done, now))
            .WriteOnRights(
                one.Federation,
                new RightsLetter.InterventionEnded(one.Order, how, done)
            );
    }

    /// <summary>Whether everything it brought about has been decided, held or checked.</summary>
    public static bool IsDone(Section section, Intervention one) =>
        one.Matters.All(m => section.Matters.Find(m) is not { IsOpen: true })
        && !section.Membership.CheckOf(one.Petition).IsRunning
        && (
            !section.Bodies.Sittings.TryGetValue(one.Sitting, out var sitting)
            || sitting.Stage is SittingStage.Closed or SittingStage.Failed
        );

    private static bool WasAskedFor(
        Section section,
        SectionId from,
        RightsLetter.InterventionOrdered ordered
    ) =>
        section.Sections.Tree.Federation.Federation == from
        && InterventionRule.Forbids(ordered.Measure).Length == 0
        && section.Rights.Interventions.Values.All(i => i.Petition != ordered.Petition)
        && section.Matters.Find(ordered.Petition) is { } petition
        && petition.Is(Outcome.Adopted)
        && petition.Question is Question.OnRights { Asked: RightsQuestion.AskIntervention asked }
        && asked.Measure == ordered.Measure
        && asked.Federation == from;
}
