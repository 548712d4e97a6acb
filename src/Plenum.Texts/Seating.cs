using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Texts;

/// <summary>Puts blocks in order: a level needs what it is a level of, and a list numbered 1, 1, 1 is counted up, as Markdown means it.</summary>
internal sealed class Seating
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly int[] _countedTo = new int[TextLimits.Usual.Depth + 2];

    public ImmutableArray<Block> Blocks => _blocks.ToImmutable();

    public void Add(Block block)
    {
        var level = LevelOf(block, _blocks.Count == 0 ? null : _blocks[^1]);
        if (block.Kind is not (BlockKind.Item or BlockKind.Paragraph))
            Array.Clear(_countedTo);
        else
            Array.Clear(_countedTo, level + 1, _countedTo.Length - level - 1);
        var label = block.Kind == BlockKind.Item ? LabelOf(block.Label, level) : block.Label;
        _blocks.Add(
            level == block.Level && label == block.Label
                ? block
                : block with
                {
                    Level = level,
                    Label = label,
                }
        );
    }

    private string LabelOf(string label, int level)
    {
        if (label is not ("1." or "1)"))
        {
            _countedTo[level] = 0;
            return label;
        }
        _countedTo[level]++;
        return _countedTo[level].ToString(CultureInfo.InvariantCulture) + label[^1];
    }

    private static int LevelOf(Block block, Block? before)
    {
        var open = before is { Kind: BlockKind.Item or BlockKind.Paragraph } ? before.Level : 0;
        return block.Kind switch
        {
            BlockKind.Heading => Math.Clamp(block.Level, 1, 6),
            BlockKind.Paragraph => Math.Clamp(block.Level, 0, open),
            BlockKind.Item => Math.Clamp(
                block.Level,
                1,
                Math.Min(open + 1, TextLimits.Usual.Depth)
            ),
            BlockKind.Quote => Math.Clamp(block.Level, 1, TextLimits.Usual.Depth),
            BlockKind.Row => Math.Clamp(block.Level, 1, 2),
            BlockKind.Rule => 0,
        };
    }
}
