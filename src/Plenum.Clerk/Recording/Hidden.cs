using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Plenum.Clerk.Recording;

/// <summary>The digests of one leaf, and the salts and values that were left open beside it.</summary>
internal readonly struct Hidden(JsonElement leaf, JsonElement? open)
{
    private static readonly string[] Classes = ["members", "sealed"];

    public void Reveal(
        string secrecy,
        ImmutableArray<ClassedPart> parts,
        object?[] values,
        DocumentContent documents
    )
    {
        var digests = leaf.GetProperty(secrecy);
        var opened = Opened(secrecy);
        var left = opened is { } all ? all.GetPropertyCount() : 0;
        foreach (var (part, _, index) in parts)
        {
            if (opened is not { } some || !some.TryGetProperty(part.Name, out var salted))
            {
                values[index] = part.Shape.Blank;
                continue;
            }
            left--;
            Check(digests.GetProperty(part.Name).GetString()!, salted, part.Name);
            values[index] = part.Read(salted.GetProperty("value"u8), documents);
        }
        // A value under a name the leaf does not know was not put there by the clerk.
        if (left != 0)
            throw new FormatException($"{secrecy} holds more than was recorded");
    }

    private JsonElement? Opened(string secrecy)
    {
        if (open is not { } all)
            return null;
        if (all.GetPropertyCount() != Classes.Length)
            throw new FormatException("open values stand under members and sealed");
        return all.GetProperty(secrecy);
    }

    private static void Check(string digest, JsonElement salted, string name)
    {
        var text = salted.GetProperty("salt"u8).GetString()!;
        var salt = Convert.FromHexString(text);
        var value = JsonMarshal.GetRawUtf8Value(salted.GetProperty("value"u8));
        var fits =
            salted.GetPropertyCount() == 2
            && text == Convert.ToHexStringLower(salt)
            && Codec.Salted(salt, value) == digest;
        if (!fits)
            throw new RecordDamagedException(name);
    }
}
