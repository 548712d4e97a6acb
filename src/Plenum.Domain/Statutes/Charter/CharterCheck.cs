using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>Holds a draft against the charter: every rule of it that a text alone can break, all findings at once.</summary>
public static class CharterCheck
{
    /// <summary>
    /// The version of the check. The charter's text stays what it is; where a later version of the check holds more of it,
    /// whatever stood or was put forward before stands, is told so, and goes by the charter's bound meanwhile (C0).
    /// </summary>
    public const int Version = 2;

    private static readonly ImmutableArray<Provision> Provisions =
    [
        .. SeatProvisions.All,
        .. RightsProvisions.All,
        .. OrderProvisions.All,
        .. LatitudeProvisions.All,
    ];

    public static EquatableArray<Finding> Examine(Draft draft, SectionFacts facts)
    {
        if (draft.IsTooMuch)
            return draft.Findings;
        var findings = FindingList.After(draft);
        foreach (var provision in Provisions)
            provision.Examine(draft, findings);
        PetitionText.Examine(draft, findings);
        SeatText.Examine(draft, findings);
        ApportionmentText.Examine(draft, findings);
        WholeText.Examine(draft, findings);
        FrameText.Examine(draft, findings);
        LatitudeText.Examine(draft, findings);
        Domination.Examine(draft, facts, findings);
        return FindingList.Sort(OnceEach(findings.Sorted()));
    }

    // What an earlier version of the check refuses already, a later one need not refuse again.
    private static IEnumerable<Finding> OnceEach(EquatableArray<Finding> findings)
    {
        var refused = findings
            .Items.Where(f => f.Since == 1 && f.Severity == Severity.Error)
            .Select(f => f.Path)
            .ToHashSet();
        return findings.Where(f => f.Since == 1 || !refused.Contains(f.Path));
    }

    /// <summary>A text that changes one in force: what that one says already in the same words is eased.</summary>
    public static EquatableArray<Finding> Examine(Draft draft, SectionFacts facts, Draft standing)
    {
        var known = Examine(standing, facts).Items.Select(Said).ToHashSet();
        return FindingList.Sort(
            Examine(draft, facts).Items.Select(f => known.Contains(Said(f)) ? f.Ease() : f)
        );
    }

    /// <summary>A text in force, or one that was put forward: what a later version of the check would refuse is eased.</summary>
    public static EquatableArray<Finding> Eased(Draft draft, SectionFacts facts) =>
        FindingList.Sort(Examine(draft, facts).Items.Select(f => f.Ease()));

    private static (string, string, string, string) Said(Finding finding) =>
        (finding.Code, finding.Case, finding.Path.ToString(), finding.Found);

    /// <summary>
    /// The text as its rules run: where a value lies outside a bound that a later version of the check holds, the bound
    /// stands in its place. Words and places stay as they are written.
    /// </summary>
    internal static Draft Bounded(Draft draft)
    {
        var root = draft.Root;
        foreach (var provision in LatitudeProvisions.All)
            root = provision.Bound(draft, root);
        return draft with { Root = root };
    }
}
