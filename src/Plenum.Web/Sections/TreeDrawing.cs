using System.Collections.Immutable;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Web.Doors;

namespace Plenum.Web.Sections;

/// <summary>
/// The tree around one section as rows of a picture: what stands above it, itself, and what belongs to it. Sections are
/// chosen breadth first, so that a crowded bough does not push out its neighbours, and laid under whom they belong to.
/// </summary>
public sealed class TreeDrawing(
    Func<SectionId, Section> read,
    Func<Tree, ImmutableArray<Affiliate>> below,
    Func<SectionId, string> nameOf
)
{
    /// <summary>So many of each federation; its table has them all.</summary>
    public const int MostOfOne = 30;

    /// <summary>So many below altogether: nobody takes more in, and a tree of thousands costs no more than that.</summary>
    public const int MostBelow = 90;

    /// <summary>So many levels above and so many below, because a telephone is narrow.</summary>
    public const int MostLevels = 3;

    public ImmutableArray<TreeRow> Around(Section section)
    {
        var rows = new List<TreeRow>();
        var above = section.Sections.Tree.Above;
        if (above.Count > MostLevels)
            rows.Add(new TreeRow.Higher(above.Count - MostLevels) { Depth = 0 });
        foreach (var id in above.Items.Take(MostLevels).Reverse())
            rows.Add(new TreeRow.Above(nameOf(id)) { Depth = rows.Count, Page = PageOf(id) });
        var own = new TreeRow.Own(
            section.Id,
            section.Sections.Name,
            section.Membership.InGoodStanding
        )
        {
            Depth = rows.Count,
            Page = PageOf(section.Id),
        };
        Lay(rows, Chosen(own), own.Id, own);
        return Joined(rows);
    }

    private Dictionary<SectionId, List<TreeRow>> Chosen(TreeRow.Own own)
    {
        var chosen = new Dictionary<SectionId, List<TreeRow>>();
        var waiting = new Queue<(SectionId Id, string Name, int Depth)>([
            (own.Id, own.Name, own.Depth),
        ]);
        var left = MostBelow;
        while (waiting.TryDequeue(out var federation))
        {
            var section = read(federation.Id);
            var (all, sitting) = (below(section.Sections.Tree), LastTold.Sitting(section));
            var depth = federation.Depth + 1;
            var most = depth - own.Depth > MostLevels ? 0 : Math.Min(MostOfOne, left);
            List<TreeRow> rows = [];
            foreach (var one in all.Take(most))
            {
                var told = LastTold.Of(sitting, one).Members;
                rows.Add(
                    new TreeRow.Below(one.Id, one.Name, told, federation.Name)
                    {
                        Depth = depth,
                        Page = PageOf(one.Id),
                    }
                );
                waiting.Enqueue((one.Id, one.Name, depth));
            }
            left -= rows.Count;
            if (all.Length > rows.Count)
                rows.Add(
                    new TreeRow.Further(federation.Name, rows.Count, all.Length - rows.Count)
                    {
                        Depth = depth,
                        // The table of another federation is open to its own members only.
                        Page =
                            federation.Id == own.Id
                                ? $"/s/{Here.Abridged(own.Id)}/federation?from={rows.Count}#below"
                                : "",
                    }
                );
            chosen[federation.Id] = rows;
        }
        return chosen;
    }

    private static void Lay(
        List<TreeRow> rows,
        Dictionary<SectionId, List<TreeRow>> chosen,
        SectionId id,
        TreeRow row
    )
    {
        rows.Add(row);
        foreach (var next in chosen.GetValueOrDefault(id) ?? [])
            if (next is TreeRow.Below named)
                Lay(rows, chosen, named.Id, named);
            else
                rows.Add(next);
    }

    private string PageOf(SectionId id) =>
        read(id).Sections.Founding == Domain.Sections.Founding.None
            ? ""
            : $"/s/{Here.Abridged(id)}/section";

    // From the last row up it is known who still comes further down on which level.
    private static ImmutableArray<TreeRow> Joined(List<TreeRow> rows)
    {
        var comes = new bool[2 * MostLevels + 4];
        for (var at = rows.Count - 1; at >= 0; at--)
        {
            var depth = rows[at].Depth;
            rows[at] = rows[at] with
            {
                Passing = [.. comes.AsSpan(1, depth)],
                HasBelow = comes[depth + 1],
            };
            comes.AsSpan(depth).Clear();
            comes[depth] = true;
        }
        return [.. rows];
    }
}
