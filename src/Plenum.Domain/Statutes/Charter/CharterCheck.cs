namespace Plenum.Domain.Statutes;

/// <summary>Holds a draft against the charter: every rule of it that a text alone can break, all findings at once.</summary>
public static class CharterCheck
{
    public static EquatableArray<Finding> Examine(Draft draft, SectionFacts facts)
    {
        var findings = new FindingList();
        findings.In(draft.Articles);
        _ = facts;
        return new(draft.Findings.Items.AddRange(findings.Sorted().Items));
    }
}
