using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Plenum.Domain;

/// <summary>How a name stands beside other words, and whether two look the same.</summary>
public static partial class Names
{
    /// <summary>No more of a name than this goes into a letter: what is longer is no name but a text.</summary>
    public const int MostInALetter = 60;

    // Whatever is written between these keeps its direction to itself (Unicode Standard Annex 9).
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>
    /// The name as a letter says it: one line without hidden signs, with nothing that a mail program makes a link of.
    /// Names that were taken in before there was a rule are told by it too.
    /// </summary>
    public static string InLetter(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var sign = HiddenIn(rune.ToString()).Length > 0 ? " " : rune.ToString();
            plain.Append(sign is "/" or "\\" or ":" or "@" or "<" or ">" ? " " : sign);
            if (sign == ".")
                plain.Append(' ');
        }
        var words = string.Join(
            ' ',
            plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        var letters = new StringInfo(words);
        return Isolated(
            letters.LengthInTextElements <= MostInALetter
                ? words
                : letters.SubstringByTextElements(0, MostInALetter - 1) + "…"
        );
    }

    /// <summary>
    /// The name as pages, papers and files show it: isolated, and without hidden signs, which a name may hold that was
    /// taken in before there was a rule.
    /// </summary>
    public static string Shown(string name) =>
        Isolated(
            HiddenIn(name).Length == 0
                ? name
                : string.Concat(
                    name.EnumerateRunes()
                        .Select(rune => rune.ToString())
                        .Where(sign => HiddenIn(sign).Length == 0)
                )
        );

    /// <summary>In plain text: what is written from right to left turns nothing around it. In pages <c>bdi</c> does this.</summary>
    public static string Isolated(string name) =>
        name.EnumerateRunes().Any(IsRightToLeft)
            ? FirstStrongIsolate + name + PopDirectionalIsolate
            : name;

    /// <summary>Equal for two names that a reader takes for one (after UTS 39, with a small table of our own).</summary>
    public static string Skeleton(string name)
    {
        var plain = new string([
            .. name.EnumerateRunes()
                .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                .SelectMany(rune => rune.ToString()),
        ]).Normalize(NormalizationForm.FormKD);
        var isLatin = plain.Any(char.IsAsciiLetter);
        var skeleton = new StringBuilder();
        foreach (var typed in plain)
        {
            var sign = isLatin && SmallAlike.TryGetValue(typed, out var small) ? small : typed;
            sign = char.ToUpperInvariant(sign);
            sign = Alike.TryGetValue(sign, out var known) ? known : sign;
            if (!char.IsWhiteSpace(sign))
                skeleton.Append(sign);
        }
        return skeleton.Replace("RN", "M").Replace("VV", "W").ToString();
    }

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFF)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);

    // Capitals of Cyrillic, Greek and Armenian beside the Latin ones they are drawn like, and signs drawn like each other.
    private static readonly FrozenDictionary<char, char> Alike = Pairs(
            "АВЕЅІЈКМНОРСТУХҺԀԚԜѴӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧՕՍ",
            "ABESIJKMHOPCTYXHDQWVIABEZHIKMNOPTYXOU"
        )
        .Concat(Pairs("L1|!0ƖƐ’ʼ‘`´′‐‑–—−", "IIIIOIE''''''-----"))
        .ToFrozenDictionary();

    // Small letters that are drawn like another Latin one than their capitals are.
    private static readonly FrozenDictionary<char, char> SmallAlike = Pairs(
            "νυγгпшɑɡɩ",
            "vuyrnwagi"
        )
        .ToFrozenDictionary();

    private static Dictionary<char, char> Pairs(string signs, string drawn) =>
        signs.Zip(drawn).ToDictionary(pair => pair.First, pair => pair.Second);
}
