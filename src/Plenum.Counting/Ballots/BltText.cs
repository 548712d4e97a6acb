using System.Text;

namespace Plenum.Counting.Ballots;

/// <summary>Turns the bytes of a file into text: UTF-8 with or without a byte-order mark, else Windows-1252.</summary>
internal static class BltText
{
    // Windows-1252 differs from Latin-1 only here; the five unassigned bytes stay control characters.
    private const string From80To9F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Strict.GetString(bytes)
            : FromWindows1252(bytes);
    }

    private static string FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
            text.Append(b is >= 0x80 and <= 0x9F ? From80To9F[b - 0x80] : (char)b);
        return text.ToString();
    }
}
