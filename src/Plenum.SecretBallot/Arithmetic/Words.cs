using System.Numerics;
using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Whole numbers as words of 64 bits, the lowest first.</summary>
internal static class Words
{
    public static int Length(BigInteger value) => (int)((value.GetBitLength() + 63) / 64);

    public static ulong[] Of(BigInteger value, int length)
    {
        var words = new ulong[length];
        if (!value.TryWriteBytes(MemoryMarshal.AsBytes(words.AsSpan()), out _, isUnsigned: true))
            throw new ArgumentOutOfRangeException(nameof(value));
        return words;
    }

    public static BigInteger Number(ReadOnlySpan<ulong> words) =>
        new(MemoryMarshal.AsBytes(words), isUnsigned: true);

    /// <summary>Some bits of a number whose bytes stand lowest first; beyond its end they are nought.</summary>
    public static int Bits(ReadOnlySpan<byte> number, int from, int count)
    {
        var value = 0u;
        for (var at = 0; at < 4; at++)
            if ((from >> 3) + at < number.Length)
                value |= (uint)number[(from >> 3) + at] << (8 * at);
        return (int)((value >> (from & 7)) & ((1u << count) - 1));
    }
}
