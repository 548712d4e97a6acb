using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>How a federation answers members of a section who ask it for a measure there (S86).</summary>
public static class Ordering
{
    /// <summary>What was asked comes before whoever decides about it, unless it stands in the way of itself.</summary>
    public static void Consider(
        Unfolding unfolding,
        SectionId from,
        RightsLetter.InterventionAsked asked,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (
            !section.Sections.Tree.HasAffiliate(from)
            || !section.Rules.Intervention.Measures.Contains(asked.Measure)
            || InterventionRule.Forbids(asked.Measure).Length > 0
        )
            Decline(unfolding, from, asked.Petition, Refusal.NotDecided);
        else if (IsAsked(section, from, asked.Measure))
            Decline(unfolding, from, asked.Petition, Refusal.Already);
        else
            Put(
                unfolding,
                new Question.OnRights(
                    new RightsQuestion.Intervene(
                        from,
                        asked.Measure,
                        asked.Petition,
                        asked.Signatures,
                        asked.Title,
                        asked.Text
                    )
                ),
                now
            );
    }

    public static void Order(
        Unfolding unfolding,
        MatterNo by,
        RightsQuestion.Intervene question,
        Instant now
    )
    {
        var section = unfolding.Section;
        var no = section.Rights.NextOrder;
        var until = section.After(now, section.Rules.Intervention.Lasts);
        unfolding
            .Then(
                new InterventionsEvent.Ordered(
                    no,
                    question.Section,
                    question.Measure,
                    question.Petition,
                    by,
                    now,
                    until
                )
            )
            .WriteOnRights(
                question.Section,
                new RightsLetter.InterventionOrdered(no, question.Measure, question.Petition, until)
            );
    }

    public static void Decline(Unfolding unfolding, SectionId to, MatterNo petition, Refusal why) =>
        unfolding.WriteOnRights(to, new RightsLetter.InterventionDeclined(petition, why));

    /// <summary>The section says that it is over.</summary>
    public static void Close(
        Unfolding unfolding,
        SectionId from,
        RightsLetter.InterventionEnded ended
    )
    {
        if (Running(unfolding.Section, from, ended.Order))
            unfolding.Then(new InterventionsEvent.Closed(ended.Order, ended.How, ended.IsDone));
    }

    public static bool Running(Section federation, SectionId section, InterventionNo no) =>
        federation.Rights.Orders.TryGetValue(no, out var order)
        && order.Section == section
        && order.End == EndOfIntervention.NotYet;

    /// <summary>A question of rights comes before whoever decides about it, with no mover and no support.</summary>
    public static void Put(Unfolding unfolding, Question.OnRights question, Instant now)
    {
        var section = unfolding.Section;
        var procedure = Procedures.OfRights(section, now);
        unfolding.ToDebate(MemberNo.None, question.Asked.GetType().Name, question, procedure, now);
    }

    private static bool IsAsked(Section section, SectionId from, Measure measure) =>
        section.Matters.OpenMatters.Any(m =>
            m.Question is Question.OnRights { Asked: RightsQuestion.Intervene asked }
            && asked.Section == from
            && asked.Measure == measure
        );
}
