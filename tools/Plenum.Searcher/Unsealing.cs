using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Searcher;

/// <summary>
/// What whoever copies the key of a box while the vote runs can do with everything that was written: the measure of what
/// its destruction has to prevent. Written from the description of the files and not with the code that writes them.
/// </summary>
internal sealed class Unsealing
{
    private const int Head = 512;
    private const int RowKey = 16;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int LongestRoom = 200;

    // So many pieces, spread over the slot, each too long to stand anywhere by chance.
    private const int Pieces = 64;
    private const int Piece = 24;

    private readonly string _box;
    private readonly byte[] _slot;

    private Unsealing(string box, byte[] slot) => (_box, _slot) = (box, slot);

    /// <summary>The slot in which the key of a box was written; nothing where none was.</summary>
    public static Unsealing? Of(IReadOnlyList<Write> writes, string box)
    {
        var (mark, name) = ("plenum-box-key 1"u8.ToArray(), Encoding.UTF8.GetBytes(box));
        var slot = writes.FirstOrDefault(w =>
            w.Bytes.AsSpan().StartsWith(mark) && w.Bytes.AsSpan(0, Head).IndexOf(name) > 0
        );
        return slot is null ? null : new(box, slot.Bytes);
    }

    /// <summary>How many of so many pieces of the slot stand in these bytes.</summary>
    public int LeftIn(ReadOnlySpan<byte> disk)
    {
        var left = 0;
        var step = (_slot.Length - Head) / Pieces;
        for (var piece = 0; piece < Pieces; piece++)
            if (disk.IndexOf(_slot.AsSpan(Head + piece * step, Piece)) >= 0)
                left++;
        return left;
    }

    /// <summary>When each paper was first written, as told by the key.</summary>
    public Dictionary<string, (int No, int Place)> Opened(IReadOnlyList<Write> writes)
    {
        var opened = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        var (key, name) = (Key(), Encoding.UTF8.GetBytes(_box));
        using var cipher = new AesGcm(key, Tag);
        foreach (var write in writes)
            for (var at = 0; write.Bytes.AsSpan(at).IndexOf(name) is var next and >= 0; )
            {
                at += next + name.Length;
                if (PaperAt(cipher, name, write.Bytes.AsSpan(at)) is { Length: > 0 } paper)
                    opened.TryAdd(paper, (write.No, at));
            }
        return opened;
    }

    private byte[] Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("plenum box key\n"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(_box));
        hash.AppendData(_slot.AsSpan(Head));
        return hash.GetHashAndReset();
    }

    // Behind the name of the box stand the key of the row, a mark, the nonce, what is sealed and its tag. How long a
    // paper is made is tried out.
    private static string PaperAt(AesGcm cipher, byte[] box, ReadOnlySpan<byte> row)
    {
        if (row.Length < RowKey + 1 + Nonce || row[RowKey] != 1)
            return "";
        var nonce = row.Slice(RowKey + 1, Nonce);
        var rest = row[(RowKey + 1 + Nonce)..];
        for (var room = 2; room < LongestRoom && room + Tag <= rest.Length; room++)
        {
            var plain = new byte[room];
            try
            {
                cipher.Decrypt(nonce, rest[..room], rest.Slice(room, Tag), plain, box);
            }
            catch (AuthenticationTagMismatchException)
            {
                continue;
            }
            return Encoding.ASCII.GetString(plain, 2, BinaryPrimitives.ReadUInt16BigEndian(plain));
        }
        return "";
    }
}
