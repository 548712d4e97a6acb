using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>
/// ABIF: <c>#</c> comments, <c>{key: value}</c> lines, <c>=token:[Full name]</c>, and <c>number:A&gt;B=C,D</c> with ratings
/// as <c>A/5</c>; a comma without ratings puts candidates in one place.
/// </summary>
/// <remarks>
/// Ratings are whole numbers up to 10,000; where papers carry them, they can be counted as grades: the highest times the lines
/// comes to 50,000,000 at most.
/// </remarks>
internal sealed class AbifParse(string text, string file, BallotLimits limits)
{
    private const int MostRating = 10_000;

    // A line of a few bytes has a place for every grade there is.
    private const long MostPlaces = 50_000_000;

    private sealed record Mark(int Candidate, int Place, int Rating);

    private readonly TextParse parse = new(file, limits);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> declared = new(StringComparer.Ordinal);
    private readonly List<(long Copies, List<Mark> Marks)> lines = [];
    private readonly Dictionary<string, (int Line, int Column)> undeclared = new(
        StringComparer.Ordinal
    );
    private string title = "";
    private int highest = -1;

    public BallotReading Run()
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (parse.Full)
                break;
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
                continue;
            var indent = line.Length - line.TrimStart().Length;
            if (trimmed[0] == '{')
                Head(trimmed);
            else if (trimmed[0] == '=')
                Name(trimmed, number, indent);
            else
                Line(trimmed, number, indent);
        }
        Spelled();
        var rated = lines.Exists(each => each.Marks.Exists(mark => mark.Rating >= 0));
        if (rated && (highest + 1L) * lines.Count > MostPlaces)
            parse.Report(
                "papers.too-many",
                1,
                1,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ratings up to {highest} on {lines.Count} lines"
                ),
                "lower ratings, or fewer lines"
            );
        return parse.Read(
            title,
            names,
            1,
            [.. lines.Select(each => new Papers(ByPlace(each.Marks, rated), each.Copies))],
            set => rated ? set.WithGraded(Graded()) : set
        );
    }

    // Declared tokens are whose they are said to be; one that only papers name is somebody's whom they spell otherwise.
    private void Spelled()
    {
        var spellings = new Spellings();
        foreach (var (token, line) in declared)
            spellings.Otherwise(token, line);
        foreach (var (token, (line, column)) in undeclared)
        {
            if (spellings.Otherwise(token, line) is { } expected)
                parse.Report("abif.spelling", line, column, $"\"{token}\"", expected);
        }
    }

    private void Head(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
            return;
        var key = line[1..colon].Trim().Trim("\"'");
        var value = line[(colon + 1)..].TrimEnd('}').Trim().Trim("\"'");
        if (key is "title" && value.Length <= limits.NameLength)
            title = value.ToString();
        if (key is "max_rating" && int.TryParse(value, NumberStyles.None, null, out var most))
            highest = Math.Min(most, MostRating);
    }

    private void Name(ReadOnlySpan<char> line, int number, int indent)
    {
        var at = 1;
        if (Token(line, ref at, number, indent) is not { } token)
            return;
        var name = at < line.Length && line[at] == ':' ? line[(at + 1)..].Trim() : default;
        if (name is ['[', .., ']'])
            name = name[1..^1];
        undeclared.Remove(token);
        declared.TryAdd(token, number);
        names[Of(token)] = name.IsEmpty ? token : name.ToString();
    }

    private void Line(ReadOnlySpan<char> line, int number, int indent)
    {
        var sign = line.IndexOfAny(':', '*');
        if (sign < 0)
        {
            parse.Report("abif.line", number, indent + 1, $"\"{line}\"", "number:preferences");
            return;
        }
        var copies = parse.Whole(
            line[..sign],
            limits.PapersOfOneLine,
            "abif.number",
            number,
            indent + 1,
            "how many papers the line stands for"
        );
        var marks = new List<Mark>();
        var (at, place) = (sign + 1, 0);
        Blank(line, ref at);
        while (at < line.Length && !parse.Full && marks.Count <= limits.MarksOfOneLine)
        {
            var from = at;
            if (Token(line, ref at, number, indent) is not { } token)
                return;
            if (!declared.ContainsKey(token))
                undeclared.TryAdd(token, (number, indent + from + 1));
            Blank(line, ref at);
            var rating = -1;
            if (at < line.Length && line[at] == '/')
            {
                var end = line[at..].IndexOfAny(">=,");
                end = end < 0 ? line.Length : at + end;
                rating = (int)
                    parse.Whole(
                        line[(at + 1)..end],
                        MostRating,
                        "abif.rating",
                        number,
                        indent + at + 2,
                        "a whole rating up to 10000"
                    );
                highest = Math.Max(highest, rating);
                at = end;
            }
            marks.Add(new Mark(Of(token), place, rating));
            if (at >= line.Length)
                break;
            if (line[at] is not ('>' or '=' or ','))
            {
                parse.Report("abif.sign", number, indent + at + 1, $"\"{line[at]}\"", ">, = or ,");
                return;
            }
            place += line[at] == '>' ? 1 : 0;
            at++;
            Blank(line, ref at);
        }
        if (marks.Count > limits.MarksOfOneLine || names.Count > limits.Candidates)
            parse.Report("papers.too-many", number, 1, "a long line", "fewer preferences");
        else if (copies >= 0)
            lines.Add((copies, marks));
    }

    private string? Token(ReadOnlySpan<char> line, ref int at, int number, int indent)
    {
        Blank(line, ref at);
        if (at < line.Length && line[at] is '[' or '"')
        {
            var close = line[at] == '[' ? ']' : '"';
            var end = line[(at + 1)..].IndexOf(close);
            if (end >= 0)
            {
                var bracketed = line.Slice(at + 1, end).ToString();
                at += end + 2;
                return bracketed;
            }
        }
        var length = line[at..].IndexOfAny(">=,/:");
        length = length < 0 ? line.Length - at : length;
        var token = line.Slice(at, length).Trim().ToString();
        if (token.Length is 0 or > 1_000 || token[0] is '[' or '"')
        {
            parse.Report(
                "abif.token",
                number,
                indent + at + 1,
                at < line.Length ? $"\"{line[at]}\"" : "the end of the line",
                "a candidate"
            );
            return null;
        }
        at += length;
        return token;
    }

    private static void Blank(ReadOnlySpan<char> line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
    }

    private int Of(string token)
    {
        if (numbers.TryGetValue(token, out var known))
            return known;
        numbers[token] = names.Count;
        names.Add(token);
        return names.Count - 1;
    }

    // Where commas and ratings stand together the ratings give the order.
    private static Ranking ByPlace(List<Mark> marks, bool rated) =>
        Ranking.OfRanks(
            marks
                .GroupBy(mark => (mark.Place, Rating: rated ? -mark.Rating : 0))
                .OrderBy(rank => rank.Key.Place)
                .ThenBy(rank => rank.Key.Rating)
                .Select(rank =>
                    rank.Select(mark => Candidate.At(mark.Candidate)).ToImmutableArray()
                )
        );

    private BallotSet Graded() =>
        BallotSet
            .Of(
                title,
                names,
                1,
                lines.Select(each => new Papers(ByRating(each.Marks), each.Copies))
            )
            .Grading(highest + 1);

    private Ranking ByRating(List<Mark> marks)
    {
        var all = new List<int>(highest + 1 + marks.Count);
        var next = highest;
        foreach (
            var rank in marks
                .GroupBy(mark => Math.Max(0, mark.Rating))
                .OrderByDescending(rank => rank.Key)
        )
        {
            for (; next > rank.Key; next--)
                all.Add(0);
            var sharing = false;
            foreach (var number in rank.Select(mark => mark.Candidate + 1).Order())
            {
                all.Add(sharing ? -number : number);
                sharing = true;
            }
            next--;
        }
        return Ranking.OfMarks(all);
    }
}
