using System.Collections.Immutable;
using Plenum.Texts.Words;

namespace Plenum.Texts.Changes;

/// <summary>Words in place of words of a base.</summary>
internal readonly record struct WordEdit(int From, int To, ImmutableArray<Word> With)
{
    public bool Same(WordEdit other) =>
        From == other.From && To == other.To && With.AsSpan().SequenceEqual(other.With.AsSpan());
}

/// <summary>What a set of changes does to one block of its base.</summary>
internal sealed class BlockEdit
{
    public const int Nowhere = -1;

    public bool Gone { get; set; }

    /// <summary>The gap it is moved to.</summary>
    public int To { get; set; } = Nowhere;

    public List<WordEdit> Words { get; } = [];

    public (BlockKind Kind, int Level)? Shape { get; set; }

    public string? Label { get; set; }

    public bool ChangesContent => Words.Count > 0 || Shape is not null || Label is not null;
}

/// <summary>What a set of changes puts into one gap: a new block, or one that stood elsewhere.</summary>
internal readonly record struct Placed(Block? New, int Moved)
{
    public bool Same(Placed other) =>
        New is null
            ? other.New is null && Moved == other.Moved
            : other.New is not null && New.Says(other.New);
}
