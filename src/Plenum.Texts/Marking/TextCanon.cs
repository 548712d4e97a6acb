using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Plenum.Texts.Marking;

/// <summary>
/// The canonical form of a text, in which it is kept and whose digest is its own: a line of JSON for the form, and one for
/// every block with its id.
/// </summary>
public static class TextCanon
{
    private const string Form = "plenum-text/1";

    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly ImmutableArray<string> Kinds =
    [
        .. Enum.GetValues<BlockKind>().Select(kind => kind.ToString().ToLowerInvariant()),
    ];

    /// <summary>The bytes.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Write(TextVersion text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var bytes = new MemoryStream();
        Line(bytes, json => json.WriteString("form", Form));
        foreach (var block in text.Blocks)
            Line(
                bytes,
                json =>
                {
                    json.WriteString("id", block.Id.ToString());
                    json.WriteString("kind", Kinds[(int)block.Kind]);
                    json.WriteNumber("level", block.Level);
                    json.WriteString("label", block.Label);
                    json.WriteString("text", MarkdownWriter.Write(block.Text));
                }
            );
        return bytes.ToArray();
    }

    /// <summary>Reads the bytes again.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="limits">How large the text may be; <see cref="TextLimits.Usual" /> unless named.</param>
    public static TextReading Read(ReadOnlySpan<byte> bytes, TextLimits? limits = null)
    {
        var bound = limits ?? TextLimits.Usual;
        if (bytes.Length > 8L * bound.Characters)
            return Bounds.TooLarge(bytes.Length, bound);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var seen = new HashSet<BlockId>();
        var line = 0;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var each = bytes[range];
            if (each.IsEmpty)
                continue;
            line++;
            if (line > bound.Blocks + 1)
                return TextReading.Bad(
                    "text.too-many-blocks",
                    line,
                    Bounds.Number(line),
                    Bounds.Number(bound.Blocks)
                );
            try
            {
                using var json = JsonDocument.Parse(each.ToArray());
                if (line == 1)
                {
                    if (Field(json, "form") != Form)
                        return TextReading.Bad("canon.form", 1, Field(json, "form"), Form);
                    continue;
                }
                if (Broken(json, line, out var block) is { } broken)
                    return broken;
                if (!seen.Add(block.Id))
                    return new TextReading.Malformed([
                        new Finding(
                            "block.id-twice",
                            line,
                            block.Id,
                            block.Id.ToString(),
                            "ids that differ"
                        ),
                    ]);
                blocks.Add(block);
            }
            catch (Exception bad) when (bad is JsonException or InvalidOperationException)
            {
                return TextReading.Bad("canon.line", line, "no JSON object", "JSON");
            }
        }
        return line == 0
            ? TextReading.Bad("canon.form", 1, "", Form)
            : Bounds.Of(blocks.ToImmutable(), [], bound);
    }

    private static TextReading? Broken(JsonDocument json, int line, out Block block)
    {
        block = new Block(default, BlockKind.Rule, 0, "", Words.Prose.Empty);
        if (!BlockId.TryParse(Field(json, "id"), out var id) || id == BlockId.Start)
            return TextReading.Bad("block.id", line, Field(json, "id"), "13 signs of base 32");
        var kind = Kinds.IndexOf(Field(json, "kind"));
        if (kind < 0)
            return TextReading.Bad(
                "block.kind",
                line,
                Field(json, "kind"),
                string.Join(", ", Kinds)
            );
        if (
            !json.RootElement.TryGetProperty("level", out var level)
            || level.ValueKind != JsonValueKind.Number
            || !level.TryGetInt32(out var deep)
        )
            return TextReading.Bad("block.level", line, "", "a number");
        var (label, text) = (Field(json, "label"), Field(json, "text"));
        if (Bounds.Broken(label + text, TextLimits.Usual) is { } broken)
            return broken;
        block = new Block(id, (BlockKind)kind, deep, label, MarkdownReader.ReadWords(text));
        return null;
    }

    private static string Field(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static void Line(MemoryStream bytes, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
    }
}
