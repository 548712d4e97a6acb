using System.Collections;
using System.Collections.Immutable;
using System.Text;

namespace Plenum.Texts.Words;

/// <summary>The words of a block. Two are equal when their words are, down to spaces, emphasis and links.</summary>
public sealed class Prose : IEquatable<Prose>, IReadOnlyList<Word>
{
    private readonly ImmutableArray<Word> _words;

    internal Prose(ImmutableArray<Word> words) => _words = words;

    /// <summary>No words.</summary>
    public static Prose Empty { get; } = new([]);

    /// <summary>How many words and marks.</summary>
    public int Count => _words.Length;

    /// <summary>All of them.</summary>
    public ImmutableArray<Word> Words => _words;

    /// <summary>One of them.</summary>
    /// <param name="index">From 0.</param>
    public Word this[int index] => _words[index];

    /// <summary>Divides text without markup into words; the end of a line is kept, a tab begins a cell.</summary>
    /// <param name="text">Any text.</param>
    public static Prose Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Prose(WordReader.Read([new WordReader.Piece(text)]));
    }

    /// <summary>Words that go into others: what stands before the first one counts, so that a comma stays with its word.</summary>
    /// <param name="text">Any text.</param>
    public static Prose Fragment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Prose(WordReader.Read([new WordReader.Piece(text)], fragment: true));
    }

    /// <summary>Puts words together; what then reads as one word becomes one.</summary>
    /// <param name="words">Words in their order.</param>
    public static Prose Of(IEnumerable<Word> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new Prose(
            WordReader.Read(
                words.Select(word => new WordReader.Piece(
                    word.IsCell ? word.Text : word.ToString(),
                    word.Style,
                    word.Link
                ))
            )
        );
    }

    /// <summary>Some of the words.</summary>
    /// <param name="from">The first, from 0.</param>
    /// <param name="to">The one behind the last.</param>
    public Prose Slice(int from, int to) => new(AsFirst(_words[from..to]));

    /// <inheritdoc />
    public bool Equals(Prose? other) =>
        other is not null
        && (ReferenceEquals(this, other) || _words.AsSpan().SequenceEqual(other._words.AsSpan()));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Prose);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _words)
            hash.Add(word.Text, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The words as they read, without markup.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var word in _words)
        {
            if (word.IsCell)
                text.Append('\t');
            else if (text.Length > 0 && text[^1] != '\t')
                text.Append(word.ToString());
            else
                text.Append(word.Text);
        }
        return text.ToString();
    }

    /// <inheritdoc />
    public IEnumerator<Word> GetEnumerator() => _words.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The words as the first of a block: nothing stands before the first one.</summary>
    internal static ImmutableArray<Word> AsFirst(ImmutableArray<Word> words) =>
        words.Length == 0 || words[0].IsCell || words[0].Gap == Gap.Space
            ? words
            : words.SetItem(0, words[0] with { Gap = Gap.Space });
}
