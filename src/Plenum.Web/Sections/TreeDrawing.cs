using System.Collections.Immutable;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Web.Doors;

namespace Plenum.Web.Sections;

/// <summary>A section in the picture: how deep it lies, which row it hangs from (-1 for the top), and its size.</summary>
public sealed record TreeRow(
    int Depth,
    int From,
    SectionId Id,
    string Name,
    int Members,
    bool IsHere
);

/// <summary>The tree around one section as rows of a picture: what lies above it, itself, and two levels below.</summary>
public static class TreeDrawing
{
    /// <summary>Beyond that nobody takes a picture in; the table has them all.</summary>
    public const int MostRows = 40;

    private const int LongestName = 30;

    public static ImmutableArray<TreeRow> Of(Here here, Front front, SectionNames names)
    {
        var rows = ImmutableArray.CreateBuilder<TreeRow>();
        foreach (var above in here.Section.Sections.Tree.Above.Reverse())
            rows.Add(Row(front, names, above, rows.Count, rows.Count - 1, here));
        var at = rows.Count;
        rows.Add(Row(front, names, here.Id, at, at - 1, here));
        Below(rows, here.Id, at, here, front, names, levels: 2);
        return rows.DrainToImmutable();
    }

    private static void Below(
        ImmutableArray<TreeRow>.Builder rows,
        SectionId of,
        int from,
        Here here,
        Front front,
        SectionNames names,
        int levels
    )
    {
        foreach (var below in names.Below(front.Read(of).Section.Sections.Tree))
        {
            if (rows.Count == MostRows)
                return;
            var at = rows.Count;
            rows.Add(Row(front, names, below.Id, rows[from].Depth + 1, from, here));
            if (levels > 1)
                Below(rows, below.Id, at, here, front, names, levels - 1);
        }
    }

    private static TreeRow Row(
        Front front,
        SectionNames names,
        SectionId id,
        int depth,
        int from,
        Here here
    ) =>
        new(
            depth,
            from,
            id,
            Short(names.NameOf(id)),
            front.Read(id).Section.Membership.InGoodStanding,
            id == here.Id
        );

    private static string Short(string name) =>
        name.Length <= LongestName
            ? name
            : string.Concat(name.AsSpan(0, LongestName - 1), "\u2026");
}
