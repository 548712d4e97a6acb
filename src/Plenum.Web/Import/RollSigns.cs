using System.Globalization;
using System.Text;

namespace Plenum.Web.Import;

/// <summary>The signs of a cell.</summary>
internal static class RollSigns
{
    /// <summary>With every accent composed (NFC), and half signs made visible as what they are: unreadable.</summary>
    public static string Composed(string text) =>
        (text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text).Normalize();

    /// <summary>Whether every sign of a text can be seen and read, and none turns the direction of writing.</summary>
    public static bool AreVisible(string text) =>
        text.EnumerateRunes()
            .All(rune =>
                rune != Rune.ReplacementChar
                && Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Surrogate
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
            );
}
