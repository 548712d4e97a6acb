using System.Collections.Immutable;

namespace Plenum.Web.Pieces;

/// <summary>A run of words in a comparison of two texts.</summary>
public abstract record WordRun
{
    private WordRun(string words) => Words = words;

    public string Words { get; }

    public sealed record Kept(string Text) : WordRun(Text);

    public sealed record Added(string Text) : WordRun(Text);

    public sealed record Removed(string Text) : WordRun(Text);

    /// <summary>The shortest change from one text to another, in whole words (longest common subsequence).</summary>
    public static ImmutableArray<WordRun> Between(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = now.Length - 1; j >= 0; j--)
            common[i, j] =
                old[i] == now[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);

        var words = new List<WordRun>();
        var (at, to) = (0, 0);
        while (at < old.Length || to < now.Length)
            if (at < old.Length && to < now.Length && old[at] == now[to])
                (at, to) = (at + 1, Add(words, new Kept(now[to]), to));
            else if (
                at < old.Length
                && (to == now.Length || common[at + 1, to] >= common[at, to + 1])
            )
                words.Add(new Removed(old[at++]));
            else
                words.Add(new Added(now[to++]));
        return Joined(words);
    }

    private static int Add(List<WordRun> words, WordRun run, int at)
    {
        words.Add(run);
        return at + 1;
    }

    private static string[] Split(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<WordRun> Joined(List<WordRun> words)
    {
        var runs = new List<WordRun>();
        foreach (var word in words)
            if (runs.Count > 0 && runs[^1].GetType() == word.GetType())
                runs[^1] = Longer(runs[^1], word.Words);
            else
                runs.Add(word);
        return [.. runs];
    }

    private static WordRun Longer(WordRun run, string word) =>
        run switch
        {
            Kept kept => new Kept($"{kept.Words} {word}"),
            Added added => new Added($"{added.Words} {word}"),
            Removed removed => new Removed($"{removed.Words} {word}"),
        };
}
