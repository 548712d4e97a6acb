using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.Texts.Words;

/// <summary>Divides text into words and marks, after Unicode's UAX 29 with inner hyphens kept.</summary>
internal static class WordReader
{
    /// <summary>A piece of text that is set in one way.</summary>
    public readonly record struct Piece(string Text, Style Style = Style.Plain, string Link = "");

    /// <summary>The words of pieces that follow each other; a word that begins in one and ends in another is set as both.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="fragment">Whether what stands before the first word counts, because the words go into others.</param>
    public static ImmutableArray<Word> Read(IEnumerable<Piece> pieces, bool fragment = false)
    {
        var all = pieces.Where(piece => piece.Text.Length > 0).ToList();
        var text = string.Concat(all.Select(piece => piece.Text));
        // What the pieces say of a place is lost where composing letters changes its length.
        if (text.IsNormalized(NormalizationForm.FormC))
            return Read(text, all, fragment);
        all =
        [
            .. all.Select(piece =>
                piece with
                {
                    Text = piece.Text.Normalize(NormalizationForm.FormC),
                }
            ),
        ];
        var joined = string.Concat(all.Select(piece => piece.Text));
        var whole = joined.Normalize(NormalizationForm.FormC);
        return joined == whole
            ? Read(joined, all, fragment)
            : Read(whole, [all[0] with { Text = whole }], fragment);
    }

    private static ImmutableArray<Word> Read(string text, List<Piece> pieces, bool fragment)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var (at, piece, pieceEnd) = (0, 0, pieces.Count > 0 ? pieces[0].Text.Length : 0);
        while (at < text.Length)
        {
            var gap = Gap.None;
            var spaces = at;
            while (at < text.Length && IsSpace(text[at]))
                gap = Wider(gap, text[at++], at - 1 == spaces);
            if (at == text.Length)
                break;
            var end = EndOf(text, at);
            while (at >= pieceEnd)
                pieceEnd += pieces[++piece].Text.Length;
            var (style, link) = (pieces[piece].Style, pieces[piece].Link);
            while (end > pieceEnd)
            {
                pieceEnd += pieces[++piece].Text.Length;
                style |= pieces[piece].Style;
                link = link.Length > 0 ? link : pieces[piece].Link;
            }
            var first = words.Count == 0 ? !fragment : words[^1].IsCell;
            words.Add(
                text[at] == '\t'
                    ? new Word(Word.Cell, Gap.None)
                    : new Word(text[at..end], first ? Gap.Space : gap, style, link)
            );
            at = end;
        }
        Settle(words);
        return words.ToImmutable();
    }

    // Emphasis cannot begin between a letter and a mark, nor end between a mark and a letter: Markdown has no way to say it.
    private static void Settle(ImmutableArray<Word>.Builder words)
    {
        const Style marks = Style.Emphasis | Style.Strong;
        for (var i = 1; i < words.Count; i++)
            if (
                Close(words[i - 1], words[i])
                && !words[i - 1].Style.HasFlag(Style.Code)
                && !Signs.IsMark(words[i - 1].Text.EnumerateRunes().Last())
                && (words[i - 1].Style & ~words[i].Style & marks) == Style.Plain
            )
                words[i] = words[i] with
                {
                    Style = words[i].Style & (words[i - 1].Style | Style.Code),
                };
        for (var i = words.Count - 1; i > 0; i--)
            if (
                Close(words[i - 1], words[i])
                && !words[i].Style.HasFlag(Style.Code)
                && !Signs.IsMark(Rune.GetRuneAt(words[i].Text, 0))
                && (words[i].Style & ~words[i - 1].Style & marks) == Style.Plain
            )
                words[i - 1] = words[i - 1] with
                {
                    Style = words[i - 1].Style & (words[i].Style | Style.Code),
                };
    }

    private static bool Close(Word before, Word word) =>
        word.Gap == Gap.None && before.Link == word.Link && !before.IsCell && !word.IsCell;

    private static bool IsSpace(char sign) => sign != '\t' && char.IsWhiteSpace(sign);

    private static Gap Wider(Gap gap, char space, bool first) =>
        gap == Gap.Break || space == '\n' ? Gap.Break
        : Signs.IsFixed(space) && (first || gap == Gap.Fixed) ? Gap.Fixed
        : Gap.Space;

    private static int EndOf(string text, int at)
    {
        var rune = RuneAt(text, at);
        if (text[at] == '\t')
            return at + 1;
        if (!Signs.IsInWord(rune))
            return at + Math.Max(1, StringInfo.GetNextTextElementLength(text, at));
        if (Signs.StandsAlone(rune))
            return WithMarks(text, at + rune.Utf16SequenceLength);
        var end = at + rune.Utf16SequenceLength;
        while (end < text.Length)
        {
            var next = RuneAt(text, end);
            if (Signs.IsInWord(next) && !Signs.StandsAlone(next))
                end += next.Utf16SequenceLength;
            else if (Joined(text, end))
                end++;
            else
                break;
        }
        return end;
    }

    // One sign between two letters, or a stop between two digits.
    private static bool Joined(string text, int at)
    {
        if (at + 1 >= text.Length)
            return false;
        if (Signs.JoinsDigits(text[at]))
            return char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
        return Signs.Joins(text[at])
            && RuneAt(text, at + 1) is var after
            && Rune.IsLetterOrDigit(after)
            && !Signs.StandsAlone(after);
    }

    private static int WithMarks(string text, int end)
    {
        while (
            end < text.Length
            && RuneAt(text, end) is var next
            && Signs.IsInWord(next)
            && !Rune.IsLetterOrDigit(next)
        )
            end += next.Utf16SequenceLength;
        return end;
    }

    private static Rune RuneAt(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
}
