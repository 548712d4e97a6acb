using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Marking;

namespace Plenum.Texts.Merging;

/// <summary>What stands in the gaps between the blocks of a base: new blocks and blocks that were moved.</summary>
internal sealed class PlacedBlocks
{
    private readonly TextVersion _base;
    private readonly ImmutableArray<Edits> _sides;
    private readonly Dictionary<int, List<(int Side, Placed Placed)>> _gaps = [];
    private readonly HashSet<int> _moved;
    private readonly List<(int At, Conflict Conflict)> _conflicts = [];
    private readonly List<(int At, Adjacency Adjacency)> _adjacent = [];

    /// <summary>Looks at every gap.</summary>
    /// <param name="text">The base.</param>
    /// <param name="sides">The sides, in the order of adoption.</param>
    /// <param name="ordered">Whether that order decides in a gap.</param>
    /// <param name="moved">Blocks with one goal, and the side that counts for it.</param>
    /// <param name="stays">Blocks that stay, whoever moves them.</param>
    public PlacedBlocks(
        TextVersion text,
        ImmutableArray<Edits> sides,
        bool ordered,
        Dictionary<int, int> moved,
        HashSet<int> stays
    )
    {
        (_base, _sides, _moved) = (text, sides, [.. moved.Keys]);
        foreach (var gap in sides.SelectMany(side => side.Gaps.Keys).Distinct().Order())
            Settle(gap, ordered, moved, stays);
        Twice();
    }

    public IReadOnlyList<(int At, Conflict Conflict)> Conflicts => _conflicts;

    public IReadOnlyList<(int At, Adjacency Adjacency)> Adjacent => _adjacent;

    public bool IsMoved(int at) => _moved.Contains(at);

    public IReadOnlyList<(int Side, Placed Placed)> In(int gap) =>
        _gaps.GetValueOrDefault(gap) ?? [];

    private void Settle(int gap, bool ordered, Dictionary<int, int> moved, HashSet<int> stays)
    {
        var lists = new List<(int Side, List<Placed> Placed)>();
        for (var side = 0; side < _sides.Length; side++)
        {
            if (!_sides[side].Gaps.TryGetValue(gap, out var all))
                continue;
            var own = all.Where(p => p.New is not null || !stays.Contains(p.Moved)).ToList();
            if (own.Count == 0)
                continue;
            // What an earlier side says already is agreed, and stands once.
            var same = lists.FindIndex(l =>
                l.Placed.Count == own.Count && l.Placed.Zip(own).All(p => p.First.Same(p.Second))
            );
            if (same < 0)
                lists.Add((side, own));
            else if (IdsOf(own).CompareTo(IdsOf(lists[same].Placed)) < 0)
                lists[same] = (side, own);
        }
        if (lists.Count == 0)
            return;
        if (!ordered && lists.Count > 1)
        {
            Dispute(gap, lists);
            return;
        }
        var placed = _gaps[gap] = [];
        foreach (var (side, own) in lists)
        foreach (var each in own)
            // Two may move the same block here, each with other blocks around it: it stands where the first put it.
            if (
                each.New is not null
                || moved[each.Moved] == side
                || !placed.Exists(p => p.Placed.Same(each))
            )
                placed.Add((side, each));
        Once(placed);
        for (var i = 1; i < lists.Count; i++)
            _adjacent.Add(
                (
                    gap,
                    new Adjacency(
                        Before(gap),
                        _sides[lists[i - 1].Side].Name,
                        _sides[lists[i].Side].Name,
                        Shown(lists[i - 1].Placed) + "\n" + Shown(lists[i].Placed)
                    )
                )
            );
    }

    private static void Once(List<(int Side, Placed Placed)> placed)
    {
        var seen = new HashSet<int>();
        placed.RemoveAll(p => p.Placed.New is null && !seen.Add(p.Placed.Moved));
    }

    // Which of two equal insertions is taken does not hang on who is named first.
    private static BlockId IdsOf(List<Placed> placed) =>
        placed.Select(p => p.New?.Id ?? BlockId.Start).Max();

    private void Dispute(int gap, List<(int Side, List<Placed> Placed)> lists)
    {
        foreach (var each in lists.SelectMany(list => list.Placed).Where(p => p.New is null))
            _moved.Remove(each.Moved);
        Tell(gap, lists);
    }

    private void Tell(int gap, IEnumerable<(int Side, List<Placed> Placed)> lists) =>
        _conflicts.Add(
            (
                gap - 1,
                new Conflict(
                    Merging.Dispute.Insertions,
                    Before(gap),
                    "",
                    [.. lists.Select(list => new Side(_sides[list.Side].Name, Shown(list.Placed)))]
                )
            )
        );

    // Blocks that two sides brought under one id, with different words or to different places.
    private void Twice()
    {
        var seen = new HashSet<BlockId>();
        foreach (var (gap, placed) in _gaps.OrderBy(g => g.Key))
        foreach (var (side, each) in placed.Where(p => p.Placed.New is not null).ToList())
            if (!seen.Add(each.New!.Id))
            {
                placed.Remove((side, each));
                Tell(gap, [(side, [each])]);
            }
    }

    private BlockId Before(int gap) => gap == 0 ? BlockId.Start : _base.Blocks[gap - 1].Id;

    private string Shown(List<Placed> placed) =>
        MarkdownWriter.Blocks([.. placed.Select(p => p.New ?? _base.Blocks[p.Moved])]);
}
