using Plenum.Domain.Letters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>What a section and the level above tell each other about members' rights: a closed list.</summary>
public abstract record RightsLetter
{
    private RightsLetter() { }

    /// <summary>How a section dealt with those who asked to join it, told with its report.</summary>
    public sealed record AdmissionsTold(int Round, AdmissionCounts Counts) : RightsLetter;

    /// <summary>What was found about the section, and what became of it.</summary>
    public sealed record FindingTold(FindingNo Finding, FindingKind About, FindingStage Stage)
        : RightsLetter;

    /// <summary>So many members of a section ask for a measure there.</summary>
    public sealed record InterventionAsked(
        MatterNo Petition,
        Measure Measure,
        int Signatures,
        string Title,
        string Text
    ) : RightsLetter;

    /// <summary>The measure is ordered; its end travels along, so that it needs no letter.</summary>
    public sealed record InterventionOrdered(
        InterventionNo Order,
        Measure Measure,
        MatterNo Petition,
        NodaTime.Instant Until
    ) : RightsLetter;

    public sealed record InterventionDeclined(MatterNo Petition, Refusal Why) : RightsLetter;

    /// <summary>Members of the section appeal.</summary>
    public sealed record InterventionAppealed(InterventionNo Order, string Text) : RightsLetter;

    /// <summary>A panel has upheld the appeal.</summary>
    public sealed record InterventionLifted(InterventionNo Order) : RightsLetter;

    /// <summary>It has ended in the section, by itself or otherwise.</summary>
    public sealed record InterventionEnded(InterventionNo Order, EndOfIntervention How, bool IsDone)
        : RightsLetter;
}
