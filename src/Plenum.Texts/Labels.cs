using System.Text.RegularExpressions;
using Plenum.Texts.Words;

namespace Plenum.Texts;

/// <summary>Labels that stand in words at the beginning of a block are taken out of them, so that a number is a number.</summary>
internal static class Labels
{
    private const int MostWords = 8;

    private static readonly Regex Marker = new(
        "^[0-9]{1,9}[.)]$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    private static readonly Regex InWords = new(
        @"^(?:§§?[ \u00A0]?[0-9]{1,4}[a-z]{0,2}|\([0-9]{1,3}[a-z]{0,2}\)|\([a-z]{1,2}\)|\([ivxlc]{1,6}\)|[a-z]{1,2}\))$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    private static readonly Regex OfHeadings = new(
        @"^(?:[0-9]{1,3}(?:\.[0-9]{1,3})+\.?|[0-9]{1,3}[.)])$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>The block with its label apart, and how many words the label took.</summary>
    public static (Block Block, int Taken) Lifted(Block block)
    {
        if (block.Kind == BlockKind.Rule)
            return (block with { Level = 0, Label = "", Text = Prose.Empty }, 0);
        var kept = Cleaned(block);
        if (kept.Label.Length > 0 && kept.Label != "-")
            return kept.Text.Count == 0 && !IsMarker(kept.Label)
                ? (
                    kept with
                    {
                        Label = kept.Kind == BlockKind.Item ? "-" : "",
                        Text = Prose.Of(kept.Label),
                    },
                    0
                )
                : (kept, 0);
        if (kept.Kind == BlockKind.Row || Found(kept) is not (var label, var taken))
            return (kept, 0);
        return (kept with { Label = label, Text = kept.Text.Slice(taken, kept.Text.Count) }, taken);
    }

    /// <summary>Whether a list in Markdown would set it itself.</summary>
    public static bool IsMarker(string label) => Marker.IsMatch(label);

    /// <summary>Whether words begin with what would be read as a label.</summary>
    private static (string Label, int Taken)? Found(Block block)
    {
        var text = block.Text;
        var most = Math.Min(MostWords, text.Count - 1);
        for (var taken = most; taken > 0; taken--)
        {
            if (text[taken].Gap != Gap.Space || text[taken].IsCell)
                continue;
            var plain = true;
            for (var i = 0; i < taken; i++)
                plain &=
                    text[i].Style == Style.Plain
                    && text[i].Link.Length == 0
                    && text[i].Gap != Gap.Break
                    && !text[i].IsCell;
            if (!plain)
                continue;
            var label = text.Slice(0, taken).ToString();
            if (
                InWords.IsMatch(label)
                || (block.Kind == BlockKind.Heading && OfHeadings.IsMatch(label))
            )
                return (label, taken);
        }
        return null;
    }

    // A label is one line; an item has one in any case, and cells belong to rows.
    private static Block Cleaned(Block block)
    {
        var label = string.Join(
            ' ',
            block.Label.Split(
                (char[]?)['\n', '\r', '\t', ' '],
                StringSplitOptions.RemoveEmptyEntries
            )
        );
        if (block.Kind is BlockKind.Row)
            label = "";
        else if (block.Kind is BlockKind.Item or BlockKind.Quote && label is "*" or "+" or "\u2022")
            label = "-";
        else if (block.Kind == BlockKind.Item && label.Length == 0)
            label = "-";
        else if (block.Kind is not (BlockKind.Item or BlockKind.Quote) && label == "-")
            label = "";
        var text =
            block.Kind != BlockKind.Row && block.Text.Any(word => word.IsCell)
                ? Prose.Of(block.Text.Where(word => !word.IsCell))
            : block.Kind is BlockKind.Row or BlockKind.Heading ? OneLine(block.Text)
            : block.Text;
        return label == block.Label && ReferenceEquals(text, block.Text)
            ? block
            : block with
            {
                Label = label,
                Text = text,
            };
    }

    // A row or a heading is one line; a row has no empty cells at its end, and no span of code with its mark of cells.
    private static Prose OneLine(Prose text)
    {
        var count = text.Count;
        while (count > 0 && text[count - 1].IsCell)
            count--;
        return count == text.Count && text.All(word => OneLine(word) == word)
            ? text
            : new Prose([.. text.Words[..count].Select(OneLine)]);
    }

    private static Word OneLine(Word word) =>
        word with
        {
            Gap = word.Gap == Gap.Break ? Gap.Space : word.Gap,
            Style = word.Text.Contains('|', StringComparison.Ordinal)
                ? word.Style & ~Style.Code
                : word.Style,
        };
}
