using System.Security.Cryptography;

namespace Plenum.Store;

/// <summary>
/// Keys in memory, on pages that the operating system is asked not to swap and not to dump. Where it declines they are
/// kept all the same, and <see cref="AreLocked"/> says so.
/// </summary>
internal sealed class LockedKeys : IDisposable
{
    public const int None = -1;

    private const int KeyLength = 32;
    private const int PageLength = 4096;
    private const int KeysOnAPage = PageLength / KeyLength;

    // Each twice a page long, so that one whole page lies in it wherever it begins.
    private readonly List<(byte[] Bytes, int Start)> pages = [];
    private readonly Stack<int> free = [];

    public LockedKeys() => Add();

    public bool AreLocked { get; private set; } = true;

    public ReadOnlySpan<byte> this[int key] => At(key);

    public int Keep(ReadOnlySpan<byte> bytes)
    {
        if (free.Count == 0)
            Add();
        var key = free.Pop();
        bytes.CopyTo(At(key));
        return key;
    }

    public void Forget(int key)
    {
        if (key == None)
            return;
        CryptographicOperations.ZeroMemory(At(key));
        free.Push(key);
    }

    public void Dispose()
    {
        foreach (var (bytes, start) in pages)
        {
            CryptographicOperations.ZeroMemory(bytes);
            ProcessMemory.Unlock(bytes, start, PageLength);
        }
        pages.Clear();
        free.Clear();
    }

    private Span<byte> At(int key)
    {
        var (bytes, start) = pages[key / KeysOnAPage];
        return bytes.AsSpan(start + key % KeysOnAPage * KeyLength, KeyLength);
    }

    private void Add()
    {
        var bytes = GC.AllocateArray<byte>(2 * PageLength, pinned: true);
        var start = ProcessMemory.StartOfPage(bytes, PageLength);
        AreLocked &= ProcessMemory.Lock(bytes, start, PageLength);
        pages.Add((bytes, start));
        for (var key = KeysOnAPage; key > 0; key--)
            free.Push((pages.Count - 1) * KeysOnAPage + key - 1);
    }
}
