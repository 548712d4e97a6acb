using System.Globalization;
using System.Text;

namespace Plenum.Texts.Office;

/// <summary>Numbers as word processors write them: 4, d, D, iv, IV.</summary>
internal static class Numbering
{
    private static readonly (int Value, string Sign)[] Romans =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    public static string Written(int number, string format) =>
        format switch
        {
            "a" or "lowerLetter" => Letters(number),
            "A" or "upperLetter" => Letters(number).ToUpperInvariant(),
            "i" or "lowerRoman" => Roman(number),
            "I" or "upperRoman" => Roman(number).ToUpperInvariant(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string Letters(int number)
    {
        var text = "";
        for (var left = Math.Clamp(number, 1, 100_000); left > 0; left = (left - 1) / 26)
            text = (char)('a' + (left - 1) % 26) + text;
        return text;
    }

    private static string Roman(int number)
    {
        var (text, left) = (new StringBuilder(), Math.Clamp(number, 1, 4999));
        foreach (var (value, sign) in Romans)
            for (; left >= value; left -= value)
                text.Append(sign);
        return text.ToString();
    }
}
