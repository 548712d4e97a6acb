using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Competences;

/// <summary>
/// Sections that left within a year of what was decided for them (F28): whoever decides over others sees what it cost. Why
/// a section left stands in its own record.
/// </summary>
public static class Departures
{
    /// <summary>What comes later has other reasons.</summary>
    public static readonly Period Within = Period.FromMonths(12);

    /// <summary>Those that belonged to the federation when the matter was decided and left soon after.</summary>
    public static IEnumerable<FormerAffiliate> After(Section section, Matter matter)
    {
        if (!section.Competences.Reached.ContainsKey(matter.No))
            return [];
        var until = section.After(matter.SettledAt, Within);
        return section
            .Sections.Tree.Former.Values.SelectMany(former => former)
            .Where(f =>
                f.Was.Since <= matter.SettledAt && matter.SettledAt <= f.Until && f.Until < until
            )
            .OrderBy(f => f.Until);
    }

    /// <summary>Decisions about what is shared out after which somebody left, the last one first.</summary>
    public static IEnumerable<(Matter Matter, int Left)> All(Section section) =>
        section
            .Competences.Reached.Keys.Reverse()
            .Select(no => section.Matters.All[no])
            .Select(matter => (matter, After(section, matter).Count()))
            .Where(m => m.Item2 > 0);
}
