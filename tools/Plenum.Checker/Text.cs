using System.Text;

namespace Plenum.Checker;

/// <summary>Files as the text they are: bytes that are no UTF-8 are not taken for the sign that stands for such bytes.</summary>
public static class Text
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">Some bytes are no UTF-8.</exception>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text is ['\uFEFF', ..] ? text[1..] : text;
        }
        catch (DecoderFallbackException unreadable)
        {
            throw new FormatException($"bytes that are no UTF-8 at {unreadable.Index}", unreadable);
        }
    }

    public static async Task<string> OfAsync(string path) => Of(await File.ReadAllBytesAsync(path));
}
