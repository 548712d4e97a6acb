using System.Collections.Immutable;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>Blocks gathered from a document of another program: pieces of text come in until the block they belong to ends.</summary>
internal sealed class Gathering(BlockIds ids, TextLimits limits)
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Note>.Builder _notes = ImmutableArray.CreateBuilder<Note>();
    private readonly List<WordReader.Piece> _pieces = [];
    private readonly HashSet<BlockId> _used = [];
    private int _next;

    public void Text(string text, Style style, string link) =>
        _pieces.Add(
            new(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '), style, link)
        );

    public void Break() => _pieces.Add(new("\n"));

    public void Cell() => _pieces.Add(new(Word.Cell));

    public bool Any => _pieces.Exists(piece => !string.IsNullOrWhiteSpace(piece.Text));

    public bool EndsWithRow => _blocks is [.., { Kind: BlockKind.Row }];

    /// <summary>Ends a block; whether there were words in it.</summary>
    public bool End(BlockKind kind, int level, string label, string id = "")
    {
        var text = new Prose(WordReader.Read(_pieces));
        _pieces.Clear();
        if (kind != BlockKind.Rule && text.All(word => word.IsCell))
            return false;
        _blocks.Add(new Block(IdOf(id), kind, Math.Min(level, limits.Depth), label, text));
        return true;
    }

    public void Note(string code, string what) =>
        _notes.Add(new Note(code, 0, what.Length > 80 ? what[..80] : what));

    public TextReading Read() =>
        _blocks.Sum(block => (long)block.Text.Sum(word => word.Text.Length)) > limits.Characters
            ? Bounds.TooLarge(limits.Characters + 1L, limits)
        : _blocks
            .SelectMany(block => block.Text)
            .Select(word => Bounds.NoText(word.Text))
            .FirstOrDefault(found => found is not null)
            is { } none
            ? none
        : Bounds.Of(_blocks.ToImmutable(), _notes.ToImmutable(), limits);

    // An id that the document kept is the block's own, unless it is there twice.
    private BlockId IdOf(string id)
    {
        if (
            id.StartsWith("b-", StringComparison.Ordinal)
            && BlockId.TryParse(id[2..], out var kept)
            && kept != BlockId.Start
            && _used.Add(kept)
        )
            return kept;
        BlockId drawn;
        do drawn = ids[_next++];
        while (!_used.Add(drawn));
        return drawn;
    }
}
