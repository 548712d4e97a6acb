using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>What is asked about members' rights between a section and the level above: a closed list.</summary>
public abstract record RightsQuestion
{
    private RightsQuestion() { }

    /// <summary>In a federation: whether a finding stands.</summary>
    public sealed record AnswerFinding(FindingNo Finding) : RightsQuestion;

    /// <summary>In a section: members ask the level above for a measure here.</summary>
    public sealed record AskIntervention(
        SectionId Federation,
        Measure Measure,
        string Title,
        string Text
    ) : RightsQuestion;

    /// <summary>In a federation: whether it orders what members of a section asked for.</summary>
    public sealed record Intervene(
        SectionId Section,
        Measure Measure,
        MatterNo Petition,
        int Signatures,
        string Title,
        string Text
    ) : RightsQuestion;

    /// <summary>In a section: members appeal against an intervention here.</summary>
    public sealed record AppealIntervention(InterventionNo Intervention, string Text)
        : RightsQuestion;

    /// <summary>In a federation: whether an intervention is lifted, decided by a panel.</summary>
    public sealed record Lift(InterventionNo Order, string Text) : RightsQuestion;
}
