using System.Security.Cryptography;

namespace Plenum.Store;

/// <summary>A SHA-256 digest (FIPS 180-4), written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest
{
    public const int Length = SHA256.HashSizeInBytes;

    private readonly string? hex;

    private Digest(string hex) => this.hex = hex;

    public string Hex => hex ?? new string('0', Length * 2);

    public static Digest Of(ReadOnlySpan<byte> bytes) => From(SHA256.HashData(bytes));

    public static Digest From(ReadOnlySpan<byte> digest) =>
        digest.Length == Length
            ? new(Convert.ToHexStringLower(digest))
            : throw new ArgumentException("A digest has 32 bytes.", nameof(digest));

    public static bool TryParse(string? text, out Digest digest)
    {
        var fits =
            text is { Length: Length * 2 }
            && text.All(char.IsAsciiHexDigit)
            && !text.Any(char.IsAsciiLetterUpper);
        digest = fits ? new(text!) : default;
        return fits;
    }

    public byte[] ToBytes() => Convert.FromHexString(Hex);

    public override string ToString() => Hex;
}
