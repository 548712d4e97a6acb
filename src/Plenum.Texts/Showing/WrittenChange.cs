using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Words;

namespace Plenum.Texts.Showing;

/// <summary>What is done at a place that is cited.</summary>
public enum Act
{
    /// <summary>Words are put in place of others.</summary>
    Replace,

    /// <summary>Words are struck.</summary>
    Delete,

    /// <summary>Words are inserted.</summary>
    Insert,

    /// <summary>The words stay; emphasis, links or spaces change.</summary>
    Restyle,

    /// <summary>A block is inserted.</summary>
    InsertBlock,

    /// <summary>A block is struck.</summary>
    DeleteBlock,

    /// <summary>A block is moved.</summary>
    Move,

    /// <summary>A block is given another label.</summary>
    Renumber,

    /// <summary>A block becomes another kind, or stands deeper or less deep.</summary>
    Reshape,
}

/// <summary>A place as people cite it: the label of the block, or which of its kind it is, with its lines.</summary>
/// <param name="Block">The block; <see cref="BlockId.Start" /> for the beginning of the text.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Label">Its label; empty for none.</param>
/// <param name="Number">Which of its kind it is, from 1.</param>
/// <param name="FirstLine">The first line; 0 where there is none.</param>
/// <param name="LastLine">The last line.</param>
public readonly record struct Citation(
    BlockId Block,
    BlockKind Kind,
    string Label,
    int Number,
    int FirstLine,
    int LastLine
);

/// <summary>
/// One entry of a written list of changes: what a screen reader hears and a lawyer cites. Sentences are made of it in the
/// language of whoever reads.
/// </summary>
/// <param name="Act">What is done.</param>
/// <param name="At">Where; for a block that is new or moved, the block behind which it stands then.</param>
/// <param name="Deleted">The words struck, in Markdown; what is moved or renumbered; empty for none.</param>
/// <param name="Inserted">The words that come, in Markdown; the new label; empty for none.</param>
/// <param name="Behind">The words before an insertion; empty at the beginning.</param>
public sealed record WrittenChange(
    Act Act,
    Citation At,
    string Deleted,
    string Inserted,
    string Behind
)
{
    private const int WordsBehind = 3;

    /// <summary>The list, in the order of the older version; new and moved blocks at the end.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="lines">The lines of the older version.</param>
    public static ImmutableArray<WrittenChange> Of(
        TextVersion before,
        TextVersion after,
        LineNumbers lines
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        var cited = new Cited(before, lines);
        var list = ImmutableArray.CreateBuilder<WrittenChange>();
        var worded = new HashSet<BlockId>();
        foreach (var change in Comparison.Of(before, after).Changes)
            if (change is not Change.Replace(var id, _, _, _))
                list.Add(Whole(cited, before, change));
            else if (worded.Add(id))
                list.AddRange(
                    Worded(
                        cited,
                        before.Blocks[before.PlaceOf(id)],
                        after.Blocks[after.PlaceOf(id)]
                    )
                );
        return list.ToImmutable();
    }

    private static WrittenChange Whole(Cited cited, TextVersion before, Change change)
    {
        var at = before.PlaceOf(change.About);
        var was = at < 0 ? "" : Text(before.Blocks[at]);
        return change switch
        {
            Change.Insert(var behind, var block) => new(
                Act.InsertBlock,
                cited.At(behind),
                "",
                Text(block),
                ""
            ),
            Change.Delete => new(Act.DeleteBlock, cited.At(change.About), was, "", ""),
            Change.Move(_, var behind) => new(Act.Move, cited.At(behind), was, "", ""),
            Change.Renumber(_, var label) => new(
                Act.Renumber,
                cited.At(change.About),
                before.Blocks[at].Label,
                label,
                ""
            ),
            Change.Reshape(_, var kind, var level) => new(
                Act.Reshape,
                cited.At(change.About),
                was,
                $"{kind} {level}",
                ""
            ),
            _ => throw new InvalidOperationException("a comparison neither splits nor joins"),
        };
    }

    private static IEnumerable<WrittenChange> Worded(Cited cited, Block was, Block now)
    {
        var edits = Alignment.Readable(was.Text, now.Text);
        if (edits.Count == 0)
            yield return new(Act.Restyle, cited.At(was.Id), Text(was), Text(now), "");
        foreach (var edit in edits)
            yield return new WrittenChange(
                edit.From == edit.To ? Act.Insert
                    : edit.NewFrom == edit.NewTo ? Act.Delete
                    : Act.Replace,
                cited.At(was.Id, edit.From, edit.To),
                Text(was.Text.Slice(edit.From, edit.To)),
                Text(now.Text.Slice(edit.NewFrom, edit.NewTo)),
                Text(was.Text.Slice(Math.Max(0, edit.From - WordsBehind), edit.From))
            );
    }

    private static string Text(Block block) =>
        (block.Label.Length == 0 ? "" : block.Label + " ") + Text(block.Text);

    private static string Text(Prose prose) => Marking.MarkdownWriter.Write(prose);

    private sealed class Cited(TextVersion text, LineNumbers lines)
    {
        private readonly Dictionary<BlockId, int> _numbers = Numbered(text);

        public Citation At(BlockId id) =>
            text.PlaceOf(id) is >= 0 and var at
                ? At(id, 0, text.Blocks[at].Text.Count)
                : new(BlockId.Start, BlockKind.Paragraph, "", 0, 0, 0);

        public Citation At(BlockId id, int from, int to)
        {
            var block = text.Blocks[text.PlaceOf(id)];
            var (first, last) = lines.Of(id, from, to);
            return new(
                id,
                block.Kind,
                block.Label == "-" ? "" : block.Label,
                _numbers[id],
                first,
                last
            );
        }

        private static Dictionary<BlockId, int> Numbered(TextVersion text)
        {
            var (numbers, counts) = (
                new Dictionary<BlockId, int>(),
                new int[Enum.GetValues<BlockKind>().Length]
            );
            foreach (var block in text.Blocks)
                numbers.Add(block.Id, ++counts[(int)block.Kind]);
            return numbers;
        }
    }
}
