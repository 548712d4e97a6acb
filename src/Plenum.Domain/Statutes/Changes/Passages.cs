using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>Whether words stand in both texts or in one.</summary>
public enum PassageKind
{
    Kept,
    Struck,
    Added,
}

/// <summary>Words that stand together and share one fate.</summary>
public sealed record Passage(PassageKind Kind, string Text);

/// <summary>Two texts word by word: the longest common words are kept, the rest is struck out or added.</summary>
public static class Passages
{
    // Above this many comparisons a whole text is shown as replaced: nobody reads a longer comparison anyhow.
    private const long MostCells = 4_000_000;

    public static EquatableArray<Passage> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
            head++;
        var tail = 0;
        while (
            tail < Math.Min(old.Length, now.Length) - head && old[^(tail + 1)] == now[^(tail + 1)]
        )
            tail++;
        var runs = new Runs();
        runs.Add(PassageKind.Kept, old[..head]);
        Middle(old[head..^tail], now[head..^tail], runs);
        runs.Add(PassageKind.Kept, old[^tail..]);
        return runs.All();
    }

    private static ImmutableArray<string> Words(string text) =>
        [.. text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)];

    private static void Middle(ImmutableArray<string> old, ImmutableArray<string> now, Runs runs)
    {
        if ((long)old.Length * now.Length > MostCells)
        {
            runs.Add(PassageKind.Struck, old);
            runs.Add(PassageKind.Added, now);
            return;
        }
        var common = Common(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                runs.Add(PassageKind.Kept, [old[i++]]);
                j++;
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
                runs.Add(PassageKind.Struck, [old[i++]]);
            else
                runs.Add(PassageKind.Added, [now[j++]]);
    }

    // How many words the rest of both can share, from every pair of places.
    private static int[,] Common(ImmutableArray<string> old, ImmutableArray<string> now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = now.Length - 1; j >= 0; j--)
            common[i, j] =
                old[i] == now[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private sealed class Runs
    {
        private readonly List<(PassageKind Kind, List<string> Words)> _runs = [];

        public void Add(PassageKind kind, IEnumerable<string> words)
        {
            foreach (var word in words)
                if (_runs.Count > 0 && _runs[^1].Kind == kind)
                    _runs[^1].Words.Add(word);
                else
                    _runs.Add((kind, [word]));
        }

        public EquatableArray<Passage> All() =>
            _runs.Select(r => new Passage(r.Kind, string.Join(' ', r.Words))).ToEquatable();
    }
}
