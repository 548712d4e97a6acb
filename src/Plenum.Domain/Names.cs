using System.Globalization;
using System.Text;

namespace Plenum.Domain;

/// <summary>Why what somebody typed is not taken as a name.</summary>
public enum NameTrouble : byte
{
    None,

    /// <summary>Nothing in it can be seen.</summary>
    Missing,

    TooLong,

    /// <summary>It holds a sign that cannot be seen, breaks the line or turns the direction of writing.</summary>
    HiddenSign,
}

/// <summary>What was typed, read as a name: as it is kept, and what is wrong with it.</summary>
/// <param name="Text">Composed (NFC), with single spaces; as it was typed where there is trouble.</param>
/// <param name="Sign">The sign that cannot stand in a name, as <c>U+202E</c>; empty where there is none.</param>
public sealed record NameRead(string Text, NameTrouble Trouble, string Sign = "")
{
    public bool IsSound => Trouble == NameTrouble.None;
}

/// <summary>What a name is, decided in this one place for every door that takes one.</summary>
/// <remarks>
/// Any script, any number of words and any sign that can be seen; no sign that cannot, because two people could then
/// have names nobody tells apart, and none that rearranges the words beside it.
/// </remarks>
public static partial class Names
{
    /// <summary>Letters as a reader counts them; people have names this long.</summary>
    public const int MostLetters = 200;

    // More stand over one letter in no language that people are named in.
    private const int MostMarks = 4;

    /// <summary>
    /// Cuts nothing off and takes nothing away but spaces at the ends, doubled spaces and the choice between two shapes of
    /// one picture; anything else is told.
    /// </summary>
    public static NameRead Read(string typed)
    {
        if (HiddenIn(typed) is { Length: > 0 } sign)
            return new NameRead(typed, NameTrouble.HiddenSign, sign);
        var text = Spaced(typed);
        return !text.EnumerateRunes().Any(IsSeen) ? new NameRead(typed, NameTrouble.Missing)
            : LettersIn(text) > MostLetters ? new NameRead(typed, NameTrouble.TooLong)
            : new NameRead(text, NameTrouble.None);
    }

    /// <summary>How many letters a reader counts: a letter with its marks is one.</summary>
    public static int LettersIn(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The first sign that cannot be seen or that rearranges others, as <c>U+202E</c>; empty where there is none.</summary>
    public static string HiddenIn(string text)
    {
        var (before, marks, at) = (new Rune(' '), 0, 0);
        while (at < text.Length)
        {
            // Half of a pair stands for nothing, and what stands for nothing cannot be composed either.
            if (!Rune.TryGetRuneAt(text, at, out var rune))
                return Shown(text[at]);
            at += rune.Utf16SequenceLength;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (IsHidden(rune, before, Following(text, at)) || marks > MostMarks)
                return Shown(rune.Value);
            before = rune;
        }
        return "";
    }

    private static Rune Following(string text, int at) =>
        at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) ? rune : new Rune(' ');

    private static string Shown(int value) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{value:X4}");

    private static string Spaced(string text)
    {
        var spaced = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
            if (IsShape(rune))
                continue;
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator)
                spaced.Append(rune);
            else if (spaced.Length > 0 && spaced[^1] != ' ')
                spaced.Append(' ');
        return spaced.ToString().TrimEnd(' ');
    }

    private static bool IsSeen(Rune rune) =>
        !IsMark(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark;

    // Whether a picture is drawn in colour or not (U+FE0E, U+FE0F).
    private static bool IsShape(Rune rune) => rune.Value is 0xFE0E or 0xFE0F;

    private static bool IsHidden(Rune rune, Rune before, Rune next) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.Format => !Joins(rune, before, next),
            _ => rune.Value
                // Marks, letters and signs that Unicode calls ignorable or that are blank; and the one that stands for
                // whatever could not be read.
                is 0x034F
                    or 0x115F
                    or 0x1160
                    or 0x17B4
                    or 0x17B5
                    or (>= 0x180B and <= 0x180F)
                    or 0x2800
                    or 0x3164
                    or (>= 0xFE00 and <= 0xFE0D)
                    or 0xFFA0
                    or 0xFFFC
                    or 0xFFFD
                    or (>= 0xE0100 and <= 0xE01EF),
        };

    // Persian and the scripts of India write names with a joiner (U+200D) or its opposite (U+200C) between two letters,
    // where both are seen by what they do (RFC 5892, appendix A).
    private static bool Joins(Rune rune, Rune before, Rune next) =>
        rune.Value is 0x200C or 0x200D && IsJoined(before) && IsJoined(next);

    private static bool IsJoined(Rune rune) =>
        rune.Value is (>= 0x0620 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
