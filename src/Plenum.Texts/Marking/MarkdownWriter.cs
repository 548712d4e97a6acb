using System.Collections.Immutable;
using System.Text;
using Plenum.Texts.Words;

namespace Plenum.Texts.Marking;

/// <summary>Writes a text in the normal form of its Markdown: read again, it is the same text but for the ids.</summary>
public static class MarkdownWriter
{
    /// <summary>The whole text.</summary>
    /// <param name="text">The text.</param>
    public static string Write(TextVersion text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Blocks(text.Blocks);
    }

    /// <summary>The words of one block with their emphasis and links, without the block's own marks.</summary>
    /// <param name="prose">The words.</param>
    public static string Write(Prose prose)
    {
        ArgumentNullException.ThrowIfNull(prose);
        return string.Join('\t', Cells(prose).Select(cell => InlineWriter.Write(cell)));
    }

    internal static string Blocks(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        var offsets = new int[TextLimits.Usual.Depth + 2];
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            if (at > 0)
                text.Append(Follows(blocks[at - 1], block) ? "\n" : "\n\n");
            if (block.Kind == BlockKind.Row && (at == 0 || !Follows(blocks[at - 1], block)))
                at = Table(text, blocks, at);
            else
                One(text, blocks, at, offsets);
        }
        return text.Length == 0 ? "" : text.Append('\n').ToString();
    }

    internal static List<ImmutableArray<Word>> Cells(Prose prose)
    {
        var cells = new List<ImmutableArray<Word>>();
        var from = 0;
        for (var i = 0; i <= prose.Count; i++)
        {
            if (i < prose.Count && !prose[i].IsCell)
                continue;
            cells.Add(prose.Words[from..i]);
            from = i + 1;
        }
        return cells;
    }

    private static void One(StringBuilder text, IReadOnlyList<Block> blocks, int at, int[] offsets)
    {
        var block = blocks[at];
        var label = block.Label.Length == 0 ? "" : block.Label + " ";
        switch (block.Kind)
        {
            case BlockKind.Heading:
                text.Append('#', block.Level)
                    .Append(' ')
                    .Append(label)
                    .Append(
                        InlineWriter.Write(block.Text.Words, "", label.Length == 0, heading: true)
                    );
                break;
            case BlockKind.Paragraph:
                var indent = new string(' ', offsets[block.Level]);
                text.Append(indent)
                    .Append(label)
                    .Append(InlineWriter.Write(block.Text.Words, indent, label.Length == 0));
                break;
            case BlockKind.Item:
                Item(text, block, IsRepeated(blocks, at) ? "0" : "", offsets);
                break;
            case BlockKind.Quote:
                var marks = string.Concat(Enumerable.Repeat("> ", block.Level));
                var inner =
                    Labels.IsMarker(block.Label) ? new string(' ', label.Length)
                    : block.Label == "-" ? "  "
                    : "";
                text.Append(marks)
                    .Append(label)
                    .Append(
                        InlineWriter.Write(
                            block.Text.Words,
                            marks + inner,
                            label.Length == 0 || inner.Length > 0
                        )
                    );
                break;
            case BlockKind.Rule:
                text.Append("---");
                break;
            case BlockKind.Row:
                break;
        }
    }

    private static void Item(StringBuilder text, Block block, string prefix, int[] offsets)
    {
        var marker = Labels.IsMarker(block.Label) ? block.Label : "-";
        var label = block.Label == marker ? "" : block.Label + " ";
        marker = prefix + marker;
        offsets[block.Level] = offsets[block.Level - 1] + marker.Length + 1;
        text.Append(' ', offsets[block.Level - 1])
            .Append(marker)
            .Append(' ')
            .Append(label)
            .Append(
                InlineWriter.Write(
                    block.Text.Words,
                    new string(' ', offsets[block.Level]),
                    label.Length == 0
                )
            );
    }

    // Two items numbered 1 would be read as a list that is to be counted; a leading nought says that they are not.
    private static bool IsRepeated(IReadOnlyList<Block> blocks, int at) =>
        blocks[at].Label is "1." or "1)"
        && (
            IsSame(blocks, at, Sibling(blocks, at, -1))
            || IsSame(blocks, at, Sibling(blocks, at, 1))
        );

    private static bool IsSame(IReadOnlyList<Block> blocks, int at, int other) =>
        other >= 0 && blocks[other].Label == blocks[at].Label;

    private static int Sibling(IReadOnlyList<Block> blocks, int at, int step)
    {
        for (var other = at + step; other >= 0 && other < blocks.Count; other += step)
        {
            var block = blocks[other];
            if (block.Kind == BlockKind.Item && block.Level == blocks[at].Level)
                return other;
            if (
                block.Kind is not (BlockKind.Item or BlockKind.Paragraph)
                || block.Level < blocks[at].Level
            )
                return -1;
        }
        return -1;
    }

    private static int Table(StringBuilder text, IReadOnlyList<Block> blocks, int from)
    {
        var to = from + 1;
        while (
            to < blocks.Count
            && Follows(blocks[to - 1], blocks[to])
            && blocks[to].Kind == BlockKind.Row
        )
            to++;
        var rows = blocks.Skip(from).Take(to - from).Select(row => Cells(row.Text)).ToList();
        var columns = rows.Max(row => row.Count);
        if (blocks[from].Level > 1)
            rows.Insert(0, []);
        for (var at = 0; at < rows.Count; at++)
        {
            if (at > 0)
                text.Append('\n');
            text.Append('|');
            for (var column = 0; column < columns; column++)
                text.Append(' ')
                    .Append(
                        column < rows[at].Count
                            ? InlineWriter.Write(rows[at][column], "", atStart: false)
                            : ""
                    )
                    .Append(" |");
            if (at == 0)
                text.Append("\n|").Append(string.Concat(Enumerable.Repeat(" --- |", columns)));
        }
        return to - 1;
    }

    // Items of one list stand close together, and so do the rows of a table.
    private static bool Follows(Block before, Block block) =>
        (before.Kind, block.Kind) switch
        {
            (BlockKind.Row, BlockKind.Row) => block.Level > 1,
            (BlockKind.Item, BlockKind.Item) => before.Level == block.Level
                && Sort(before) == Sort(block),
            _ => false,
        };

    private static char Sort(Block item) => Labels.IsMarker(item.Label) ? item.Label[^1] : '-';
}
