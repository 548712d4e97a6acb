using System.Buffers;

namespace Plenum.Counting.Ballots;

/// <summary>Sorts keys, and what belongs to them, byte by byte from the lowest; stable.</summary>
internal static class RadixSort
{
    private const int Few = 96;

    /// <summary>Sorts.</summary>
    /// <param name="keys">What is sorted.</param>
    /// <param name="items">What moves along; may be empty.</param>
    public static void Sort(Span<ulong> keys, Span<int> items)
    {
        if (keys.Length < 2)
            return;
        if (keys.Length <= Few)
        {
            if (items.IsEmpty)
                keys.Sort();
            else
                keys.Sort(items);
            return;
        }
        var otherKeys = ArrayPool<ulong>.Shared.Rent(keys.Length);
        var otherItems = items.IsEmpty ? [] : ArrayPool<int>.Shared.Rent(items.Length);
        Sort(keys, items, otherKeys.AsSpan(0, keys.Length), otherItems.AsSpan(0, items.Length));
        ArrayPool<ulong>.Shared.Return(otherKeys);
        if (otherItems.Length > 0)
            ArrayPool<int>.Shared.Return(otherItems);
    }

    private static void Sort(
        Span<ulong> keys,
        Span<int> items,
        Span<ulong> otherKeys,
        Span<int> otherItems
    )
    {
        Span<int> counts = stackalloc int[8 * 256];
        counts.Clear();
        foreach (var key in keys)
        {
            for (var digit = 0; digit < 8; digit++)
                counts[(digit << 8) | (int)((key >> (digit * 8)) & 0xFF)]++;
        }
        var from = keys;
        var to = otherKeys;
        var fromItems = items;
        var toItems = otherItems;
        for (var digit = 0; digit < 8; digit++)
        {
            var count = counts.Slice(digit << 8, 256);
            if (count[(int)((keys[0] >> (digit * 8)) & 0xFF)] == keys.Length)
                continue;
            var at = 0;
            for (var value = 0; value < 256; value++)
                (count[value], at) = (at, at + count[value]);
            for (var i = 0; i < from.Length; i++)
            {
                var place = count[(int)((from[i] >> (digit * 8)) & 0xFF)]++;
                to[place] = from[i];
                if (!fromItems.IsEmpty)
                    toItems[place] = fromItems[i];
            }
            var swap = from;
            from = to;
            to = swap;
            var swapItems = fromItems;
            fromItems = toItems;
            toItems = swapItems;
        }
        if (from == keys)
            return;
        from.CopyTo(keys);
        fromItems.CopyTo(items);
    }
}
