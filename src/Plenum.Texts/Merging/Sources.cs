using System.Collections.Immutable;
using Plenum.Texts.Words;

namespace Plenum.Texts.Merging;

/// <summary>Where the words of a composed text come from, after labels were taken out of them and empty blocks left out.</summary>
internal static class Sources
{
    public static ImmutableDictionary<BlockId, ImmutableArray<Source>> Of(
        TextVersion text,
        TextVersion before,
        IEnumerable<Block> composed,
        Dictionary<BlockId, ImmutableArray<Source>> known
    )
    {
        var sources = ImmutableDictionary.CreateBuilder<BlockId, ImmutableArray<Source>>();
        foreach (var block in composed)
        {
            if (text.PlaceOf(block.Id) is not (>= 0 and var at))
                continue;
            var final = text.Blocks[at].Text;
            var own = known.GetValueOrDefault(block.Id, []);
            if (own.IsEmpty && before.PlaceOf(block.Id) >= 0)
                own = [.. block.Text.Select((_, word) => new Source("", block.Id, word))];
            // Only at its beginning does a block lose words to its label, and only at the end a row its empty cells.
            var taken = Math.Min(own.Length, Labels.Lifted(block).Taken);
            own = own[taken..];
            sources[block.Id] = own.Length > final.Count ? own[..final.Count] : own;
        }
        return sources.ToImmutable();
    }

    // Words that one side joined come from where the first of them came from.
    public static ImmutableArray<Source> OfRead(Prose read, List<(Word Word, Source Source)> words)
    {
        var sources = ImmutableArray.CreateBuilder<Source>(read.Count);
        var (at, left) = (0, 0);
        foreach (var word in read)
        {
            while (left <= 0 && at < words.Count)
                left += words[at++].Word.Text.Length;
            sources.Add(words[Math.Max(0, at - 1)].Source);
            left -= word.Text.Length;
        }
        return sources.ToImmutable();
    }
}
