using System.Collections.Immutable;
using System.Globalization;
using Plenum.Texts.Words;

namespace Plenum.Texts.Marking;

/// <summary>What is looked at before time is spent: size, signs that no text holds, depth, and runs of marks.</summary>
internal static class Bounds
{
    // A paragraph with more signs of markup than this is no paragraph; parsers need their square.
    private const int MostMarks = 4000;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static TextReading TooLarge(long found, TextLimits limits) =>
        TextReading.Bad("text.too-large", 0, Number(found), Number(limits.Characters));

    /// <summary>What keeps a text from being parsed; <c>null</c> when nothing does.</summary>
    public static TextReading? Broken(string text, TextLimits limits)
    {
        if (text.Length > limits.Characters)
            return TooLarge(text.Length, limits);
        if (NoText(text) is { } none)
            return none;
        var (line, marks) = (0, 0);
        foreach (var each in text.AsSpan().EnumerateLines())
        {
            line++;
            marks = each.IsWhiteSpace() ? 0 : marks + MarksIn(each);
            if (marks > MostMarks)
                return TextReading.Bad(
                    "text.too-many-marks",
                    line,
                    Number(marks),
                    Number(MostMarks)
                );
            if (DepthOf(each) is var depth && depth > limits.Depth)
                return TextReading.Bad("text.too-deep", line, Number(depth), Number(limits.Depth));
        }
        return null;
    }

    /// <summary>Signs that stand in no text: what is found is no file of text at all.</summary>
    public static TextReading? NoText(string text)
    {
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                line++;
            else if (
                i + 1 < text.Length
                && char.IsSurrogatePair(text[i], text[i + 1])
                && (text[i + 1] & 0x3FE) != 0x3FE
            )
                i++;
            else if (Signs.IsNone(text[i]))
                return TextReading.Bad("text.no-text", line, $"U+{(int)text[i]:X4}", "text");
        }
        return null;
    }

    public static TextReading Of(
        ImmutableArray<Block> blocks,
        ImmutableArray<Note> notes,
        TextLimits limits
    )
    {
        if (blocks.Length > limits.Blocks)
            return TextReading.Bad(
                "text.too-many-blocks",
                0,
                Number(blocks.Length),
                Number(limits.Blocks)
            );
        foreach (var block in blocks)
            if (block.Text.Count > limits.InBlock)
                return new TextReading.Malformed([
                    new Finding(
                        "text.block-too-large",
                        0,
                        block.Id,
                        Number(block.Text.Count),
                        Number(limits.InBlock)
                    ),
                ]);
        return new TextReading.Read(TextVersion.Of(blocks), notes);
    }

    private static int MarksIn(ReadOnlySpan<char> line)
    {
        var marks = 0;
        foreach (var sign in line)
            if (sign is '[' or ']' or '*' or '_' or '`' or '<' or '|' or '!' or '&' or '\\')
                marks++;
        return marks;
    }

    // Signs of quotations and lists at the beginning of a line, each a level.
    private static int DepthOf(ReadOnlySpan<char> line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '>')
                depth++;
            else if (
                line[i] is '-' or '+' or '*'
                && i + 1 < line.Length
                && line[i + 1] is ' ' or '\t'
            )
                depth++;
            else if (
                line[i] is '.' or ')'
                && i > 0
                && char.IsAsciiDigit(line[i - 1])
                && i + 1 < line.Length
                && line[i + 1] is ' ' or '\t'
            )
                depth++;
            else if (!char.IsWhiteSpace(line[i]) && !char.IsAsciiDigit(line[i]))
                break;
        }
        return depth;
    }
}
