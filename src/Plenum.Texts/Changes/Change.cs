using Plenum.Texts.Words;

namespace Plenum.Texts.Changes;

/// <summary>
/// One change of a base version, as a command. Every place is a place of the base, whatever the other changes of the same
/// set do; what several of them put behind one block stands there in the order of the set.
/// </summary>
public abstract record Change
{
    private Change() { }

    /// <summary>The block it is about.</summary>
    public abstract BlockId About { get; }

    /// <summary>Puts a new block behind another one.</summary>
    /// <param name="After">The block before it; <see cref="BlockId.Start" /> for the beginning.</param>
    /// <param name="New">The block, with an id that was never used.</param>
    public sealed record Insert(BlockId After, Block New) : Change
    {
        /// <inheritdoc />
        public override BlockId About => New.Id;
    }

    /// <summary>Strikes a block.</summary>
    /// <param name="Block">The block.</param>
    public sealed record Delete(BlockId Block) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }

    /// <summary>Puts words in place of words of a block; none in place of some strikes them, some in place of none inserts.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="From">The first word replaced, from 0.</param>
    /// <param name="To">The one behind the last.</param>
    /// <param name="Words">What stands there instead.</param>
    public sealed record Replace(BlockId Block, int From, int To, Prose Words) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }

    /// <summary>Puts a block behind another one than before.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="After">The block before its new place; <see cref="BlockId.Start" /> for the beginning.</param>
    public sealed record Move(BlockId Block, BlockId After) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }

    /// <summary>Makes two blocks of one: the words from a place on become a new block behind it.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="At">The first word of the new block.</param>
    /// <param name="New">The id of the new block.</param>
    public sealed record Split(BlockId Block, int At, BlockId New) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }

    /// <summary>Makes one block of two that follow each other: the words of the second are put to the first.</summary>
    /// <param name="Block">The first.</param>
    /// <param name="With">The second, which is gone afterwards, and its label with it.</param>
    public sealed record Join(BlockId Block, BlockId With) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }

    /// <summary>Gives a block another label.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Label">The label; empty for none.</param>
    public sealed record Renumber(BlockId Block, string Label) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }

    /// <summary>Makes a block another kind, or sets it deeper or less deep.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Kind">What it becomes.</param>
    /// <param name="Level">How deep.</param>
    public sealed record Reshape(BlockId Block, BlockKind Kind, int Level) : Change
    {
        /// <inheritdoc />
        public override BlockId About => Block;
    }
}
