using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Store;

/// <summary>
/// The checks that let fsck see a changed, missing, added or exchanged row: a hash chain a section, and a short
/// sum for every row that stands outside the chain. They find damage, not a forger who computes them anew.
/// </summary>
internal static class Chain
{
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] Next(ReadOnlySpan<byte> before, StoredEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Text(hash, entry.Section);
        Number(hash, entry.Version);
        Text(hash, entry.Type);
        Number(hash, entry.At);
        Bytes(hash, entry.Envelope.Span);
        Bytes(hash, entry.Leaf.Span);
        return hash.GetHashAndReset();
    }

    public static byte[] OpenSum(ReadOnlySpan<byte> open) => SHA256.HashData(open)[..8];

    public static byte[] PaperSum(Paper paper)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(hash, paper.Box);
        Bytes(hash, paper.Key.Span);
        Bytes(hash, paper.Bytes.Span);
        return hash.GetHashAndReset()[..8];
    }

    public static byte[] CommandSum(StoredCommand command)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(hash, command.Id);
        Bytes(hash, command.Digest.ToBytes());
        Text(hash, command.Section);
        Number(hash, command.First);
        Number(hash, command.Last);
        return hash.GetHashAndReset()[..8];
    }

    public static byte[] DueSum(DueSection due)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(hash, due.Section);
        Number(hash, due.At);
        return hash.GetHashAndReset()[..8];
    }

    private static void Text(IncrementalHash hash, string text) =>
        Bytes(hash, Encoding.UTF8.GetBytes(text));

    // The length goes first, so that no two rows give the same run of bytes.
    private static void Bytes(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
