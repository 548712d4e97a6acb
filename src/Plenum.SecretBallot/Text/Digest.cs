using System.Security.Cryptography;

namespace Plenum.SecretBallot.Text;

/// <summary>SHA-256 in the two forms the protocol writes it.</summary>
internal static class Digest
{
    public const int HexLength = 64;

    /// <summary>For records and events of the archive.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>For fingerprints and trackers: base64 without its padding.</summary>
    public static string Short(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(SHA256.HashData(bytes)).TrimEnd('=');

    /// <summary>The short form of a digest in hex.</summary>
    public static string Short(string hex) =>
        Convert.ToBase64String(Convert.FromHexString(hex)).TrimEnd('=');

    public static bool IsHex(string text) =>
        text.Length == HexLength && text.All(char.IsAsciiHexDigitLower);
}
