using System.Globalization;
using System.Text;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>When two addresses are one, and which are none because they only look like another.</summary>
public static class Addresses
{
    /// <summary>
    /// Equal for two ways of writing one address. The letters of ASCII alone lose their case, because no provider gives
    /// one mailbox two of them; any other sign stays what it is, or it would become a key to somebody else's letters.
    /// </summary>
    /// <remarks>In capitals, as since the first release: the digest of an address in ASCII is what it was.</remarks>
    public static string Folded(string address)
    {
        var text = address.Trim().Normalize();
        var at = text.LastIndexOf('@') + 1;
        return Capitals(text[..at] + Host(text[at..]));
    }

    /// <summary>No hidden sign, and none that is a letter of ASCII in another dress (U+017F, U+212A, wide letters).</summary>
    public static bool IsPlain(string address) =>
        Names.HiddenIn(address).Length == 0
        && !address.Any(char.IsWhiteSpace)
        && address.EnumerateRunes().All(rune => rune.IsAscii || !IsDressed(rune));

    private static bool IsDressed(Rune rune) =>
        rune.ToString() is var sign
        && sign.Normalize(NormalizationForm.FormKC) is var plain
        && (plain.Any(char.IsAscii) || plain != sign.Normalize());

    private static string Capitals(string text) =>
        new([.. text.Select(c => char.IsAsciiLetterLower(c) ? (char)(c - 'a' + 'A') : c)]);

    // What a domain is called in the protocol (RFC 5891); names that are none there stay as they are.
    private static string Host(string domain)
    {
        try
        {
            return domain.All(char.IsAscii) ? domain : new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
