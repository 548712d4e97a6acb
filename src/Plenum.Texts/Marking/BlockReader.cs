using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Plenum.Texts.Words;
using ParsedBlock = Markdig.Syntax.Block;

namespace Plenum.Texts.Marking;

/// <summary>Walks a parsed document and puts down its blocks in their order.</summary>
internal sealed class BlockReader(string markdown, BlockIds ids, TextLimits limits)
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Note>.Builder _notes = ImmutableArray.CreateBuilder<Note>();
    private int _next;

    // Where a block stands: in how many lists and quotations, and the marker that still waits for its words.
    private readonly record struct Inside(int Item, int Quote, string Marker);

    public ImmutableArray<Block> Blocks => _blocks.ToImmutable();

    public ImmutableArray<Note> Notes => _notes.ToImmutable();

    public void Read(MarkdownDocument document) => Children(document, new Inside(0, 0, ""));

    private void Children(ContainerBlock container, Inside inside)
    {
        foreach (var child in container)
            inside = One(child, inside) ? inside with { Marker = "" } : inside;
        if (inside.Marker.Length > 0)
            Note("drop.empty-item", container, inside.Marker);
    }

    // Whether the marker found its words.
    private bool One(ParsedBlock block, Inside inside)
    {
        switch (block)
        {
            case HeadingBlock heading when inside is { Item: 0, Quote: 0 }:
                return Add(BlockKind.Heading, heading.Level, inside, Inline(heading));
            case HeadingBlock heading:
                Note(inside.Quote > 0 ? "heading.in-quote" : "heading.in-list", heading, "");
                return Leaf(inside, Inline(heading));
            case CodeBlock code:
                Note("code.block", code, "");
                return Leaf(inside, Lines(code));
            case ParagraphBlock paragraph:
                return Leaf(inside, Inline(paragraph));
            case ThematicBreakBlock:
                _blocks.Add(new Block(NextId(), BlockKind.Rule, 0, "", Prose.Empty));
                return false;
            case LinkReferenceDefinitionGroup:
                return false;
            case Table table:
                Rows(table, inside);
                return true;
            case ListBlock list:
                List(list, inside);
                return true;
            case QuoteBlock quote:
                if (inside.Item > 0)
                    Note("quote.in-list", quote, "");
                Children(quote, inside with { Item = 0, Quote = inside.Quote + 1 });
                return true;
            case LeafBlock other:
                return Leaf(inside, Inline(other));
            case ContainerBlock other:
                Children(other, inside);
                return true;
            default:
                return false;
        }
    }

    private void List(ListBlock list, Inside inside)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        // 1, 1, 1 is how Markdown says: count for me. It is counted once, here.
        var counted =
            list.IsOrdered
            && items.Count > 1
            && items.TrueForAll(i => markdown[i.Span.Start] == '1' && i.Order == 1);
        for (var at = 0; at < items.Count; at++)
        {
            var item = items[at];
            var marker = list.IsOrdered
                ? (counted ? at + 1 : item.Order).ToString(CultureInfo.InvariantCulture)
                    + list.OrderedDelimiter
                : "-";
            // A quotation has one level of its own; a list in it is lines with marks.
            Children(
                item,
                inside.Quote > 0
                    ? inside with
                    {
                        Marker = marker,
                    }
                    : new Inside(Math.Min(inside.Item + 1, limits.Depth), 0, marker)
            );
        }
    }

    private bool Leaf(Inside inside, IEnumerable<WordReader.Piece> text) =>
        inside.Quote > 0 ? Add(BlockKind.Quote, inside.Quote, inside, text)
        : inside.Marker.Length > 0 ? Add(BlockKind.Item, inside.Item, inside, text)
        : Add(BlockKind.Paragraph, inside.Item, inside, text);

    private bool Add(BlockKind kind, int level, Inside inside, IEnumerable<WordReader.Piece> text)
    {
        var prose = new Prose(WordReader.Read(text));
        if (prose.Count > 0)
            _blocks.Add(new Block(NextId(), kind, level, inside.Marker, prose));
        return prose.Count > 0;
    }

    private void Rows(Table table, Inside inside)
    {
        if (inside.Item > 0 || inside.Quote > 0)
            Note("table.in-list", table, "");
        var head = 1;
        foreach (var row in table.OfType<TableRow>())
        {
            var pieces = new List<WordReader.Piece>();
            foreach (var cell in row.OfType<TableCell>())
            {
                if (pieces.Count > 0)
                    pieces.Add(new(Word.Cell));
                foreach (var leaf in cell.OfType<LeafBlock>())
                    pieces.AddRange(Inline(leaf));
                pieces.Add(new(" "));
            }
            _blocks.Add(
                new Block(NextId(), BlockKind.Row, head, "", new Prose(WordReader.Read(pieces)))
            );
            head = 2;
        }
    }

    private ImmutableArray<WordReader.Piece> Inline(LeafBlock block) =>
        InlineReader.Read(block.Inline, (code, what) => Note(code, block, what));

    private static IEnumerable<WordReader.Piece> Lines(CodeBlock code)
    {
        var first = true;
        foreach (var line in code.Lines.ToString().Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (!first)
                yield return new("\n");
            yield return new(line.Replace('\t', ' ').Trim(), Style.Code);
            first = false;
        }
    }

    private BlockId NextId() => ids[_next++];

    private void Note(string code, ParsedBlock at, string what) =>
        _notes.Add(new Note(code, at.Line + 1, what));
}
