using Plenum.Texts.Words;

namespace Plenum.Texts;

/// <summary>What a block is.</summary>
public enum BlockKind
{
    /// <summary>A heading; its level from 1 to 6.</summary>
    Heading,

    /// <summary>A paragraph; its level is 0, or the level of the list item it goes on.</summary>
    Paragraph,

    /// <summary>An item of a list; its level from 1. Its label is <c>-</c> or the number it shows.</summary>
    Item,

    /// <summary>A paragraph of a quotation; its level from 1.</summary>
    Quote,

    /// <summary>A row of a table: level 1 for the head, with which a table begins, level 2 for the others.</summary>
    Row,

    /// <summary>A line across the page.</summary>
    Rule,
}

/// <summary>
/// A piece of a text that people point at: a heading, a paragraph, an item. Its label (<c>§ 3</c>, <c>(2)</c>, <c>a)</c>,
/// <c>4.</c>) stands as it was given and is never counted up when it is shown.
/// </summary>
/// <param name="Id">Its name for ever.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">How deep it stands.</param>
/// <param name="Label">Its number or letter; empty for none.</param>
/// <param name="Text">Its words.</param>
public sealed record Block(BlockId Id, BlockKind Kind, int Level, string Label, Prose Text)
{
    /// <summary>A paragraph.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="text">Its words, without markup.</param>
    public static Block Paragraph(BlockId id, string text) =>
        new(id, BlockKind.Paragraph, 0, "", Prose.Of(text));

    /// <summary>Whether two say the same, whatever they are called.</summary>
    /// <param name="other">The other.</param>
    public bool Says(Block other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind
            && Level == other.Level
            && Label == other.Label
            && Text.Equals(other.Text);
    }

    /// <summary>Whether there is anything to read in it.</summary>
    internal bool IsBare => Kind != BlockKind.Rule && Text.Count == 0;
}
