using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Words;

namespace Plenum.Texts.Comparing;

/// <summary>How many words stayed, came and went; marks are not counted.</summary>
/// <param name="Kept">Words that both versions have.</param>
/// <param name="Inserted">Words that only the newer one has.</param>
/// <param name="Deleted">Words that only the older one has.</param>
public readonly record struct WordCount(int Kept, int Inserted, int Deleted);

/// <summary>What two versions of a text differ in: commands that make the newer one of the older, and figures.</summary>
/// <param name="Changes">The commands, in the order of the older version.</param>
/// <param name="Words">The figures.</param>
public sealed record Comparison(ImmutableArray<Change> Changes, WordCount Words)
{
    /// <summary>Compares two versions whose blocks are called alike; <see cref="Matching" /> sees to that for texts without ids.</summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The newer one.</param>
    public static Comparison Of(TextVersion before, TextVersion after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(Between(before, after, Alignment.Exact), Counted(before, after));
    }

    /// <summary>
    /// The changes as an amendment others can be composed with: where it is not certain which of several equal words was
    /// changed, all of them are replaced, so that whoever touches one of them is told.
    /// </summary>
    /// <param name="before">The version it was made from.</param>
    /// <param name="after">The version with its changes.</param>
    public static ImmutableArray<Change> Cautious(TextVersion before, TextVersion after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Between(before, after, Alignment.Cautious);
    }

    private static ImmutableArray<Change> Between(
        TextVersion before,
        TextVersion after,
        Func<Prose, Prose, List<WordEdit>> words
    )
    {
        var fixedIn = Fixed(before, after);
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var block in before.Blocks)
        {
            if (after.PlaceOf(block.Id) is not (>= 0 and var at))
            {
                changes.Add(new Change.Delete(block.Id));
                continue;
            }
            var now = after.Blocks[at];
            if (block.Label != now.Label)
                changes.Add(new Change.Renumber(block.Id, now.Label));
            if ((block.Kind, block.Level) != (now.Kind, now.Level))
                changes.Add(new Change.Reshape(block.Id, now.Kind, now.Level));
            if (!block.Text.Equals(now.Text))
                foreach (var edit in words(block.Text, now.Text))
                    changes.Add(
                        new Change.Replace(block.Id, edit.From, edit.To, new Prose(edit.With))
                    );
        }
        var behind = BlockId.Start;
        foreach (var block in after.Blocks)
        {
            if (fixedIn.Contains(block.Id))
                behind = block.Id;
            else if (before.PlaceOf(block.Id) < 0)
                changes.Add(new Change.Insert(behind, block));
            else
                changes.Add(new Change.Move(block.Id, behind));
        }
        return changes.ToImmutable();
    }

    private static WordCount Counted(TextVersion before, TextVersion after)
    {
        var (kept, inserted, deleted) = (0, 0, 0);
        foreach (var block in before.Blocks)
        {
            if (after.PlaceOf(block.Id) is not (>= 0 and var at))
            {
                deleted += WordsIn(block.Text, 0, block.Text.Count) + WordsIn(block.Label);
                continue;
            }
            var now = after.Blocks[at];
            var (label, was) = (WordsIn(now.Label), WordsIn(block.Label));
            if (now.Label == block.Label)
                kept += label;
            else
                (inserted, deleted) = (inserted + label, deleted + was);
            var (gone, come) = (0, 0);
            foreach (
                var edit in block.Text.Equals(now.Text) ? [] : Alignment.Of(block.Text, now.Text)
            )
            {
                gone += WordsIn(block.Text, edit.From, edit.To);
                come += WordsIn(now.Text, edit.NewFrom, edit.NewTo);
            }
            kept += WordsIn(block.Text, 0, block.Text.Count) - gone;
            (inserted, deleted) = (inserted + come, deleted + gone);
        }
        foreach (var block in after.Blocks.Where(block => before.PlaceOf(block.Id) < 0))
            inserted += WordsIn(block.Text, 0, block.Text.Count) + WordsIn(block.Label);
        return new WordCount(kept, inserted, deleted);
    }

    internal static int WordsIn(Prose text, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            words += text[i].IsWord ? 1 : 0;
        return words;
    }

    private static int WordsIn(string label) =>
        Prose.Of(label) is var words ? WordsIn(words, 0, words.Count) : 0;

    // The longest run of blocks that stand in the same order in both: they stay, the others have moved.
    private static HashSet<BlockId> Fixed(TextVersion before, TextVersion after)
    {
        var shared = after.Blocks.Where(block => before.PlaceOf(block.Id) >= 0).ToArray();
        var places = Array.ConvertAll(shared, block => before.PlaceOf(block.Id));
        var (ends, links) = (new List<int>(), new int[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (places[ends[middle]] < places[i])
                    low = middle + 1;
                else
                    high = middle;
            }
            links[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }
        var stay = new HashSet<BlockId>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = links[i])
            stay.Add(shared[i].Id);
        return stay;
    }
}
