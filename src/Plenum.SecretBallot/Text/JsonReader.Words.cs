using System.Globalization;
using System.Text;

namespace Plenum.SecretBallot.Text;

internal sealed partial class JsonReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private string Word()
    {
        var start = ++_at;
        var escaped = false;
        while (Next() != '"')
        {
            if (_bytes[_at] is < 0x20 or 0x7f)
                throw Malformed("a control character in its escaped form");
            if (_bytes[_at] == '\\')
            {
                escaped = true;
                _at++;
                Next();
            }
            _at++;
        }
        string text;
        try
        {
            text = Strict.GetString(_bytes, start, _at - start);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("text in UTF-8");
        }
        _at++;
        return escaped ? Unescape(text) : text;
    }

    private string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                result.Append(text[at]);
                continue;
            }
            var (value, length) = text[at + 1] switch
            {
                '"' => ('"', 2),
                '\\' => ('\\', 2),
                'n' => ('\n', 2),
                'r' => ('\r', 2),
                't' => ('\t', 2),
                'b' => ('\b', 2),
                'f' => ('\f', 2),
                'u' => (Escaped(text, at), 6),
                _ => throw Malformed("no such escape"),
            };
            // Written again it must be the same, so that one text has one digest.
            if (JsonWriter.Escape(value) != text.Substring(at, length))
                throw Malformed("a character in its shortest form");
            result.Append(value);
            at += length - 1;
        }
        return result.ToString();
    }

    private char Escaped(string text, int at) =>
        at + 6 <= text.Length
        && ushort.TryParse(
            text.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        )
            ? (char)code
            : throw Malformed("four hexadecimal digits");
}
