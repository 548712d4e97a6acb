using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Merging;

/// <summary>
/// Puts the edits of several sides into one base. What two of them want differently stays as it is in the base and is told;
/// nothing of a side is lost: it is in the text or in a conflict.
/// </summary>
internal sealed class Composer
{
    private readonly TextVersion _base;
    private readonly ImmutableArray<Edits> _sides;
    private readonly ImmutableArray<string> _names;
    private readonly bool _ordered;
    private readonly Dictionary<int, List<(int Side, BlockEdit Edit)>> _touched = [];
    private readonly Dictionary<int, Block> _content = [];
    private readonly HashSet<int> _gone = [];
    private readonly Dictionary<int, int> _moved = [];
    private readonly HashSet<int> _stays = [];
    private readonly List<(int At, Conflict Conflict)> _conflicts = [];
    private readonly List<(int At, Adjacency Adjacency)> _adjacent = [];
    private readonly Dictionary<BlockId, ImmutableArray<Source>> _sources = [];

    private Composer(TextVersion text, ImmutableArray<Edits> sides, bool ordered)
    {
        (_base, _sides, _ordered) = (text, sides, ordered);
        _names = [.. sides.Select(side => side.Name)];
        for (var side = 0; side < sides.Length; side++)
            foreach (var (at, edit) in sides[side].Blocks)
            {
                if (!_touched.TryGetValue(at, out var list))
                    _touched.Add(at, list = []);
                list.Add((side, edit));
            }
    }

    public static Composition Of(TextVersion text, ImmutableArray<Edits> sides, bool ordered)
    {
        var composer = new Composer(text, sides, ordered);
        foreach (var at in composer._touched.Keys.Order())
            composer.Settle(at, composer._touched[at]);
        var gaps = new PlacedBlocks(text, sides, ordered, composer._moved, composer._stays);
        return composer.Built(gaps);
    }

    private void Settle(int at, List<(int Side, BlockEdit Edit)> edits)
    {
        var block = _base.Blocks[at];
        if (edits.Exists(e => e.Edit.Gone))
        {
            if (edits.TrueForAll(e => e.Edit.Gone))
                _gone.Add(at);
            else
            {
                _stays.Add(at);
                Dispute(
                    Merging.Dispute.Struck,
                    at,
                    edits.Select(e => (e.Side, e.Edit.Gone ? "" : Shown(block, e.Edit)))
                );
            }
            return;
        }
        Place(at, edits);
        var label = Chosen(
            Merging.Dispute.Label,
            at,
            edits,
            e => e.Label is not null,
            e => e.Label!,
            block.Label
        );
        var (kind, level) = Chosen(
            Merging.Dispute.Shape,
            at,
            edits,
            e => e.Shape is not null,
            e => e.Shape!.Value,
            (block.Kind, block.Level)
        );
        var words = ComposedWords.Of(
            block,
            [.. edits.SelectMany(e => e.Edit.Words.Select(word => (e.Side, word)))],
            _names,
            _ordered
        );
        _conflicts.AddRange(words.Conflicts.Select(conflict => (at, conflict)));
        _content[at] = new Block(block.Id, kind, level, label, words.Text);
        _sources[block.Id] = words.Sources;
        foreach (var (first, second) in words.Adjacent)
            _adjacent.Add(
                (at, new Adjacency(block.Id, first, second, MarkdownWriter.Write(words.Text)))
            );
    }

    // One goal, or the block stays where it is.
    private void Place(int at, List<(int Side, BlockEdit Edit)> edits)
    {
        var movers = edits.Where(e => e.Edit.To != BlockEdit.Nowhere).ToList();
        if (movers.Count == 0)
            return;
        if (movers.TrueForAll(e => e.Edit.To == movers[0].Edit.To))
        {
            _moved.Add(at, movers[0].Side);
            return;
        }
        _stays.Add(at);
        Dispute(
            Merging.Dispute.Place,
            at,
            movers.Select(e => (e.Side, After(e.Edit.To - 1, _base.Blocks[at]))),
            After(at - 1, _base.Blocks[at])
        );
    }

    private T Chosen<T>(
        Dispute about,
        int at,
        List<(int Side, BlockEdit Edit)> edits,
        Func<BlockEdit, bool> wants,
        Func<BlockEdit, T> of,
        T otherwise
    )
    {
        var wanting = edits.Where(e => wants(e.Edit)).ToList();
        if (wanting.Select(e => of(e.Edit)).Distinct().Skip(1).Any())
        {
            Dispute(about, at, wanting.Select(e => (e.Side, Shown(_base.Blocks[at], e.Edit))));
            return otherwise;
        }
        return wanting.Count == 0 ? otherwise : of(wanting[0].Edit);
    }

    private void Dispute(
        Dispute about,
        int at,
        IEnumerable<(int Side, string Text)> sides,
        string? text = null
    ) =>
        _conflicts.Add(
            (
                at,
                new Conflict(
                    about,
                    _base.Blocks[at].Id,
                    text ?? MarkdownWriter.Blocks([_base.Blocks[at]]),
                    [.. sides.Select(side => new Side(_names[side.Side], side.Text))]
                )
            )
        );

    private static string Shown(Block block, BlockEdit edit) =>
        MarkdownWriter.Blocks([
            block with
            {
                Label = edit.Label ?? block.Label,
                Kind = edit.Shape?.Kind ?? block.Kind,
                Level = edit.Shape?.Level ?? block.Level,
                Text = ComposedWords.Alone(block, edit.Words),
            },
        ]);

    private string After(int before, Block block) =>
        MarkdownWriter.Blocks(before < 0 ? [block] : [_base.Blocks[before], block]);

    private Composition Built(PlacedBlocks gaps)
    {
        _conflicts.AddRange(gaps.Conflicts);
        _adjacent.AddRange(gaps.Adjacent);
        var blocks = ImmutableArray.CreateBuilder<Block>(_base.Blocks.Length);
        for (var gap = 0; gap <= _base.Blocks.Length; gap++)
        {
            foreach (var (side, placed) in gaps.In(gap))
                if (placed.New is { } fresh)
                {
                    blocks.Add(fresh);
                    _sources[fresh.Id] =
                    [
                        .. fresh.Text.Select(_ => new Source(_names[side], BlockId.Start, 0)),
                    ];
                }
                else
                    blocks.Add(ContentOf(placed.Moved));
            if (gap < _base.Blocks.Length && !_gone.Contains(gap) && !gaps.IsMoved(gap))
                blocks.Add(ContentOf(gap));
        }
        var text = TextVersion.Of(blocks);
        return new Composition(
            text,
            [.. _conflicts.OrderBy(c => c.At).Select(c => c.Conflict)],
            [.. _adjacent.OrderBy(a => a.At).Select(a => a.Adjacency)],
            Sources.Of(text, _base, blocks, _sources)
        );
    }

    private Block ContentOf(int at) => _content.GetValueOrDefault(at, _base.Blocks[at]);
}
