using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Plenum.Store;

/// <summary>
/// The keys of the boxes that are open, in one file that no backup contains. A key is the digest of a slot full of
/// random bytes, so that whoever misses any part of the slot has nothing. A slot is written and overwritten where it
/// lies: the file grows, and is never cut, moved or replaced, because that would leave its blocks to the disk as they are.
/// </summary>
internal sealed class BoxKeys(string file) : IDisposable
{
    private const int FirstSlots = 8;

    private readonly Lock turn = new();
    private readonly LockedKeys keys = new();
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private SafeFileHandle? handle;
    private int slots;

    /// <summary>Whether keys in memory are kept from being written to a swap file.</summary>
    public bool AreLocked => keys.AreLocked;

    /// <summary>Every box that has a key, whether or not it opens anything.</summary>
    public ImmutableArray<string> Boxes()
    {
        lock (turn)
        {
            Open();
            return [.. places.Keys];
        }
    }

    /// <summary>Runs with the key of a box, which is drawn, and durable, before the first time it is used.</summary>
    public T With<T>(string box, Func<ReadOnlySpan<byte>, T> use)
    {
        lock (turn)
        {
            Open();
            if (!places.TryGetValue(box, out var place) || !place.IsWhole)
                places[box] = place = Draw(box);
            return use(keys[place.Key]);
        }
    }

    /// <summary>Runs with the key of a box that has one; false where it has none.</summary>
    public bool TryWith(string box, Action<ReadOnlySpan<byte>> use)
    {
        lock (turn)
        {
            Open();
            if (!places.TryGetValue(box, out var place) || !place.IsWhole)
                return false;
            use(keys[place.Key]);
            return true;
        }
    }

    /// <summary>
    /// Overwrites the slots of these boxes. First what the keys follow from, then which boxes they were of: after a crash
    /// in between the box still has a slot, which no longer gives a key, and is destroyed again.
    /// </summary>
    public void Destroy(IEnumerable<string> boxes)
    {
        lock (turn)
        {
            Open();
            var gone = boxes
                .Where(places.ContainsKey)
                .Distinct(StringComparer.Ordinal)
                .ToImmutableArray();
            if (gone.IsEmpty || handle is null)
                return;
            foreach (var box in gone)
            {
                keys.Forget(places[box].Key);
                places[box] = places[box] with { Key = LockedKeys.None, IsWhole = false };
                RandomAccess.Write(
                    handle,
                    RandomNumberGenerator.GetBytes(KeySlot.Length - KeySlot.HeadLength),
                    Start(places[box].Slot) + KeySlot.HeadLength
                );
            }
            RandomAccess.FlushToDisk(handle);
            foreach (var box in gone)
                RandomAccess.Write(handle, new byte[KeySlot.HeadLength], Start(places[box].Slot));
            RandomAccess.FlushToDisk(handle);
            foreach (var box in gone)
                places.Remove(box);
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            handle?.Dispose();
            keys.Dispose();
        }
    }

    private Place Draw(string box)
    {
        var no = FreeSlot(box);
        using var slot = KeySlot.Draw(box);
        RandomAccess.Write(handle!, slot.Bytes, Start(no));
        RandomAccess.FlushToDisk(handle!);
        return Kept(no, slot);
    }

    // The slot of a key that was torn is used again by its own box.
    private int FreeSlot(string box)
    {
        if (handle is null)
        {
            DataFolder.CreateFile(file);
            handle = Opened();
        }
        if (places.TryGetValue(box, out var torn))
            return torn.Slot;
        var taken = places.Values.Select(place => place.Slot).ToHashSet();
        if (taken.Count == slots)
            Grow();
        return Enumerable.Range(0, slots).First(slot => !taken.Contains(slot));
    }

    // Written out, not only set aside: what is overwritten later are then blocks that the file has.
    private void Grow()
    {
        var more = Math.Max(FirstSlots, slots);
        var empty = new byte[KeySlot.Length];
        for (var i = 0; i < more; i++)
            RandomAccess.Write(handle!, empty, Start(slots + i));
        RandomAccess.FlushToDisk(handle!);
        slots += more;
    }

    private void Open()
    {
        if (handle is not null || !File.Exists(file))
            return;
        handle = Opened();
        slots = (int)(RandomAccess.GetLength(handle) / KeySlot.Length);
        for (var no = 0; no < slots; no++)
        {
            if (KeySlot.BoxIn(handle, Start(no)) is not { Length: > 0 } box)
                continue;
            using var slot = KeySlot.Read(handle, Start(no));
            places[box] = Kept(no, slot);
        }
    }

    private Place Kept(int no, KeySlot slot) =>
        slot.IsWhole ? new(no, keys.Keep(slot.Key), true) : new(no, LockedKeys.None, false);

    private SafeFileHandle Opened() =>
        File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    private static long Start(int slot) => (long)slot * KeySlot.Length;

    /// <summary>Where the slot of a box lies, and where its key is kept in memory.</summary>
    private sealed record Place(int Slot, int Key, bool IsWhole);
}
