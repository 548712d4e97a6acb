using System.Collections.Immutable;

namespace Plenum.Texts;

/// <summary>Puts blocks in order: a level needs what it is a level of.</summary>
internal sealed class Seating
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();

    public ImmutableArray<Block> Blocks => _blocks.ToImmutable();

    public void Add(Block block)
    {
        var level = LevelOf(block, _blocks.Count == 0 ? null : _blocks[^1]);
        _blocks.Add(level == block.Level ? block : block with { Level = level });
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
