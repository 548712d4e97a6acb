using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Plenum.Texts.Marking;

namespace Plenum.Texts;

/// <summary>
/// A text as it stands at one time: blocks in their order, each with an id of its own. What stands under what follows from
/// the order: a heading holds what follows it up to the next heading of its level or above, an item holds items of the
/// next level. A version never changes.
/// </summary>
public sealed class TextVersion : IEquatable<TextVersion>
{
    private readonly FrozenDictionary<BlockId, int> _places;
    private readonly Lazy<string> _digest;

    private TextVersion(ImmutableArray<Block> blocks)
    {
        Blocks = blocks;
        _places = blocks
            .Select((block, at) => (block.Id, at))
            .ToFrozenDictionary(p => p.Id, p => p.at);
        _digest = new Lazy<string>(() => DigestOf(TextCanon.Write(this)));
    }

    /// <summary>No blocks.</summary>
    public static TextVersion Empty { get; } = new([]);

    /// <summary>The blocks in their order.</summary>
    public ImmutableArray<Block> Blocks { get; }

    /// <summary>SHA-256 of the canonical form, in hexadecimal: words, labels, order and ids.</summary>
    public string Digest => _digest.Value;

    /// <summary>SHA-256 of the words alone, in hexadecimal: equal for two texts that read the same, whatever their ids.</summary>
    public string Wording =>
        DigestOf(System.Text.Encoding.UTF8.GetBytes(MarkdownWriter.Write(this)));

    /// <summary>
    /// Makes a version. Blocks without words are left out, labels are taken out of the words, an item stands one level
    /// below the one before it at most.
    /// </summary>
    /// <param name="blocks">The blocks in their order.</param>
    /// <exception cref="ArgumentException">One id twice.</exception>
    public static TextVersion Of(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var seating = new Seating();
        var seen = new HashSet<BlockId>();
        foreach (var given in blocks)
        {
            var block = Labels.Lifted(given).Block;
            if (block.IsBare)
                continue;
            if (!seen.Add(block.Id))
                throw new ArgumentException($"one id twice: {block.Id}", nameof(blocks));
            seating.Add(block);
        }
        return new TextVersion(seating.Blocks);
    }

    /// <summary>The place of a block, from 0; -1 if it is not here.</summary>
    /// <param name="id">Its id.</param>
    public int PlaceOf(BlockId id) => _places.TryGetValue(id, out var at) ? at : -1;

    /// <summary>The block that a block stands under: its heading or the item it is part of.</summary>
    /// <param name="id">Its id.</param>
    public BlockId? ParentOf(BlockId id)
    {
        var at = PlaceOf(id);
        if (at < 0)
            return null;
        var depth = Depth(Blocks[at]);
        for (var before = at - 1; before >= 0; before--)
            if (
                Depth(Blocks[before]) < depth
                && Blocks[before].Kind is BlockKind.Heading or BlockKind.Item
            )
                return Blocks[before].Id;
        return null;
    }

    /// <inheritdoc />
    public bool Equals(TextVersion? other) =>
        other is not null && Blocks.AsSpan().SequenceEqual(other.Blocks.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TextVersion);

    /// <inheritdoc />
    public override int GetHashCode() => Digest.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text in Markdown.</summary>
    public override string ToString() => MarkdownWriter.Write(this);

    private static int Depth(Block block) =>
        block.Kind switch
        {
            BlockKind.Heading => block.Level,
            BlockKind.Item => 10 + block.Level,
            BlockKind.Paragraph when block.Level > 0 => 11 + block.Level,
            _ => 10,
        };

    private static string DigestOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));
}
