using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Plenum.Store;

/// <summary>
/// The slot of one key as it lies in the file: which box it is of, a check that it is whole, and random bytes of which
/// the key is the digest. Forgotten when it is let go.
/// </summary>
internal sealed class KeySlot : IDisposable
{
    public const int Length = 128 * 1024;
    public const int HeadLength = 512;

    private const int CheckLength = 16;
    private const int CheckAt = HeadLength - CheckLength;
    private const int NameAt = 18;

    private readonly byte[] bytes;
    private readonly byte[] key;

    // Pinned, so that the collector leaves no copies of it where it was before.
    private KeySlot(string box, byte[] bytes)
    {
        this.bytes = bytes;
        key = GC.AllocateArray<byte>(SHA256.HashSizeInBytes, pinned: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("plenum box key\n"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(box));
        hash.AppendData(bytes.AsSpan(HeadLength));
        hash.GetHashAndReset(key);
    }

    private static ReadOnlySpan<byte> Mark => "plenum-box-key 1"u8;

    public ReadOnlySpan<byte> Bytes => bytes;

    public ReadOnlySpan<byte> Key => key;

    public bool IsWhole => bytes.AsSpan(CheckAt, CheckLength).SequenceEqual(CheckOf(key));

    public static KeySlot Draw(string box)
    {
        var name = Encoding.UTF8.GetBytes(box);
        if (name.Length > CheckAt - NameAt)
            throw new ArgumentException("The name of a box is too long.", nameof(box));
        var drawn = GC.AllocateArray<byte>(Length, pinned: true);
        RandomNumberGenerator.Fill(drawn.AsSpan(HeadLength));
        Mark.CopyTo(drawn);
        BinaryPrimitives.WriteUInt16BigEndian(drawn.AsSpan(Mark.Length), (ushort)name.Length);
        name.CopyTo(drawn, NameAt);
        var slot = new KeySlot(box, drawn);
        CheckOf(slot.key).CopyTo(drawn, CheckAt);
        return slot;
    }

    public static KeySlot Read(SafeFileHandle file, long at)
    {
        var drawn = GC.AllocateArray<byte>(Length, pinned: true);
        RandomAccess.Read(file, drawn, at);
        return new KeySlot(NameIn(drawn), drawn);
    }

    /// <summary>The box whose slot begins there; the empty name where it is free.</summary>
    public static string BoxIn(SafeFileHandle file, long at)
    {
        var head = new byte[HeadLength];
        RandomAccess.Read(file, head, at);
        return NameIn(head);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(key);
    }

    private static string NameIn(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(Mark))
            return "";
        var length = BinaryPrimitives.ReadUInt16BigEndian(head[Mark.Length..]);
        return length <= CheckAt - NameAt
            ? Encoding.UTF8.GetString(head.Slice(NameAt, length))
            : "";
    }

    private static byte[] CheckOf(ReadOnlySpan<byte> key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("plenum box key, check\n"u8);
        hash.AppendData(key);
        return hash.GetHashAndReset()[..CheckLength];
    }
}
