using System.Text;

namespace Plenum.Texts.Words;

/// <summary>What stands between a word and the one before it.</summary>
public enum Gap
{
    /// <summary>A space; also before the first word of a block.</summary>
    Space,

    /// <summary>Nothing: a full stop behind its sentence.</summary>
    None,

    /// <summary>A space at which no line ends.</summary>
    Fixed,

    /// <summary>The end of a line that its author set.</summary>
    Break,
}

/// <summary>How a word is set.</summary>
[Flags]
public enum Style
{
    /// <summary>Like the words around it.</summary>
    Plain = 0,

    /// <summary>Emphasis.</summary>
    Emphasis = 1,

    /// <summary>Strong emphasis.</summary>
    Strong = 2,

    /// <summary>As typed.</summary>
    Code = 4,
}

/// <summary>
/// A word, a number or a single mark of a text, with how it stands. Signs of markup are no words: they are properties of
/// the words they cover.
/// </summary>
/// <param name="Text">The word itself; a tab begins the next cell of a table row.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">Where it leads; empty for nowhere.</param>
public readonly record struct Word(
    string Text,
    Gap Gap = Gap.Space,
    Style Style = Style.Plain,
    string Link = ""
)
{
    /// <summary>The mark that begins the next cell of a table row.</summary>
    public const string Cell = "\t";

    /// <summary>Whether it is a word or a number, and no mark.</summary>
    public bool IsWord => IsWordIn(Text);

    /// <summary>Whether it is the mark between two cells.</summary>
    public bool IsCell => Text == Cell;

    /// <summary>What comparison compares: the word without signs that cannot be seen.</summary>
    public string Key => Signs.Visible(Text);

    /// <summary>The word with what stands before it.</summary>
    public override string ToString() =>
        Gap switch
        {
            Gap.Space => " " + Text,
            Gap.None => Text,
            Gap.Fixed => "\u00A0" + Text,
            Gap.Break => "\n" + Text,
        };

    private static bool IsWordIn(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                return true;
        return false;
    }
}
