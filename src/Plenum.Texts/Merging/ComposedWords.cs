using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Merging;

/// <summary>The words of one block with the edits of several sides in them.</summary>
internal sealed class ComposedWords
{
    private readonly Block _block;
    private readonly ImmutableArray<string> _names;
    private readonly List<(Word Word, Source Source)> _words = [];
    private readonly List<Conflict> _conflicts = [];
    private readonly List<(string First, string Second)> _adjacent = [];

    private ComposedWords(Block block, ImmutableArray<string> names) =>
        (_block, _names) = (block, names);

    public Prose Text { get; private set; } = Prose.Empty;

    public ImmutableArray<Source> Sources { get; private set; } = [];

    public IReadOnlyList<Conflict> Conflicts => _conflicts;

    public IReadOnlyList<(string First, string Second)> Adjacent => _adjacent;

    /// <summary>Composes.</summary>
    /// <param name="block">The block of the base.</param>
    /// <param name="edits">The edits, each with the number of its side.</param>
    /// <param name="names">The names of the sides.</param>
    /// <param name="ordered">Whether insertions at one place stand in the order of their sides.</param>
    public static ComposedWords Of(
        Block block,
        IReadOnlyList<(int Side, WordEdit Edit)> edits,
        ImmutableArray<string> names,
        bool ordered
    )
    {
        var composed = new ComposedWords(block, names);
        composed.Put(WordGroup.All(edits), ordered);
        var (read, several) = (
            Prose.Of(composed._words.Select(word => word.Word)),
            edits.Select(edit => edit.Side).Distinct().Skip(1).Any()
        );
        // One side may join words as it likes; two that never saw each other may not.
        if (
            several
            && !read
                .Words.Select(w => w.Text)
                .SequenceEqual(composed._words.Select(w => w.Word.Text), StringComparer.Ordinal)
        )
            return Misread(block, edits, names);
        composed.Text = read;
        composed.Sources = Merging.Sources.OfRead(read, composed._words);
        return composed;
    }

    /// <summary>The words as one side alone would have them.</summary>
    public static Prose Alone(Block block, IEnumerable<WordEdit> edits) =>
        Of(block, [.. edits.Select(edit => (0, edit))], [""], ordered: true).Text;

    private void Put(List<WordGroup> groups, bool ordered)
    {
        var at = 0;
        WordGroup? before = null;
        var disputed = new List<WordGroup>();
        foreach (var group in groups)
        {
            Keep(at, group.From);
            at = group.To;
            var composes = group.Agrees || (ordered && group.IsInsertion);
            if (!composes)
            {
                Keep(group.From, group.To);
                disputed.Add(group);
                before = null;
                continue;
            }
            foreach (var side in group.Agrees ? group.Sides[..1] : group.Sides)
            foreach (var edit in group.Of(side))
                Bring(side, edit);
            Touch(before, group);
            before = group;
        }
        Keep(at, _block.Text.Count);
        _conflicts.AddRange(Sentences.Told(_block, _names, disputed, groups));
    }

    private void Keep(int from, int to)
    {
        for (var i = from; i < to; i++)
            _words.Add((_block.Text[i], new Source("", _block.Id, i)));
    }

    // A word that stays while something around it is replaced is still the word of the base.
    private void Bring(int side, WordEdit edit)
    {
        var stays = new int[edit.With.Length];
        Array.Fill(stays, -1);
        var (i, j) = (edit.From, 0);
        if (edit.To > edit.From)
            foreach (
                var each in Alignment
                    .Of(_block.Text.Slice(edit.From, edit.To), new Prose(edit.With))
                    .Append(new Edit(edit.To - edit.From, 0, edit.With.Length, 0))
            )
            {
                for (; i < edit.From + each.From; i++, j++)
                    stays[j] = i;
                (i, j) = (edit.From + each.To, each.NewTo);
            }
        for (var at = 0; at < stays.Length; at++)
            _words.Add(
                (
                    edit.With[at],
                    stays[at] >= 0
                        ? new Source("", _block.Id, stays[at])
                        : new Source(_names[side], BlockId.Start, 0)
                )
            );
    }

    private void Touch(WordGroup? before, WordGroup group)
    {
        if (!group.Agrees)
            for (var i = 1; i < group.Sides.Length; i++)
                _adjacent.Add((_names[group.Sides[i - 1]], _names[group.Sides[i]]));
        if (
            before is not null
            && before.To == group.From
            && !before.Sides.Intersect(group.Sides).Any()
        )
            _adjacent.Add((_names[before.Sides[^1]], _names[group.Sides[0]]));
    }

    private static ComposedWords Misread(
        Block block,
        IReadOnlyList<(int Side, WordEdit Edit)> edits,
        ImmutableArray<string> names
    )
    {
        var composed = new ComposedWords(block, names) { Text = block.Text };
        composed.Keep(0, block.Text.Count);
        composed.Sources = [.. composed._words.Select(word => word.Source)];
        composed._conflicts.Add(
            new Conflict(
                Merging.Dispute.Reading,
                block.Id,
                MarkdownWriter.Write(block.Text),
                [
                    .. edits
                        .GroupBy(edit => edit.Side)
                        .OrderBy(side => side.Key)
                        .Select(side => new Side(
                            names[side.Key],
                            MarkdownWriter.Write(Alone(block, side.Select(edit => edit.Edit)))
                        )),
                ]
            )
        );
        return composed;
    }
}
