using System.Text;

namespace Plenum.Texts.Words;

/// <summary>Where a word may lead: another page or a mailbox, and nothing that a program would run.</summary>
internal static class Links
{
    private const int Longest = 2000;
    private const string Unsafe = " <>()[]{}\\\"`|^'*_~!";

    /// <summary>The address as it is written here; empty when it leads nowhere a text may lead.</summary>
    public static string Accepted(string? address)
    {
        var trimmed = address?.Trim() ?? "";
        if (
            trimmed.Length is 0 or > Longest
            || !Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http" or "mailto")
        )
            return "";
        var safe = new StringBuilder();
        foreach (var rune in trimmed.Normalize().EnumerateRunes())
        {
            if (
                Rune.IsWhiteSpace(rune)
                || Rune.IsControl(rune)
                || Signs.AnyTurns(rune.ToString())
                || (rune.IsAscii && Unsafe.Contains((char)rune.Value, StringComparison.Ordinal))
            )
                foreach (var part in Encoding.UTF8.GetBytes(rune.ToString()))
                    safe.Append('%').Append(Convert.ToHexString([part]));
            else
                safe.Append(rune.ToString());
        }
        return safe.ToString();
    }
}
