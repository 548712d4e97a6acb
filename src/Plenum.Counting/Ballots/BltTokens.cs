namespace Plenum.Counting.Ballots;

internal enum BltTokenKind
{
    End,
    Atom,
    Quoted,
    Open,
    Close,
    OpenOption,
    CloseOption,
    Equal,
    Unclosed,
}

internal readonly record struct BltToken(
    BltTokenKind Kind,
    int Start,
    int Length,
    int Line,
    int Column
);

/// <summary>
/// The tokens of a BLT file before its names: atoms, quoted texts and <c>( ) [ ] =</c>; blanks, commas,
/// <c># ...</c> and <c>/* ... */</c> only separate.
/// </summary>
internal sealed class BltTokens(string text)
{
    private int position;
    private int line = 1;
    private int lineStart;

    public int Position => position;
    public int Line => line;
    public int Column => position - lineStart + 1;

    public ReadOnlySpan<char> Text(BltToken token) => text.AsSpan(token.Start, token.Length);

    public void GoTo(BltToken token)
    {
        position = token.Start;
        line = token.Line;
        lineStart = token.Start - token.Column + 1;
    }

    public BltToken Peek()
    {
        var (p, l, s) = (position, line, lineStart);
        var token = Next();
        (position, line, lineStart) = (p, l, s);
        return token;
    }

    public BltToken Next()
    {
        if (!SkipToToken())
            return Take(BltTokenKind.Unclosed, text.Length - position);
        if (position >= text.Length)
            return Take(BltTokenKind.End, 0);
        switch (text[position])
        {
            case '(':
                return Take(BltTokenKind.Open, 1);
            case ')':
                return Take(BltTokenKind.Close, 1);
            case '[':
                return Take(BltTokenKind.OpenOption, 1);
            case ']':
                return Take(BltTokenKind.CloseOption, 1);
            case '=':
                return Take(BltTokenKind.Equal, 1);
            case '"':
                return Quoted();
            default:
                var end = position + 1;
                while (
                    end < text.Length
                    && !EndsAtom(text[end])
                    && !(text[end] == '/' && text.AsSpan(end).StartsWith("/*"))
                )
                    end++;
                return Take(BltTokenKind.Atom, end - position);
        }
    }

    private static bool EndsAtom(char c) =>
        char.IsWhiteSpace(c) || c is ',' or '(' or ')' or '[' or ']' or '=' or '"' or '#';

    // The quotes belong to the token; a doubled quote stands for itself; a quote does not run over a line's end.
    private BltToken Quoted()
    {
        var end = position + 1;
        while (end < text.Length && text[end] is not '\n')
        {
            if (text[end] != '"')
                end++;
            else if (end + 1 < text.Length && text[end + 1] == '"')
                end += 2;
            else
                return Take(BltTokenKind.Quoted, end + 1 - position);
        }
        return Take(BltTokenKind.Unclosed, end - position);
    }

    private BltToken Take(BltTokenKind kind, int length)
    {
        var token = new BltToken(kind, position, length, line, Column);
        for (var i = position; i < position + length; i++)
            NoticeLine(i);
        position += length;
        return token;
    }

    private void NoticeLine(int at)
    {
        if (text[at] != '\n')
            return;
        line++;
        lineStart = at + 1;
    }

    // False when a comment is never closed.
    private bool SkipToToken()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsWhiteSpace(c) || c is ',' or '\uFEFF')
            {
                NoticeLine(position);
                position++;
            }
            else if (c == '#')
            {
                while (position < text.Length && text[position] != '\n')
                    position++;
            }
            else if (c == '/' && position + 1 < text.Length && text[position + 1] == '*')
            {
                var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                if (end < 0)
                    return false;
                for (; position < end + 2; position++)
                    NoticeLine(position);
            }
            else
            {
                return true;
            }
        }
        return true;
    }
}
