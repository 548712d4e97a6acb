using System.Collections.Immutable;
using System.Globalization;
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
            && _open[kept] == wanted[kept]
            && !(_open[kept][0] == '`' && (word.Gap == Gap.Break || i == 0))
        )
            kept++;
        var closed = _open.Count > kept && _open.Exists(mark => mark[0] is '*' or '_');
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
            Append(i, lineStart, closed && wanted.Length == kept && word.Gap == Gap.None);
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
        if (mark[0] == '`' && _words[i].Text.StartsWith('`'))
            _text.Append(' ');
    }

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            var mark = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (mark[0] == '`' && _text[^1] == '`')
                _text.Append(' ');
            _text.Append(mark[0] == '[' ? $"]({Address(mark[1..])})" : mark);
        }
    }

    // Longer than any run of the same sign in what it holds.
    private string Fence(int from)
    {
        var (longest, run) = (0, 0);
        for (var i = from; i < _words.Length && _words[i].Style.HasFlag(Style.Code); i++)
        {
            if (i > from && _words[i].Gap != Gap.None)
                run = 0;
            foreach (var sign in _words[i].Text)
                longest = Math.Max(longest, run = sign == '`' ? run + 1 : 0);
        }
        return new string('`', longest + 1);
    }

    private static string Address(string link) =>
        link.Replace("&", "&amp;", StringComparison.Ordinal);

    private void Append(int i, int lineStart, bool afterMark)
    {
        var word = _words[i].Text;
        var next = i + 1 < _words.Length ? _words[i + 1] : default(Word?);
        // Letters on the far side of a mark of emphasis would keep it from being one.
        var first = afterMark && Joins(word, first: true);
        var last =
            next is { Gap: Gap.None } follows
            && Opens(_words[i], follows)
            && Joins(word, first: false);
        var runes = word.EnumerateRunes().ToArray();
        for (var at = 0; at < runes.Length; at++)
        {
            if ((first && at == 0) || (last && at == runes.Length - 1))
                _text.Append(CultureInfo.InvariantCulture, $"&#{runes[at].Value};");
            else if (Escaped(runes, at, i, lineStart, first || last))
                _text.Append('\\').Append(runes[at].ToString());
            else
                _text.Append(runes[at].ToString());
        }
    }

    private static bool Opens(Word word, Word next) =>
        (next.Style & ~word.Style & (Style.Emphasis | Style.Strong)) != Style.Plain
        || (next.Link != word.Link && next.Link.Length + word.Link.Length > 0);

    private static bool Joins(string word, bool first)
    {
        var rune = first ? word.EnumerateRunes().First() : word.EnumerateRunes().Last();
        return !(rune.IsAscii ? !Rune.IsLetterOrDigit(rune) : Rune.IsPunctuation(rune));
    }

    private bool Escaped(Rune[] runes, int at, int i, int lineStart, bool encoded)
    {
        if (!runes[at].IsAscii)
            return false;
        var sign = (char)runes[at].Value;
        var begins = i == lineStart && at == 0;
        return sign switch
        {
            '\\' or '*' or '`' or '[' or ']' or '<' or '|' => true,
            '_' => encoded || runes.Length == 1 || at == 0 || at == runes.Length - 1,
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
