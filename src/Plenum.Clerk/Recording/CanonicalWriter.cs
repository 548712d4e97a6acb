using System.Buffers;
using System.Globalization;
using System.Text;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>
/// Writes canonical JSON (RFC 8785): no spaces, shortest escapes, UTF-8; shapes hand over their keys already sorted.
/// Documents met on the way are set aside, because JSON carries only their digest.
/// </summary>
public sealed class CanonicalWriter
{
    // Beyond this a double, which is what a JSON number is to most readers, is no longer exact (RFC 7493).
    private const long LargestExact = (1L << 53) - 1;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly List<Document> _documents = [];

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;
    public IReadOnlyList<Document> Documents => _documents;

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void Raw(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    public void SetAside(Document document) => _documents.Add(document);

    public void Number(long value)
    {
        if (Math.Abs((decimal)value) > LargestExact)
        {
            Text(value.ToString(CultureInfo.InvariantCulture));
            return;
        }
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        _buffer.Write(digits[..length]);
    }

    public void Text(string text)
    {
        Raw("\""u8);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            Strict.GetBytes(rest[..at], _buffer);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }
        Strict.GetBytes(rest, _buffer);
        Raw("\""u8);
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\" + new string([.. Enumerable.Range(0, 32).Select(c => (char)c)])
    );

    private void Escape(char character) =>
        Raw(
            character switch
            {
                '"' => "\\\""u8,
                '\\' => "\\\\"u8,
                '\b' => "\\b"u8,
                '\t' => "\\t"u8,
                '\n' => "\\n"u8,
                '\f' => "\\f"u8,
                '\r' => "\\r"u8,
                _ => Encoding.ASCII.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                ),
            }
        );
}
