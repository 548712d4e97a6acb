using System.Security.Cryptography;
using System.Text;

namespace Plenum.Store;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random nonce in front and the tag behind, bound to its place.</summary>
internal sealed class SealingKey(byte[] key) : IDisposable
{
    public const int Length = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly AesGcm cipher = new(key, TagLength);

    /// <summary>A key for something else that is not to be kept apart from this one (HKDF, RFC 5869).</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            key,
            Length,
            info: Encoding.UTF8.GetBytes(purpose)
        );

    public static byte[] Draw() => RandomNumberGenerator.GetBytes(Length);

    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(NonceLength, plain.Length),
            sealedBytes.AsSpan(NonceLength + plain.Length),
            Encoding.UTF8.GetBytes(place)
        );
        return sealedBytes;
    }

    /// <summary>Throws <see cref="CryptographicException"/> where the key, the place or a single bit is another.</summary>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string place)
    {
        if (sealedBytes.Length < NonceLength + TagLength)
            throw new CryptographicException("Sealed bytes are too short.");
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        cipher.Decrypt(
            sealedBytes[..NonceLength],
            sealedBytes[NonceLength..^TagLength],
            sealedBytes[^TagLength..],
            plain,
            Encoding.UTF8.GetBytes(place)
        );
        return plain;
    }

    public void Dispose() => cipher.Dispose();
}
