using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Rights;

/// <summary>What questions of rights and letters about them bring about.</summary>
public static class RightsEffects
{
    /// <summary>Whoever asks the level above needs signatures and no vote.</summary>
    public static bool TakesEffectAtThreshold(RightsQuestion asked) =>
        asked switch
        {
            RightsQuestion.AskIntervention or RightsQuestion.AppealIntervention => true,
            RightsQuestion.AnswerFinding or RightsQuestion.Intervene or RightsQuestion.Lift =>
                false,
        };

    /// <summary>Nothing is ordered in a section that has left.</summary>
    public static bool Stops(Section section, RightsQuestion asked) =>
        asked is RightsQuestion.Intervene intervene
        && !section.Sections.Tree.HasAffiliate(intervene.Section);

    public static void Follow(
        Unfolding unfolding,
        Matter matter,
        RightsQuestion asked,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        switch (asked)
        {
            case RightsQuestion.AnswerFinding answer:
                Findings.Uphold(unfolding, matter.No, answer.Finding);
                break;
            case RightsQuestion.AskIntervention ask:
                if (section.Sections.Tree.Federation.Federation == ask.Federation)
                    unfolding.WriteOnRights(
                        ask.Federation,
                        new RightsLetter.InterventionAsked(
                            matter.No,
                            ask.Measure,
                            matter.Supporters.Count,
                            ask.Title,
                            ask.Text
                        )
                    );
                break;
            case RightsQuestion.Intervene intervene:
                Ordering.Order(unfolding, matter.No, intervene, occasion.Now);
                break;
            case RightsQuestion.AppealIntervention appeal:
                if (
                    section.Rights.Interventions.TryGetValue(appeal.Intervention, out var one)
                    && one.IsRunning
                )
                    unfolding.WriteOnRights(
                        one.Federation,
                        new RightsLetter.InterventionAppealed(one.Order, appeal.Text)
                    );
                break;
            case RightsQuestion.Lift lift:
                Appeals.Uphold(unfolding, matter.No, lift.Order, occasion.Now);
                break;
        }
    }

    public static void NotCarried(
        Unfolding unfolding,
        Matter matter,
        RightsQuestion asked,
        Occasion occasion
    )
    {
        switch (asked)
        {
            case RightsQuestion.AnswerFinding answer:
                Findings.NotUpheld(unfolding, matter.No, answer.Finding, occasion.Now);
                break;
            case RightsQuestion.Intervene intervene:
                Ordering.Decline(
                    unfolding,
                    intervene.Section,
                    intervene.Petition,
                    unfolding.Section.Matters.All[matter.No].Is(Outcome.Rejected)
                        ? Refusal.VotedDown
                        : Refusal.NotDecided
                );
                break;
            case RightsQuestion.Lift:
                Panels.End(unfolding, matter.No, occasion.Now);
                break;
            case RightsQuestion.AskIntervention or RightsQuestion.AppealIntervention:
                break;
        }
    }

    public static void Open(
        Unfolding unfolding,
        SectionId from,
        RightsLetter letter,
        Occasion occasion
    )
    {
        switch (letter)
        {
            case RightsLetter.AdmissionsTold told:
                Findings.Take(unfolding, from, told, occasion.Now);
                break;
            case RightsLetter.FindingTold told:
                Findings.Notice(unfolding, from, told, occasion.Now);
                break;
            case RightsLetter.InterventionAsked asked:
                Ordering.Consider(unfolding, from, asked, occasion.Now);
                break;
            case RightsLetter.InterventionOrdered ordered:
                Undergoing.Begin(unfolding, from, ordered, occasion);
                break;
            case RightsLetter.InterventionDeclined declined:
                if (unfolding.Section.Sections.Tree.Federation.Federation == from)
                    unfolding.Then(
                        new InterventionsEvent.Declined(declined.Petition, declined.Why)
                    );
                break;
            case RightsLetter.InterventionAppealed appealed:
                Appeals.PutToPanel(unfolding, from, appealed, occasion);
                break;
            case RightsLetter.InterventionLifted lifted:
                Undergoing.Lift(unfolding, from, lifted.Order, occasion.Now);
                break;
            case RightsLetter.InterventionEnded ended:
                Ordering.Close(unfolding, from, ended);
                break;
        }
    }

    public static Unfolding WriteOnRights(
        this Unfolding unfolding,
        SectionId to,
        RightsLetter letter
    ) => unfolding.Write(to, new Letter.OnRights(letter));
}
