using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
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

    /// <summary>What stands in the leaf for a value: neither it nor a guess at it can be found there without the salt.</summary>
    public static string Salted(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> value)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var length = salt.Length + value.Length;
        // One call over both in a row: most values are short, and a hash that is begun and ended costs more than they do.
        Span<byte> both = length <= 1024 ? stackalloc byte[length] : new byte[length];
        salt.CopyTo(both);
        value.CopyTo(both[salt.Length..]);
        SHA256.HashData(both, digest);
        return Convert.ToHexStringLower(digest);
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
            && Salted(salt, value) == digest;
        if (!fits)
            throw new RecordDamagedException(name);
    }
}
