using System.Collections.Immutable;

namespace Plenum.Texts.Changes;

/// <summary>
/// A set of changes by the places of its base: block by block, and gap by gap. Gap 0 stands before the first block, gap n
/// behind the n-th. What the base does not have, and what two changes of one set want at once, is refused with its place.
/// </summary>
internal sealed class Edits
{
    private readonly TextVersion _base;
    private readonly List<Finding> _findings = [];
    private readonly HashSet<BlockId> _new = [];

    private Edits(TextVersion text, string name) => (_base, Name) = (text, name);

    public string Name { get; }

    public Dictionary<int, BlockEdit> Blocks { get; } = [];

    public Dictionary<int, List<Placed>> Gaps { get; } = [];

    public static (Edits Edits, ImmutableArray<Finding> Findings) Of(
        TextVersion text,
        string name,
        IEnumerable<Change> changes
    )
    {
        var edits = new Edits(text, name);
        foreach (var change in changes)
            edits.Add(change);
        foreach (var (at, block) in edits.Blocks)
            edits.Settle(text.Blocks[at], block);
        return (edits, [.. edits._findings]);
    }

    private void Add(Change change)
    {
        switch (change)
        {
            case Change.Insert(var after, var block):
                if (IsNew(block.Id) && GapOf(after) is { } gap)
                    Put(gap, new Placed(block, BlockEdit.Nowhere));
                break;
            case Change.Delete(var id):
                if (At(id) is (_, var gone))
                    gone.Gone = Once(gone.Gone, id);
                break;
            case Change.Replace(var id, var from, var to, var words):
                if (At(id) is (_, var replaced) && Within(id, from, to))
                    replaced.Words.Add(new WordEdit(from, to, words.Words));
                break;
            case Change.Move(var id, var after):
                if (At(id) is (var moving, var moved) && GapOf(after) is { } goal)
                {
                    if (id == after)
                        Refuse("change.place", id, id.ToString(), "another block");
                    Once(moved.To != BlockEdit.Nowhere, id);
                    moved.To = goal;
                    Put(goal, new Placed(null, moving));
                }
                break;
            case Change.Split(var id, var at, var part):
                if (At(id) is (var whole, var split) && Within(id, at, at) && IsNew(part))
                {
                    var block = _base.Blocks[whole];
                    split.Words.Add(new WordEdit(at, block.Text.Count, []));
                    Put(
                        whole + 1,
                        new Placed(
                            block with
                            {
                                Id = part,
                                Label = "",
                                Text = block.Text.Slice(at, block.Text.Count),
                            },
                            BlockEdit.Nowhere
                        )
                    );
                }
                break;
            case Change.Join(var id, var with):
                if (At(id) is (var first, var joined) && At(with) is (var second, var gives))
                {
                    if (second != first + 1)
                        Refuse("change.place", with, with.ToString(), "the block behind");
                    gives.Gone = Once(gives.Gone, with);
                    var end = _base.Blocks[first].Text.Count;
                    joined.Words.Add(new WordEdit(end, end, _base.Blocks[second].Text.Words));
                }
                break;
            case Change.Renumber(var id, var label):
                if (At(id) is (_, var renumbered))
                {
                    Once(renumbered.Label is not null, id);
                    renumbered.Label = label;
                }
                break;
            case Change.Reshape(var id, var kind, var level):
                if (At(id) is (_, var reshaped))
                {
                    Once(reshaped.Shape is not null, id);
                    reshaped.Shape = (kind, level);
                }
                break;
        }
    }

    private (int At, BlockEdit Edit)? At(BlockId id)
    {
        var at = _base.PlaceOf(id);
        if (at < 0)
        {
            Refuse("change.no-block", id, id.ToString(), "a block of the base");
            return null;
        }
        if (!Blocks.TryGetValue(at, out var edit))
            Blocks.Add(at, edit = new BlockEdit());
        return (at, edit);
    }

    private int? GapOf(BlockId after)
    {
        if (after == BlockId.Start)
            return 0;
        var at = _base.PlaceOf(after);
        if (at < 0)
            Refuse("change.no-block", after, after.ToString(), "a block of the base");
        return at < 0 ? null : at + 1;
    }

    private bool IsNew(BlockId id)
    {
        var isNew = id != BlockId.Start && _base.PlaceOf(id) < 0 && _new.Add(id);
        if (!isNew)
            Refuse("block.id-twice", id, id.ToString(), "an id that was never used");
        return isNew;
    }

    private bool Within(BlockId id, int from, int to)
    {
        var count = _base.Blocks[_base.PlaceOf(id)].Text.Count;
        var within = from >= 0 && from <= to && to <= count;
        if (!within)
            Refuse("change.no-words", id, $"{from}-{to}", $"0-{count}");
        return within;
    }

    private bool Once(bool before, BlockId id)
    {
        if (before)
            Refuse("change.twice", id, id.ToString(), "one change of a kind");
        return true;
    }

    private void Put(int gap, Placed placed)
    {
        if (!Gaps.TryGetValue(gap, out var list))
            Gaps.Add(gap, list = []);
        list.Add(placed);
    }

    // In the order of the base; what one set inserts twice at one place is one insertion.
    private void Settle(Block block, BlockEdit edit)
    {
        if (edit.Gone && (edit.To != BlockEdit.Nowhere || edit.ChangesContent))
            Refuse("change.overlap", block.Id, block.Id.ToString(), "a block that is not struck");
        var sorted = edit.Words.OrderBy(e => e.From).ThenBy(e => e.To).ToList();
        edit.Words.Clear();
        foreach (var each in sorted)
        {
            if (
                edit.Words is [.., var last]
                && (each.From < last.To || each == last && each.From < each.To)
            )
                Refuse(
                    "change.overlap",
                    block.Id,
                    $"{each.From}-{each.To}",
                    $"words from {last.To}"
                );
            if (edit.Words is [.., var before] && before.To == each.From)
                edit.Words[^1] = new WordEdit(before.From, each.To, [.. before.With, .. each.With]);
            else
                edit.Words.Add(each);
        }
    }

    private void Refuse(string code, BlockId block, string found, string expected) =>
        _findings.Add(new Finding(code, 0, block, found, expected));
}
