using System.Globalization;
using System.Numerics;

namespace Plenum.SecretBallot.Groups;

/// <summary>Numbers as the protocol writes them: decimal digits, no sign, no leading nought.</summary>
internal static class Decimals
{
    /// <summary>Null when the text is no such number, or not below the bound.</summary>
    public static BigInteger? Parse(string text, BigInteger bound)
    {
        // A digit is worth more than three bits: what is longer cannot be below the bound, and is not even read.
        if (text.Length is 0 || text.Length > bound.GetBitLength() / 3 + 1)
            return null;
        if (text[0] == '0' && text.Length > 1)
            return null;
        foreach (var digit in text)
            if (!char.IsAsciiDigit(digit))
                return null;
        var value = BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return value < bound ? value : null;
    }

    public static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
