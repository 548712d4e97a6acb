using System.Buffers;
using System.Globalization;
using System.Text;

namespace Plenum.Texts.Words;

/// <summary>What kind of sign a character is, for whoever divides a text into words.</summary>
internal static class Signs
{
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        "\u00AD\u200B\u2060\uFEFF"
    );

    private static readonly SearchValues<char> Turning = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    /// <summary>The text without signs that cannot be seen and change nothing; itself if nothing else is left.</summary>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAny(Unseen))
            return text;
        var seen = string.Concat(text.Where(c => !Unseen.Contains(c)));
        return seen.Length == 0 ? text : seen;
    }

    /// <summary>Whether a sign changes the direction of what stands behind it.</summary>
    public static bool Turns(char sign) => Turning.Contains(sign);

    public static bool AnyTurns(string text) => text.AsSpan().ContainsAny(Turning);

    /// <summary>Letters, digits, and what belongs to the letter before it.</summary>
    public static bool IsInWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || (rune.IsBmp && Unseen.Contains((char)rune.Value))
        || rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    /// <summary>Scripts that set no spaces between words: each of their signs is a word of its own.</summary>
    public static bool StandsAlone(Rune rune) =>
        rune.Value
            is (>= 0x3040 and <= 0x30FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x323AF);

    /// <summary>What every reader of Markdown takes for a mark, and never for a letter.</summary>
    public static bool IsMark(Rune rune) =>
        rune.IsAscii ? !Rune.IsLetterOrDigit(rune) : Rune.IsPunctuation(rune);

    /// <summary>Signs that hold a word together when they stand between two of its letters.</summary>
    public static bool Joins(char sign) =>
        sign is '\'' or '\u2019' or '-' or '\u2010' or '\u2011' or '_' or '\u00B7';

    /// <summary>Signs that hold a number together.</summary>
    public static bool JoinsDigits(char sign) => sign is '.' or ',';

    public static bool IsFixed(char space) => space is '\u00A0' or '\u202F' or '\u2007';

    /// <summary>Signs that no text holds: controls but for tab and the ends of lines, and halves of pairs.</summary>
    public static bool IsNone(char sign) =>
        char.IsSurrogate(sign)
        || sign is '\uFFFE' or '\uFFFF'
        || (char.IsControl(sign) && !char.IsWhiteSpace(sign));

    /// <summary>Ends a sentence.</summary>
    public static bool EndsSentence(string word) =>
        word is "." or "!" or "?" or "\u2026" or ";" or ":" or "\u3002" or "\u061F" or Word.Cell;
}
