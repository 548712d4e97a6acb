using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Plenum.Texts;

/// <summary>The name of a block: 64 bits that never change and are never used again, wherever the block stands and whatever it says.</summary>
/// <param name="Value">The bits.</param>
public readonly record struct BlockId(ulong Value) : IComparable<BlockId>
{
    private const int Signs = 13;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>No block: the beginning of a text, where something may be put before its first block.</summary>
    public static BlockId Start => default;

    /// <summary>Reads an id as <see cref="ToString" /> writes it.</summary>
    /// <param name="text">Thirteen signs of Crockford's base 32, lower case.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(string? text, out BlockId id)
    {
        id = default;
        if (text is not { Length: Signs })
            return false;
        UInt128 value = 0;
        foreach (var sign in text)
        {
            if (Alphabet.IndexOf(sign, StringComparison.Ordinal) is not (>= 0 and var digit))
                return false;
            value = (value << 5) | (UInt128)digit;
        }
        if (value > ulong.MaxValue)
            return false;
        id = new BlockId((ulong)value);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(BlockId other) => Value.CompareTo(other.Value);

    /// <summary>Thirteen signs of Crockford's base 32.</summary>
    public override string ToString() =>
        string.Create(
            Signs,
            Value,
            static (signs, value) =>
            {
                for (var at = Signs - 1; at >= 0; at--, value >>= 5)
                    signs[at] = Alphabet[(int)(value & 31)];
            }
        );
}

/// <summary>Where the ids of new blocks come from: a seed that the caller drew. The same seed gives the same ids.</summary>
public sealed class BlockIds
{
    private readonly ImmutableArray<byte> _seed;

    private BlockIds(ImmutableArray<byte> seed) => _seed = seed;

    /// <summary>Ids from a seed; whoever must not meet the ids of another text draws 16 random bytes.</summary>
    /// <param name="seed">Any bytes.</param>
    public static BlockIds Seeded(ReadOnlySpan<byte> seed) => new([.. SHA256.HashData(seed)]);

    /// <summary>The id with a number.</summary>
    /// <param name="number">From 0.</param>
    public BlockId this[int number]
    {
        get
        {
            Span<byte> named = stackalloc byte[SHA256.HashSizeInBytes + sizeof(int)];
            _seed.CopyTo(named);
            BinaryPrimitives.WriteInt32BigEndian(named[SHA256.HashSizeInBytes..], number);
            return new BlockId(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(named)));
        }
    }
}

/// <summary>What is wrong with something from outside: where, what was found, what was expected.</summary>
/// <param name="Code">A stable code, such as <c>text.not-utf8</c>.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="Block">The block; the default where there is none.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
public sealed record Finding(
    string Code,
    int Line = 0,
    BlockId Block = default,
    string Found = "",
    string Expected = ""
)
{
    /// <summary>Code, place, found and expected in one line.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Code}{(Line > 0 ? $" line {Line}" : "")}{(Block == default ? "" : $" block {Block}")}: found {Found}; expected {Expected}"
        );
}
