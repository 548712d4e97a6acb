using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>Holds a draft against the charter: every rule of it that a text alone can break, all findings at once.</summary>
public static class CharterCheck
{
    private static readonly ImmutableArray<Provision> Provisions =
    [
        .. SeatProvisions.All,
        .. RightsProvisions.All,
        .. OrderProvisions.All,
    ];

    public static EquatableArray<Finding> Examine(Draft draft, SectionFacts facts)
    {
        if (draft.IsTooMuch)
            return draft.Findings;
        var findings = FindingList.After(draft);
        foreach (var provision in Provisions)
            provision.Examine(draft, findings);
        SeatText.Examine(draft, findings);
        ApportionmentText.Examine(draft, findings);
        WholeText.Examine(draft, findings);
        FrameText.Examine(draft, findings);
        Domination.Examine(draft, facts, findings);
        return findings.Sorted();
    }
}
