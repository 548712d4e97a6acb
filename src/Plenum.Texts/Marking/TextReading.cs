using System.Collections.Immutable;

namespace Plenum.Texts.Marking;

/// <summary>Something that a text brought and that is none of the kinds kept here: what became of it.</summary>
/// <param name="Code">What happened, such as <c>drop.image</c> or <c>heading.in-list</c>; <c>drop.</c> says that something is gone.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="What">What it was, or its words.</param>
public sealed record Note(string Code, int Line, string What);

/// <summary>What came of reading a text from outside.</summary>
public abstract record TextReading
{
    private TextReading() { }

    /// <summary>A text, and what was cleaned.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Notes">What was dropped or became something else.</param>
    public sealed record Read(TextVersion Text, ImmutableArray<Note> Notes) : TextReading;

    /// <summary>No text that can be read.</summary>
    /// <param name="Findings">Where, what was found, what was expected.</param>
    public sealed record Malformed(ImmutableArray<Finding> Findings) : TextReading;

    internal static TextReading Bad(string code, int line, string found, string expected) =>
        new Malformed([new Finding(code, line, default, found, expected)]);
}
