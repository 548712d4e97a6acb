using System.Collections.Immutable;
using System.Text;
using Plenum.Texts.Words;

namespace Plenum.Texts.Marking;

/// <summary>Writes words in Markdown so that they read back as the same words: nothing a person typed becomes markup.</summary>
internal sealed class InlineWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _open = [];
    private readonly string _newLine;
    private readonly bool _heading;
    private ImmutableArray<Word> _words = [];

    private InlineWriter(string newLine, bool heading) => (_newLine, _heading) = (newLine, heading);

    /// <summary>The words of a block, or of one cell.</summary>
    /// <param name="words">The words.</param>
    /// <param name="newLine">What a new line begins with.</param>
    /// <param name="atStart">Whether the first word begins a line.</param>
    /// <param name="heading">Whether signs of headings could be taken for the end of one.</param>
    public static string Write(
        ImmutableArray<Word> words,
        string newLine = "",
        bool atStart = true,
        bool heading = false
    )
    {
        var writer = new InlineWriter(newLine, heading) { _words = words };
        var lineStart = atStart ? 0 : -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Gap == Gap.Break && i > 0)
                lineStart = i;
            writer.Add(i, lineStart);
        }
        writer.CloseTo(0);
        return writer._text.ToString();
    }

    private void Add(int i, int lineStart)
    {
        var word = _words[i];
        var wanted = Marks(word);
        // A span of code holds no line of its own.
        var kept = 0;
        while (
            kept < _open.Count
            && kept < wanted.Length
            && (_open[kept] == wanted[kept] || (_open[kept][0], wanted[kept][0]) is ('`', '`'))
            && !(_open[kept][0] == '`' && (word.Gap == Gap.Break || i == 0))
        )
            kept++;
        CloseTo(kept);
        if (i > 0)
            _text.Append(
                word.Gap switch
                {
                    Gap.None => "",
                    Gap.Space => " ",
                    Gap.Fixed => "\u00A0",
                    Gap.Break => "\\\n" + _newLine,
                }
            );
        for (var at = kept; at < wanted.Length; at++)
            Open(wanted[at], i);
        if (word.Style.HasFlag(Style.Code))
            _text.Append(word.Text);
        else
            Append(i, lineStart);
    }

    // From the outside in; what stands inside is closed before what stands around it.
    private string[] Marks(Word word)
    {
        var marks = new List<string>(4);
        if (word.Link.Length > 0)
            marks.Add("[" + word.Link);
        if (word.Style.HasFlag(Style.Strong))
            marks.Add("**");
        if (word.Style.HasFlag(Style.Emphasis))
            marks.Add("_");
        if (word.Style.HasFlag(Style.Code))
            marks.Add("`");
        return [.. marks];
    }

    private void Open(string mark, int i)
    {
        if (mark[0] == '`')
            mark = Fence(i);
        _open.Add(mark);
        _text.Append(mark[0] == '[' ? "[" : mark);
    }

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            var mark = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _text.Append(
                mark[0] == '[' ? $"]({Address(mark[1..])})"
                : mark[^1] == ' ' ? " " + mark[..^1]
                : mark
            );
        }
    }

    // Longer than any run of the same sign in what it holds, and apart from one at either end.
    private string Fence(int from)
    {
        var (longest, run, last) = (0, 0, from);
        for (var i = from; i < _words.Length; i++)
        {
            if (
                i > from
                && (
                    _words[i].Gap == Gap.Break
                    || _words[i].Style != _words[from].Style
                    || _words[i].Link != _words[from].Link
                )
            )
                break;
            if (_words[i].Gap != Gap.None)
                run = 0;
            foreach (var sign in _words[i].Text)
                longest = Math.Max(longest, run = sign == '`' ? run + 1 : 0);
            last = i;
        }
        return new string('`', longest + 1)
            + (_words[from].Text[0] == '`' || _words[last].Text[^1] == '`' ? " " : "");
    }

    private static string Address(string link) =>
        link.Replace("&", "&amp;", StringComparison.Ordinal);

    private void Append(int i, int lineStart)
    {
        var word = _words[i].Text;
        var runes = word.EnumerateRunes().ToArray();
        for (var at = 0; at < runes.Length; at++)
        {
            // Escaped or not, a backtick before a span of code is taken for part of its fence.
            if (runes[at].Value == '`' && at == runes.Length - 1 && BeforeCode(i))
                _text.Append("&#96;");
            else if (Escaped(runes, at, i, lineStart))
                _text.Append('\\').Append(runes[at].ToString());
            else
                _text.Append(runes[at].ToString());
        }
    }

    private bool BeforeCode(int i) =>
        i + 1 < _words.Length
        && _words[i + 1].Gap == Gap.None
        && _words[i + 1].Style.HasFlag(Style.Code);

    private bool Escaped(Rune[] runes, int at, int i, int lineStart)
    {
        if (!runes[at].IsAscii)
            return false;
        var sign = (char)runes[at].Value;
        var begins = i == lineStart && at == 0;
        return sign switch
        {
            '\\' or '*' or '`' or '[' or ']' or '<' or '|' => true,
            '_' => runes.Length == 1 || at == 0 || at == runes.Length - 1,
            '&' => true,
            '!' => i + 1 < _words.Length && _words[i + 1] is { Gap: Gap.None, Link.Length: > 0 },
            '#' => begins || _heading,
            '>' or '+' or '-' or '=' or '~' => begins,
            '.' or ')' => runes.Length == 1
                && i == lineStart + 1
                && lineStart >= 0
                && _words[i].Gap == Gap.None
                && _words[i - 1].Text.All(char.IsAsciiDigit),
            _ => false,
        };
    }
}
