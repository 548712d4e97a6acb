using System.Collections.Immutable;

namespace Plenum.Texts.Merging;

/// <summary>What two or more changes want of one place.</summary>
public enum Dispute
{
    /// <summary>Different words in place of the same words.</summary>
    Words,

    /// <summary>Different labels.</summary>
    Label,

    /// <summary>Different kinds or levels.</summary>
    Shape,

    /// <summary>One strikes a block that another changes or moves.</summary>
    Struck,

    /// <summary>Different places for one block.</summary>
    Place,

    /// <summary>Insertions behind one block whose order nobody gave.</summary>
    Insertions,

    /// <summary>Put together, the words would read as others than those that were written.</summary>
    Reading,
}

/// <summary>One side of a conflict: who, and what the place would read.</summary>
/// <param name="Name">The name of the amendment.</param>
/// <param name="Text">The sentence or block as this side has it; empty if it strikes it.</param>
public sealed record Side(string Name, string Text);

/// <summary>What people have to decide: the text keeps the base there, and nothing of any side.</summary>
/// <param name="About">What is in dispute.</param>
/// <param name="Block">The block; for insertions the one before them.</param>
/// <param name="Base">What stands there.</param>
/// <param name="Sides">What each wants, in the order of adoption.</param>
public sealed record Conflict(Dispute About, BlockId Block, string Base, ImmutableArray<Side> Sides)
{
    /// <inheritdoc />
    public bool Equals(Conflict? other) =>
        other is not null
        && (About, Block, Base) == (other.About, other.Block, other.Base)
        && Sides.SequenceEqual(other.Sides);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(About, Block, Base, Sides.Length);
}

/// <summary>Changes of two amendments that touch without sharing a word: both are in the text, and they are to be read together.</summary>
/// <param name="Block">The block; for blocks put into one gap the one before it.</param>
/// <param name="First">The amendment whose words stand first.</param>
/// <param name="Second">The other.</param>
/// <param name="Text">The block, or the blocks, as composed.</param>
public sealed record Adjacency(BlockId Block, string First, string Second, string Text);

/// <summary>Where a word of a composed text comes from.</summary>
/// <param name="Amendment">The amendment that brought it; empty if the base had it.</param>
/// <param name="Block">The block of the base it stood in; <see cref="BlockId.Start" /> if it is new.</param>
/// <param name="Word">Its place there, from 0.</param>
public readonly record struct Source(string Amendment, BlockId Block, int Word);
