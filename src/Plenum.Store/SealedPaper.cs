using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Store;

/// <summary>
/// How a paper lies in an open box: AES-256-GCM under the key of the box, behind a random nonce, and as long as the
/// longest paper of that box could be. A paper of an earlier release lies there as it was cast and begins with a letter
/// or a digit.
/// </summary>
internal static class SealedPaper
{
    private const byte Mark = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int CountLength = 2;
    private const int Around = 1 + NonceLength + TagLength;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.Length > Around && bytes[0] == Mark;

    public static byte[] Seal(ReadOnlySpan<byte> key, Paper paper)
    {
        var plain = new byte[CountLength + paper.Room];
        BinaryPrimitives.WriteUInt16BigEndian(plain, (ushort)paper.Bytes.Length);
        paper.Bytes.Span.CopyTo(plain.AsSpan(CountLength));
        var sealedBytes = new byte[Around + plain.Length];
        sealedBytes[0] = Mark;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(1 + NonceLength, plain.Length),
            sealedBytes.AsSpan(1 + NonceLength + plain.Length),
            Encoding.UTF8.GetBytes(paper.Box)
        );
        CryptographicOperations.ZeroMemory(plain);
        return sealedBytes;
    }

    /// <summary>Throws <see cref="CryptographicException"/> where the key, the box or a single bit is another.</summary>
    public static byte[] Open(ReadOnlySpan<byte> key, string box, ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - Around];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            sealedBytes.Slice(1, NonceLength),
            sealedBytes[(1 + NonceLength)..^TagLength],
            sealedBytes[^TagLength..],
            plain,
            Encoding.UTF8.GetBytes(box)
        );
        var bytes = plain
            .AsSpan(CountLength, BinaryPrimitives.ReadUInt16BigEndian(plain))
            .ToArray();
        CryptographicOperations.ZeroMemory(plain);
        return bytes;
    }
}
