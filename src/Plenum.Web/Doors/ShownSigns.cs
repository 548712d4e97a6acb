using System.Buffers;
using System.Globalization;

namespace Plenum.Web.Doors;

/// <summary>
/// Signs that turn the direction of a text, or take no room in it, shown by their numbers (Unicode Standard Annex 9 and
/// Technical Report 36): what a page shows is what the record holds and everybody votes on.
/// </summary>
public static class ShownSigns
{
    // Marks of direction and joiners are left alone: Arabic, Hebrew and Indic texts are written with them.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        "\u200B\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF"
    );

    /// <summary>The text, with each of them as <c>‹U+202E›</c>.</summary>
    public static string In(string text) =>
        text.AsSpan().ContainsAny(Unseen) ? string.Concat(text.Select(Shown)) : text;

    private static string Shown(char sign) =>
        Unseen.Contains(sign)
            ? string.Create(CultureInfo.InvariantCulture, $"‹U+{(int)sign:X4}›")
            : sign.ToString();
}
