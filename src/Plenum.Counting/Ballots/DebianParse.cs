namespace Plenum.Counting.Ballots;

/// <summary>
/// Tally sheets of the Debian project: lines <c>V: 21-3 ...</c> with one mark an option in their order, a digit (then a
/// letter from 10 on) for its rank and a stroke for none; what follows the marks is a name or a digest and is not kept.
/// Lines <c>Option 1---&gt;: name</c> before them name the options.
/// </summary>
/// <remarks>Ranks may repeat and may skip. Options without a rank stand below all that have one.</remarks>
internal sealed class DebianParse(string text, string file, BallotLimits limits)
{
    private readonly TextParse parse = new(file, limits);
    private readonly List<string> names = [];
    private readonly List<Papers> papers = [];
    private int options;

    // What stands before the papers is a text about the vote, in any words.
    public static bool Fits(ReadOnlySpan<char> beginning)
    {
        foreach (var line in beginning.EnumerateLines())
        {
            if (line.StartsWith("V: ") && Marks(line).Length > 0)
                return true;
        }
        return false;
    }

    public BallotReading Run()
    {
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (parse.Full)
                break;
            var line = raw.Trim().TrimStart("/|\\ ");
            if (line.StartsWith("V:"))
                Paper(line, number);
            else if (line.StartsWith("Option ") && line.IndexOf(">:") is var at and > 0)
                names.Add(line[(at + 2)..].Trim().ToString());
        }
        if (papers.Count == 0)
            parse.Report("debian.papers", 1, 1, "no papers", "lines V: with a mark an option");
        if (names.Count > 0 && names.Count != options)
            parse.Report("debian.options", 1, 1, $"{names.Count} names", $"{options} of them");
        if (names.Count == 0)
            names.AddRange(Enumerable.Range(1, options).Select(option => $"{option}"));
        return parse.Read("", names, 1, papers, set => set);
    }

    private static ReadOnlySpan<char> Marks(ReadOnlySpan<char> line)
    {
        var rest = line[2..].TrimStart();
        var end = rest.IndexOfAny(" \t");
        var marks = end < 0 ? rest : rest[..end];
        foreach (var mark in marks)
        {
            if (mark != '-' && !char.IsAsciiDigit(mark) && !char.IsAsciiLetterUpper(mark))
                return [];
        }
        return marks;
    }

    private void Paper(ReadOnlySpan<char> line, int number)
    {
        var marks = Marks(line);
        if (options == 0)
            options = marks.Length;
        if (marks.Length == 0 || marks.Length != options)
        {
            parse.Report("debian.marks", number, 4, $"\"{marks}\"", $"{options} ranks or strokes");
            return;
        }
        var ranked = new List<(int Rank, int Option)>();
        for (var i = 0; i < marks.Length; i++)
        {
            if (Rank(marks[i]) is > 0 and var rank)
                ranked.Add((rank, i + 1));
        }
        ranked.Sort();
        var all = new List<int>();
        var last = 0;
        foreach (var (rank, option) in ranked)
        {
            for (; last + 1 < rank; last++)
                all.Add(0);
            all.Add(rank == last ? -option : option);
            last = rank;
        }
        papers.Add(new Papers(Ranking.OfMarks(all), 1));
    }

    private static int Rank(char mark) =>
        mark == '-' ? 0
        : char.IsAsciiDigit(mark) ? mark - '0'
        : mark - 'A' + 10;
}
