using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Words;

namespace Plenum.Texts.Merging;

/// <summary>Edits of one block that have to be looked at together, because they share a word of the base or a gap.</summary>
internal sealed record WordGroup(int From, int To, ImmutableArray<(int Side, WordEdit Edit)> Edits)
{
    public ImmutableArray<int> Sides { get; } =
    [.. Edits.Select(edit => edit.Side).Distinct().Order()];

    public bool IsInsertion => From == To;

    /// <summary>Every side does exactly the same.</summary>
    public bool Agrees
    {
        get
        {
            var first = Of(Sides[0]);
            return Sides
                .Skip(1)
                .All(side =>
                    Of(side) is var own
                    && own.Length == first.Length
                    && own.Zip(first).All(pair => pair.First.Same(pair.Second))
                );
        }
    }

    public ImmutableArray<WordEdit> Of(int side) =>
        [.. Edits.Where(edit => edit.Side == side).Select(edit => edit.Edit)];

    /// <summary>All edits of a block in groups, in the order of the base; groups may touch and share nothing.</summary>
    public static List<WordGroup> All(IEnumerable<(int Side, WordEdit Edit)> edits)
    {
        var groups = new List<WordGroup>();
        var open = new List<(int Side, WordEdit Edit)>();
        var (from, to) = (0, 0);
        void Close()
        {
            if (open.Count > 0)
                groups.Add(new WordGroup(from, to, [.. open]));
            open.Clear();
        }
        foreach (
            var each in edits.OrderBy(e => e.Edit.From).ThenBy(e => e.Edit.To).ThenBy(e => e.Side)
        )
        {
            var (start, end) = (each.Edit.From, each.Edit.To);
            var shares =
                open.Count > 0 && (start < to || (start == from && end == to && start == end));
            if (!shares)
            {
                Close();
                (from, to) = (start, end);
            }
            open.Add(each);
            to = Math.Max(to, end);
        }
        Close();
        return groups;
    }
}
