using System.Collections.Immutable;
using System.Globalization;
using Plenum.Texts.Words;

namespace Plenum.Texts.Showing;

/// <summary>A line of a version, as print and pages number it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Block">The block it is of.</param>
/// <param name="From">Its first word in the block, from 0.</param>
/// <param name="To">The word behind its last.</param>
/// <param name="Text">The line, with the block's label before its first one.</param>
public sealed record NumberedLine(int Number, BlockId Block, int From, int To, string Text);

/// <summary>
/// The lines of one version, counted by rule 1 for ever: a line holds so many signs as people count them, less three for
/// every level of a list or quotation; it ends at a space, where an author ended it, or where a word is longer than a line.
/// The same version, width and first number give the same lines on any machine, so a citation by line stays true.
/// </summary>
/// <param name="Width">Signs in a line.</param>
/// <param name="First">The number of the first line.</param>
/// <param name="Lines">The lines.</param>
public sealed record LineNumbers(int Width, int First, ImmutableArray<NumberedLine> Lines)
{
    private const int LeastWidth = 10;
    private const int Indent = 3;

    /// <summary>The number of the rule, which is kept with whatever cites by lines.</summary>
    public const int Rule = 1;

    /// <summary>Counts the lines of a version.</summary>
    /// <param name="text">The version.</param>
    /// <param name="width">Signs in a line, 10 or more.</param>
    /// <param name="first">The number of the first line.</param>
    public static LineNumbers Of(TextVersion text, int width = 80, int first = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        var lines = ImmutableArray.CreateBuilder<NumberedLine>();
        foreach (var block in text.Blocks)
            Add(lines, block, Math.Max(LeastWidth, width - Indent * Levels(block)), first);
        return new LineNumbers(width, first, lines.ToImmutable());
    }

    /// <summary>The lines on which words of a block stand; for no words the line of the word before the place.</summary>
    /// <param name="block">The block.</param>
    /// <param name="from">The first word.</param>
    /// <param name="to">The one behind the last.</param>
    public (int First, int Last) Of(BlockId block, int from, int to)
    {
        var own = Lines.Where(line => line.Block == block).ToList();
        if (own.Count == 0)
            return (0, 0);
        var start = from == to && from > 0 ? from - 1 : from;
        var first = own.FindLast(line => line.From <= start) ?? own[0];
        var last = own.FindLast(line => line.From < Math.Max(to, start + 1)) ?? own[0];
        return (first.Number, last.Number);
    }

    private static int Levels(Block block) =>
        block.Kind is BlockKind.Item or BlockKind.Quote or BlockKind.Paragraph ? block.Level : 0;

    private static void Add(
        ImmutableArray<NumberedLine>.Builder lines,
        Block block,
        int width,
        int first
    )
    {
        var (from, text) = (0, block.Label);
        for (var at = 0; at < block.Text.Count; )
        {
            var end = at + 1;
            while (end < block.Text.Count && block.Text[end].Gap is Gap.None or Gap.Fixed)
                end++;
            var piece = Shown(block.Text, at, end);
            var breaks = at > from && block.Text[at].Gap == Gap.Break;
            var joined = text.Length == 0 ? piece : text + " " + piece;
            if (breaks || (at > from && Signs(joined) > width))
            {
                lines.Add(new(first + lines.Count, block.Id, from, at, text));
                (from, joined) = (at, piece);
            }
            (text, at) = (joined, end);
        }
        if (block.Text.Count > 0)
            lines.Add(new(first + lines.Count, block.Id, from, block.Text.Count, text));
    }

    private static string Shown(Prose text, int from, int to) =>
        text.Slice(from, to).ToString().Replace("\t", " | ", StringComparison.Ordinal);

    private static int Signs(string text) => new StringInfo(text).LengthInTextElements;
}
