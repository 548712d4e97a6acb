using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Store;

/// <summary>
/// The one way to write a JSON value as bytes (RFC 8785, JSON Canonicalization Scheme). Integers beyond 2^53 do
/// not survive as numbers: write them as strings.
/// </summary>
public static class CanonicalJson
{
    private const int Deepest = 64;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static byte[] Write(JsonElement value)
    {
        var text = new StringBuilder();
        Value(text, value);
        return Strict.GetBytes(text.ToString());
    }

    public static byte[] Write(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var parsed = Parse(Encoding.UTF8.GetBytes(value.ToJsonString()));
        return Write(parsed.RootElement);
    }

    /// <summary>Puts any JSON text in canonical form; throws <see cref="JsonException"/> where it cannot.</summary>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> json)
    {
        using var parsed = Parse(json);
        return Write(parsed.RootElement);
    }

    public static bool IsCanonical(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.SequenceEqual(Canonicalize(json.ToArray()));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json) =>
        JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });

    private static void Value(StringBuilder to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Members(to, value);
                break;
            case JsonValueKind.Array:
                Items(to, value);
                break;
            case JsonValueKind.String:
                Text(to, Read(value.GetString));
                break;
            case JsonValueKind.Number:
                to.Append(Number(value.GetDouble()));
                break;
            case JsonValueKind.True:
                to.Append("true");
                break;
            case JsonValueKind.False:
                to.Append("false");
                break;
            case JsonValueKind.Null:
                to.Append("null");
                break;
            case JsonValueKind.Undefined:
            default:
                throw new JsonException("No value.");
        }
    }

    private static void Members(StringBuilder to, JsonElement value)
    {
        // Section 3.2.3: members are ordered by the UTF-16 code units of their names.
        var members = value
            .EnumerateObject()
            .Select(m => (Name: Read(() => m.Name), m.Value))
            .ToArray();
        Array.Sort(members, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        to.Append('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0 && members[i].Name == members[i - 1].Name)
                throw new JsonException("A name stands twice.");
            if (i > 0)
                to.Append(',');
            Text(to, members[i].Name);
            to.Append(':');
            Value(to, members[i].Value);
        }
        to.Append('}');
    }

    private static void Items(StringBuilder to, JsonElement value)
    {
        to.Append('[');
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first)
                to.Append(',');
            first = false;
            Value(to, item);
        }
        to.Append(']');
    }

    // A lone surrogate or broken UTF-8 shows only when the text is read, and as another exception.
    private static string Read(Func<string?> text)
    {
        try
        {
            return text() ?? throw new JsonException("No text.");
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("Not Unicode text.", broken);
        }
    }

    private static void Text(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\b' => to.Append("\\b"),
                '\t' => to.Append("\\t"),
                '\n' => to.Append("\\n"),
                '\f' => to.Append("\\f"),
                '\r' => to.Append("\\r"),
                < ' ' => to.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => to.Append(c),
            };
        to.Append('"');
    }

    /// <summary>Number::toString of ECMA-262, section 6.1.6.1.20, over the shortest digits that round-trip.</summary>
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new JsonException("Not a finite number.");
        if (value == 0)
            return "0";
        var sign = value < 0 ? "-" : "";
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var digits = mantissa
            .Replace(".", "", StringComparison.Ordinal)
            .TrimStart('0')
            .TrimEnd('0');
        return sign + Place(digits, Point(shortest, mantissa, mark));
    }

    // n of the specification: value = 0.digits x 10^n.
    private static int Point(string shortest, string mantissa, int mark)
    {
        var exponent =
            mark < 0 ? 0 : int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? mantissa.Length : dot;
        var zeros = mantissa
            .Replace(".", "", StringComparison.Ordinal)
            .TakeWhile(c => c == '0')
            .Count();
        return whole - zeros + exponent;
    }

    private static string Place(string digits, int n)
    {
        var k = digits.Length;
        if (k <= n && n <= 21)
            return digits + new string('0', n - k);
        if (n is > 0 and <= 21)
            return digits[..n] + "." + digits[n..];
        if (n is > -6 and <= 0)
            return "0." + new string('0', -n) + digits;
        var e = (n - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return (k == 1 ? digits : digits[..1] + "." + digits[1..]) + "e" + e;
    }
}
