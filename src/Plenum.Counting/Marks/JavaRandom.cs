namespace Plenum.Counting.Marks;

/// <summary>
/// The generator of java.util.Random, whose documentation fixes it: 48 bits, multiplier 5DEECE66D, increment 11. Ties that
/// were drawn with it and a public seed can be drawn again.
/// </summary>
internal sealed class JavaRandom(long seed)
{
    private const long Multiplier = 0x5DEECE66DL;
    private const long Mask = (1L << 48) - 1;
    private long state = (seed ^ Multiplier) & Mask;

    /// <summary>The place the next double between 0 and 1 falls on, of so many.</summary>
    public int Place(int of)
    {
        var high = (UInt128)(uint)Next(26);
        var bits = (high << 27) + (uint)Next(27);
        return (int)((bits * (uint)of) >> 53);
    }

    /// <summary>Shuffles as java.util.Collections does.</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count; i > 1; i--)
        {
            var j = Below(i);
            (list[i - 1], list[j]) = (list[j], list[i - 1]);
        }
    }

    private int Below(int bound)
    {
        if ((bound & -bound) == bound)
            return (int)((bound * (long)Next(31)) >> 31);
        while (true)
        {
            var bits = Next(31);
            var value = bits % bound;
            // More than 2^31 - 1 would favour the small ones; the origin sees it by the overflow.
            if ((long)bits - value + (bound - 1) <= int.MaxValue)
                return value;
        }
    }

    private int Next(int bits)
    {
        state = unchecked((state * Multiplier) + 0xB) & Mask;
        return (int)(state >> (48 - bits));
    }
}
