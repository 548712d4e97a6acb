using System.Collections.Immutable;
using System.Text;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Words;

namespace Plenum.Texts.Showing;

/// <summary>Writes a text with its changes marked in it.</summary>
public static class HtmlChanges
{
    /// <summary>
    /// The text with what was changed in it: native insertions and deletions with words beside them, because not every
    /// reader tells the marks.
    /// </summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="words">The words beside the marks.</param>
    public static string Write(TextVersion before, TextVersion after, HtmlWords words)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(words);
        var moved = Comparison
            .Of(before, after)
            .Changes.OfType<Change.Move>()
            .Select(move => move.Block)
            .ToHashSet();
        return HtmlWriter.Blocks(
            Both(before, after, moved)
                .Select(block => (block, Marked(before, after, moved, block, words)))
        );
    }

    // What is gone stands where it stood, before what came.
    private static IEnumerable<Block> Both(
        TextVersion before,
        TextVersion after,
        HashSet<BlockId> moved
    )
    {
        var at = 0;
        foreach (var block in after.Blocks)
        {
            if (before.PlaceOf(block.Id) is >= 0 and var was && !moved.Contains(block.Id))
            {
                for (; at < was; at++)
                    if (after.PlaceOf(before.Blocks[at].Id) < 0)
                        yield return before.Blocks[at];
                at = was + 1;
            }
            yield return block;
        }
        for (; at < before.Blocks.Length; at++)
            if (after.PlaceOf(before.Blocks[at].Id) < 0)
                yield return before.Blocks[at];
    }

    private static string Marked(
        TextVersion before,
        TextVersion after,
        HashSet<BlockId> moved,
        Block block,
        HtmlWords words
    )
    {
        var (was, now) = (before.PlaceOf(block.Id), after.PlaceOf(block.Id));
        if (now < 0)
            return Mark("del", words.Deleted, words.End, HtmlWriter.Body(block));
        if (was < 0)
            return Mark("ins", words.Inserted, words.End, HtmlWriter.Body(block));
        var old = before.Blocks[was];
        var label =
            old.Label == block.Label
                ? HtmlWriter.Label(block)
                : Change(HtmlWriter.Label(old), HtmlWriter.Label(block), words);
        var body =
            block.Kind == BlockKind.Row
                ? old.Text.Equals(block.Text)
                    ? HtmlWriter.Row(block)
                    : Change(HtmlWriter.Row(old), HtmlWriter.Row(block), words)
                : label + Worded(old.Text, block.Text, words);
        return moved.Contains(block.Id)
            ? $"<span class=\"moved\">{Beside(words.Moved)}{body}</span>"
            : body;
    }

    private static string Worded(Prose old, Prose text, HtmlWords words)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (var edit in Alignment.Readable(old, text))
        {
            Append(html, text.Words[at..edit.NewFrom], at == 0);
            if (edit.To > edit.From)
                html.Append(edit.From > 0 ? " " : "")
                    .Append(
                        Mark(
                            "del",
                            words.Deleted,
                            words.End,
                            HtmlInline.Write(old.Words[edit.From..edit.To])
                        )
                    );
            if (edit.NewTo > edit.NewFrom)
                html.Append(edit.NewFrom > 0 || edit.To > edit.From ? " " : "")
                    .Append(
                        Mark(
                            "ins",
                            words.Inserted,
                            words.End,
                            HtmlInline.Write(text.Words[edit.NewFrom..edit.NewTo])
                        )
                    );
            at = edit.NewTo;
        }
        Append(html, text.Words[at..], at == 0);
        return html.ToString();
    }

    private static void Append(StringBuilder html, ImmutableArray<Word> words, bool begins) =>
        html.Append(HtmlInline.Write(words, begins && html.Length == 0));

    private static string Change(string old, string now, HtmlWords words) =>
        (old.Length == 0 ? "" : Mark("del", words.Deleted, words.End, old))
        + (now.Length == 0 ? "" : Mark("ins", words.Inserted, words.End, now));

    // Cells hold the marks, for a mark around cells is no table any more.
    private static string Mark(string tag, string before, string behind, string body) =>
        body.StartsWith("<t", StringComparison.Ordinal)
            ? body.Replace("<td>", $"<td><{tag}>{Beside(before)}", StringComparison.Ordinal)
                .Replace("<th>", $"<th><{tag}>{Beside(before)}", StringComparison.Ordinal)
                .Replace("</td>", $"{Beside(behind)}</{tag}></td>", StringComparison.Ordinal)
                .Replace("</th>", $"{Beside(behind)}</{tag}></th>", StringComparison.Ordinal)
            : $"<{tag}>{Beside(before)}{body}{Beside(behind)}</{tag}>";

    private static string Beside(string words) =>
        $"<span class=\"beside\">{HtmlInline.Encoded(words)} </span>";
}
