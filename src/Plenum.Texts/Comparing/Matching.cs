using System.Collections.Immutable;
using Plenum.Texts.Words;

namespace Plenum.Texts.Comparing;

/// <summary>
/// Gives the blocks of a text that was written as a whole the ids of the version it was made from: those that say the same
/// first, then those that share half of their words and pairs of words, in their order before others. The rest are new.
/// </summary>
public static class Matching
{
    private const double Alike = 0.5;
    private const int MostHolders = 64;

    /// <summary>The same text, its blocks called as in the version they come from.</summary>
    /// <param name="before">The version it was made from.</param>
    /// <param name="written">The text, with ids of its own.</param>
    public static TextVersion Attach(TextVersion before, TextVersion written)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(written);
        var found = new int[written.Blocks.Length];
        Array.Fill(found, -1);
        var taken = new bool[before.Blocks.Length];
        Same(before, written, found, taken, block => KeyOf(block, whole: true));
        Same(before, written, found, taken, block => KeyOf(block, whole: false));
        Similar(before, written, found, taken);
        return TextVersion.Of(
            written.Blocks.Select(
                (block, at) =>
                    found[at] < 0 ? block : block with { Id = before.Blocks[found[at]].Id }
            )
        );
    }

    // In order first; then whatever says the same elsewhere has moved.
    private static void Same(
        TextVersion before,
        TextVersion written,
        int[] found,
        bool[] taken,
        Func<Block, string> key
    )
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] Numbered(ImmutableArray<Block> blocks, Func<int, bool> used) =>
            [
                .. blocks.Select(
                    (block, at) =>
                        // What has its partner already is like nothing else.
                        used(at) ? -1 - at
                        : numbers.TryGetValue(key(block), out var known) ? known
                        : numbers[key(block)] = numbers.Count
                ),
            ];
        var a = Numbered(before.Blocks, at => taken[at]);
        var b = Numbered(written.Blocks, at => found[at] >= 0);
        for (var at = 0; at < a.Length; at++)
            if (taken[at])
                a[at] = int.MinValue + at;
        var (i, j) = (0, 0);
        foreach (
            var edit in ShortestEdits
                .Of(a, b)
                .Append(new Edit(a.Length, a.Length, b.Length, b.Length))
        )
        {
            for (; i < edit.From; i++, j++)
                Take(i, j, found, taken);
            (i, j) = (edit.To, edit.NewTo);
        }
        var left = new Dictionary<int, Queue<int>>();
        for (var at = 0; at < a.Length; at++)
            if (!taken[at] && before.Blocks[at].Kind != BlockKind.Rule)
            {
                if (!left.TryGetValue(a[at], out var places))
                    left.Add(a[at], places = new Queue<int>());
                places.Enqueue(at);
            }
        for (var at = 0; at < b.Length; at++)
            if (
                found[at] < 0
                && left.TryGetValue(b[at], out var places)
                && places.TryDequeue(out var from)
            )
                Take(from, at, found, taken);
    }

    private static void Take(int from, int to, int[] found, bool[] taken) =>
        (found[to], taken[from]) = (from, true);

    private static string KeyOf(Block block, bool whole) =>
        string.Join(
            '\u0001',
            block
                .Text.Select(word => word.Key)
                .Append(whole ? block.Label : "")
                .Append(whole || block.Text.Count == 0 ? block.Kind.ToString() : "")
        );

    private static void Similar(TextVersion before, TextVersion written, int[] found, bool[] taken)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var runs = new int[before.Blocks.Length];
        for (var at = 0; at < taken.Length; at++)
        {
            if (taken[at])
                continue;
            var own = Runs(before.Blocks[at]);
            runs[at] = own.Count;
            foreach (var run in own)
            {
                if (!holders.TryGetValue(run, out var list))
                    holders.Add(run, list = []);
                list.Add(at);
            }
        }
        var pairs = new List<(int From, int To, double Shared)>();
        for (var at = 0; at < found.Length; at++)
        {
            if (found[at] >= 0)
                continue;
            var own = Runs(written.Blocks[at]);
            var shared = new Dictionary<int, int>();
            foreach (var run in own)
            foreach (var from in holders.GetValueOrDefault(run) ?? [])
                shared[from] = shared.GetValueOrDefault(from) + 1;
            pairs.AddRange(
                shared
                    .Select(s => (s.Key, at, 2.0 * s.Value / (own.Count + runs[s.Key])))
                    .Where(s => s.Item3 >= Alike)
            );
        }
        foreach (
            var (from, to, _) in pairs
                .OrderByDescending(p => p.Shared)
                .ThenBy(p => Math.Abs(p.From - p.To))
                .ThenBy(p => p.To)
        )
            if (!taken[from] && found[to] < 0)
                Take(from, to, found, taken);
        Between(before, written, found, taken);
    }

    // One block between the same two neighbours, of the same kind and number, is that block however its words changed.
    private static void Between(TextVersion before, TextVersion written, int[] found, bool[] taken)
    {
        for (var at = 0; at < found.Length; at++)
        {
            if (found[at] >= 0)
                continue;
            var from =
                at == 0 ? 0
                : found[at - 1] < 0 ? -1
                : found[at - 1] + 1;
            if (from < 0 || from >= taken.Length || taken[from])
                continue;
            var closes =
                at + 1 == found.Length ? from + 1 == taken.Length : found[at + 1] == from + 1;
            var (was, block) = (before.Blocks[from], written.Blocks[at]);
            if (closes && was.Kind == block.Kind && SharesWords(was, block))
                Take(from, at, found, taken);
        }
    }

    private static bool SharesWords(Block was, Block block)
    {
        var words = was
            .Text.Where(word => word.IsWord)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);
        return was.Label.Length > 0 && was.Label == block.Label
            || block.Text.Any(word => word.IsWord && words.Contains(word.Key));
    }

    private static HashSet<string> Runs(Block block)
    {
        var words = block.Text.Where(word => word.IsWord).Select(word => word.Key).ToList();
        var runs = words.ToHashSet(StringComparer.Ordinal);
        for (var at = 1; at < words.Count; at++)
            runs.Add(words[at - 1] + " " + words[at]);
        return runs;
    }
}
