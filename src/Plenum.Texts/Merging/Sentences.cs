using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Merging;

/// <summary>The sentences around a dispute, and how a side has them.</summary>
internal static class Sentences
{
    /// <summary>What is in dispute in a block, told by whole sentences.</summary>
    public static IEnumerable<Conflict> Told(
        Block block,
        ImmutableArray<string> names,
        List<WordGroup> disputed,
        List<WordGroup> groups
    )
    {
        var told = new List<(int From, int To, ImmutableHashSet<int> Sides)>();
        foreach (var group in disputed)
        {
            var sides = group.Sides.ToImmutableHashSet();
            var (from, to) = Around(block.Text, group.From, group.To, groups, sides);
            while (told is [.., var last] && last.To > from)
            {
                sides = sides.Union(last.Sides);
                (from, to) = Around(
                    block.Text,
                    Math.Min(from, last.From),
                    Math.Max(to, last.To),
                    groups,
                    sides
                );
                told.RemoveAt(told.Count - 1);
            }
            told.Add((from, to, sides));
        }
        foreach (var (from, to, sides) in told)
            yield return new Conflict(
                Dispute.Words,
                block.Id,
                MarkdownWriter.Write(block.Text.Slice(from, to)),
                [
                    .. sides
                        .Order()
                        .Select(side => new Side(
                            names[side],
                            MarkdownWriter.Write(
                                As(block.Text, from, to, groups.SelectMany(group => group.Of(side)))
                            )
                        )),
                ]
            );
    }

    /// <summary>Wide enough that no edit of any of the sides reaches over the edge.</summary>
    public static (int From, int To) Around(
        Prose text,
        int from,
        int to,
        List<WordGroup> groups,
        ImmutableHashSet<int> sides
    )
    {
        // At the very end there is no sentence to come: the last one is told.
        if (from == to && to == text.Count && from > 0)
            from--;
        for (var wider = true; wider; )
        {
            while (from > 0 && !Signs.EndsSentence(text[from - 1].Text))
                from--;
            while (
                to < text.Count && (to == 0 || to == from || !Signs.EndsSentence(text[to - 1].Text))
            )
                to++;
            wider = false;
            foreach (
                var edit in groups
                    .SelectMany(group => group.Edits)
                    .Where(e => sides.Contains(e.Side))
                    .Select(e => e.Edit)
            )
                if ((edit.From < from && edit.To > from) || (edit.From < to && edit.To > to))
                    (from, to, wider) = (Math.Min(from, edit.From), Math.Max(to, edit.To), true);
        }
        return (from, to);
    }

    public static Prose As(Prose text, int from, int to, IEnumerable<WordEdit> edits)
    {
        var words = new List<Word>();
        var at = from;
        foreach (var edit in edits.Where(edit => edit.From >= from && edit.To <= to))
        {
            words.AddRange(text.Words[at..edit.From]);
            words.AddRange(edit.With);
            at = edit.To;
        }
        words.AddRange(text.Words[at..to]);
        return Prose.Of(words);
    }
}
