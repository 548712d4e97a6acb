using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Words;

namespace Plenum.Texts.Comparing;

/// <summary>Which words of two texts are the same words, and what was put in place of what.</summary>
internal static class Alignment
{
    private const int ShortIsland = 3;

    // In tenths; beyond it a reader sees more of the changes than of the text.
    private const int MostChanged = 6;
    private const int LeastWords = 12;

    /// <summary>The edits by words alone, each shifted to where a sentence begins and ends if it can be.</summary>
    public static List<Edit> Of(Prose a, Prose b) => Of(a, b, out _);

    private static List<Edit> Of(Prose a, Prose b, out List<(int Low, int High)> slack)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var edits = ShortestEdits.Of(Numbered(a, numbers), Numbered(b, numbers));
        slack = [];
        for (var i = 0; i < edits.Count; i++)
        {
            var (before, after) = (
                i == 0 ? 0 : edits[i - 1].To + 1,
                i == edits.Count - 1 ? a.Count : edits[i + 1].From - 1
            );
            var (low, high) = (0, 0);
            if (edits[i].From == edits[i].To || edits[i].NewFrom == edits[i].NewTo)
                (edits[i], low, high) = Shifted(a, b, edits[i], before, after);
            slack.Add((low, high));
        }
        return edits;
    }

    /// <summary>The edits as they are, down to emphasis and spaces.</summary>
    public static List<WordEdit> Exact(Prose a, Prose b) =>
        [.. Joined(b, WithRestyled(a, b, Of(a, b)))];

    /// <summary>
    /// The edits as others may rely on them: a place that is not certain, because the same words stand beside it, is taken
    /// whole; and so are one or two words that stayed between words that were replaced.
    /// </summary>
    public static List<WordEdit> Cautious(Prose a, Prose b)
    {
        var edits = Of(a, b, out var slack);
        for (var i = 0; i < edits.Count; i++)
        {
            var (low, high) = slack[i];
            var edit = edits[i];
            edits[i] = new Edit(
                edit.From - low,
                edit.To + high,
                edit.NewFrom - low,
                edit.NewTo + high
            );
        }
        for (var i = edits.Count - 1; i > 0; i--)
            if (edits[i - 1].To >= edits[i].From || IsIsland(a, edits[i - 1], edits[i]))
            {
                edits[i - 1] = new Edit(
                    edits[i - 1].From,
                    edits[i].To,
                    edits[i - 1].NewFrom,
                    edits[i].NewTo
                );
                edits.RemoveAt(i);
            }
        return [.. Joined(b, WithRestyled(a, b, edits))];
    }

    /// <summary>The edits as people read them: what is replaced word by word is replaced as a whole, and so is what hardly stayed.</summary>
    public static List<Edit> Readable(Prose a, Prose b)
    {
        var edits = Of(a, b);
        for (var i = edits.Count - 1; i > 0; i--)
            if (IsIsland(a, edits[i - 1], edits[i]))
            {
                edits[i - 1] = edits[i - 1] with { To = edits[i].To, NewTo = edits[i].NewTo };
                edits.RemoveAt(i);
            }
        var (gone, words) = (
            edits.Sum(edit => Comparison.WordsIn(a, edit.From, edit.To)),
            Comparison.WordsIn(a, 0, a.Count)
        );
        return edits.Count > 1 && words >= LeastWords && gone * 10 > words * MostChanged
            ? [new Edit(0, a.Count, 0, b.Count)]
            : edits;
    }

    private static bool IsIsland(Prose a, Edit before, Edit after)
    {
        if (before.From == before.To || after.From == after.To)
            return false;
        var (words, length) = (0, after.From - before.To);
        if (length > Math.Max(before.To - before.From, after.To - after.From))
            return false;
        for (var i = before.To; i < after.From && words < ShortIsland; i++)
            words += a[i].IsWord ? 1 : 0;
        return words < ShortIsland;
    }

    private static int[] Numbered(Prose prose, Dictionary<string, int> numbers)
    {
        var list = new int[prose.Count];
        for (var i = 0; i < list.Length; i++)
        {
            var key = prose[i].Key;
            if (!numbers.TryGetValue(key, out list[i]))
                numbers.Add(key, list[i] = numbers.Count);
        }
        return list;
    }

    // An insertion or a deletion that could as well stand elsewhere stands where a sentence does, else as far behind as it can.
    private static (Edit Edit, int Low, int High) Shifted(
        Prose a,
        Prose b,
        Edit edit,
        int before,
        int after
    )
    {
        var inserts = edit.From == edit.To;
        var text = inserts ? b : a;
        var (from, to) = inserts ? (edit.NewFrom, edit.NewTo) : (edit.From, edit.To);
        var (low, high) = (0, 0);
        while (
            edit.From - low > before
            && edit.NewFrom - low > 0
            && text[from - low - 1].Key == text[to - low - 1].Key
        )
            low++;
        while (
            edit.To + high < after
            && to + high < text.Count
            && text[from + high].Key == text[to + high].Key
        )
            high++;
        if (low + high == 0)
            return (edit, 0, 0);
        for (var shift = high; shift >= -low; shift--)
            if (
                Signs.EndsSentence(text[to + shift - 1].Text)
                && (from + shift == 0 || Signs.EndsSentence(text[from + shift - 1].Text))
            )
                return (By(edit, shift), 0, 0);
        return (By(edit, high), low + high, 0);
    }

    private static Edit By(Edit edit, int shift) =>
        new(edit.From + shift, edit.To + shift, edit.NewFrom + shift, edit.NewTo + shift);

    // Words that stayed but are set otherwise are edits too, for whoever applies them.
    private static IEnumerable<Edit> WithRestyled(Prose a, Prose b, List<Edit> edits)
    {
        var (i, j) = (0, 0);
        foreach (var edit in edits.Append(new Edit(a.Count, a.Count, b.Count, b.Count)))
        {
            for (; i < edit.From; i++, j++)
                if (a[i] != b[j])
                    yield return new Edit(i, i + 1, j, j + 1);
            if (edit.To > edit.From || edit.NewTo > edit.NewFrom)
                yield return edit;
            (i, j) = (edit.To, edit.NewTo);
        }
    }

    private static IEnumerable<WordEdit> Joined(Prose b, IEnumerable<Edit> edits)
    {
        Edit? open = null;
        foreach (var edit in edits)
        {
            if (open is { } last && last.To == edit.From)
                open = last with { To = edit.To, NewTo = edit.NewTo };
            else
            {
                if (open is { } done)
                    yield return Made(b, done);
                open = edit;
            }
        }
        if (open is { } end)
            yield return Made(b, end);
    }

    private static WordEdit Made(Prose b, Edit edit) =>
        new(edit.From, edit.To, b.Words[edit.NewFrom..edit.NewTo]);
}
