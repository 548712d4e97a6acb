namespace Plenum.Domain;

/// <summary>What a line of a text opens when it is laid out: quotes and lists at its start, emphasis and links in it.</summary>
internal static class Markup
{
    // Brackets lie in each other until they are closed; emphasis takes a sign at either end.
    private const int SignsOfABracket = 2;

    private const int SpacesOfATab = 4;
    private const int SpacesOfAnItem = 3;
    private const int DigitsOfANumber = 9;

    // Quotes and items at the start of a line, the space among them, and what comes after.
    public static (int Markers, int Spaces, int At) Beginning(ReadOnlySpan<char> line)
    {
        var (markers, spaces, at) = (0, 0, 0);
        while (at < line.Length)
        {
            var taken = line[at] switch
            {
                ' ' or '\r' => 0,
                '\t' => 0,
                '>' => 1,
                '-' or '+' or '*' => 1,
                >= '0' and <= '9' => Number(line[at..]),
                _ => -1,
            };
            if (taken < 0)
                break;
            if (taken == 0)
                spaces += line[at] == '\t' ? SpacesOfATab : 1;
            else if (line[at] != '>' && !IsApart(line, at + taken))
                break;
            else
                markers++;
            at += Math.Max(1, taken);
        }
        return (markers, spaces, at);
    }

    private static bool IsApart(ReadOnlySpan<char> line, int at) =>
        at >= line.Length || line[at] is ' ' or '\t' or '\r';

    private static int Number(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits <= DigitsOfANumber && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits <= DigitsOfANumber && digits < line.Length && line[digits] is '.' or ')'
            ? digits + 1
            : -1;
    }

    public static bool IsItem(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(' ');
        return line.Length - rest.Length <= SpacesOfAnItem
            && !rest.IsEmpty
            && (
                rest[0] is '-' or '+' or '*' && IsApart(rest, 1)
                || Number(rest) is > 0 and var number && IsApart(rest, number)
            );
    }

    // A long row of one sign, as for a signature, opens half as much as it has signs.
    public static int SignsOf(ReadOnlySpan<char> line)
    {
        var (signs, row) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            row = i > 0 && line[i] == line[i - 1] ? row + 1 : 0;
            signs += line[i] switch
            {
                '[' => SignsOfABracket,
                '<' => 1,
                '*' or '_' or '`' when row % 2 == 0 => 1,
                _ => 0,
            };
        }
        return signs;
    }

    /// <summary>Code between two lines of three signs or more; such a line begins at the margin, where no quote or list holds it.</summary>
    public struct Fence
    {
        private const int Least = 3;
        private int _length;
        private char _sign;

        /// <summary>Whether a line, read after those before it, belongs to such code.</summary>
        public bool Holds(ReadOnlySpan<char> line)
        {
            var rest = line.TrimStart(' ');
            var indented = line.Length - rest.Length > SpacesOfAnItem;
            var sign = !rest.IsEmpty && !indented && rest[0] is '`' or '~' ? rest[0] : '\0';
            var length = sign == '\0' ? 0 : rest.Length - rest.TrimStart(sign).Length;
            if (_length == 0)
            {
                if (length < Least || sign == '`' && rest[length..].Contains('`'))
                    return false;
                (_length, _sign) = (length, sign);
            }
            else if (sign == _sign && length >= _length && rest[length..].IsWhiteSpace())
                _length = 0;
            return true;
        }
    }
}
