namespace Plenum.Texts;

/// <summary>How large a text may be; looked at before time is spent on it.</summary>
/// <param name="Characters">UTF-16 units of the whole.</param>
/// <param name="Blocks">Blocks.</param>
/// <param name="InBlock">Words and marks in one block.</param>
/// <param name="Depth">How deep lists and quotations stand in each other.</param>
/// <param name="Unpacked">Bytes of one part of a packed document, unpacked.</param>
public sealed record TextLimits(int Characters, int Blocks, int InBlock, int Depth, long Unpacked)
{
    /// <summary>Two million characters, 40,000 blocks of 20,000 words at most, nine levels, 16 MiB a part.</summary>
    public static TextLimits Usual { get; } = new(2_000_000, 40_000, 20_000, 9, 16 * 1024 * 1024);
}
