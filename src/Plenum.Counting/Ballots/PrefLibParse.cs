using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>PrefLib's files: header lines <c># KEY: value</c>, then <c>number: 1,{2,3},4</c>, braces for equal places.</summary>
/// <remarks>
/// In soc, soi, toc and toi files a paper approves its first place; in cat files every place is a category, from the best,
/// and those in the first are approved.
/// </remarks>
internal sealed class PrefLibParse(string text, string file, BallotLimits limits)
{
    private readonly TextParse parse = new(file, limits);
    private readonly SortedDictionary<int, string> names = [];
    private readonly List<Papers> papers = [];
    private string title = "";
    private string type = "";
    private int alternatives;
    private int categories;

    // Some published files number from 0, and say so by naming an alternative 0.
    private int first = 1;

    public BallotReading Run()
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (parse.Full)
                break;
            if (line.Trim().IsEmpty)
                continue;
            if (line[0] == '#')
                Head(line, number);
            else
                Order(line, number);
        }
        if (alternatives == 0)
            alternatives = names.Count == 0 ? 0 : names.Keys.Max() + 1 - first;
        var all = new List<string>();
        for (var i = first; i < alternatives + first; i++)
            all.Add(names.GetValueOrDefault(i, i.ToString(CultureInfo.InvariantCulture)));
        var most = papers.Count == 0 ? 0 : papers.Max(each => each.Ranking.HighestNumber);
        if (most > alternatives && !parse.Failed)
            parse.Report(
                "preflib.alternative",
                1,
                1,
                most.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"an alternative up to {alternatives}")
            );
        return parse.Read(
            title,
            all,
            1,
            papers,
            set => type == "cat" ? set.Grading(Math.Max(2, categories)) : set.ApprovingFirstRank()
        );
    }

    private void Head(ReadOnlySpan<char> line, int number)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
            return;
        var key = line[1..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (key is "TITLE")
            title = value.Length > limits.NameLength ? "" : value.ToString();
        else if (key is "DATA TYPE")
            type = value.ToString();
        else if (key is "NUMBER ALTERNATIVES")
            alternatives = Bound(value, number, colon);
        else if (key is "NUMBER CATEGORIES")
            categories = Bound(value, number, colon);
        else if (key.StartsWith("CATEGORY NAME "))
            categories = Math.Max(categories, Bound(key["CATEGORY NAME ".Length..], number, 2));
        else if (key.StartsWith("ALTERNATIVE NAME "))
        {
            var which = Bound(key["ALTERNATIVE NAME ".Length..], number, 2);
            first = which == 0 && !parse.Failed ? 0 : first;
            if (!names.TryAdd(which, value.ToString()))
                parse.Report("preflib.name", number, 1, key.ToString(), "each alternative once");
        }
    }

    private int Bound(ReadOnlySpan<char> value, int line, int column) =>
        (int)
            Math.Max(
                0,
                parse.Whole(
                    value,
                    limits.Candidates,
                    "preflib.number",
                    line,
                    column + 2,
                    $"a number up to {limits.Candidates.ToString(CultureInfo.InvariantCulture)}"
                )
            );

    private void Order(ReadOnlySpan<char> line, int number)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            parse.Report("preflib.line", number, 1, $"\"{line}\"", "number: order");
            return;
        }
        var copies = parse.Whole(
            line[..colon],
            limits.PapersOfOneLine,
            "preflib.number",
            number,
            1,
            "how many papers the line stands for"
        );
        var marks = new List<int>();
        var (at, shared, open) = (colon + 1, false, false);
        while (at < line.Length && !parse.Full)
        {
            var c = line[at];
            if (c is ' ' or '\t')
                at++;
            else if (c == '{' && !open)
                (open, shared, at) = (true, false, at + 1);
            else if (c == '}' && open)
            {
                // A category nobody is in.
                if (!shared)
                    marks.Add(0);
                (open, at) = (false, at + 1);
            }
            else if (c == ',')
            {
                if (!open && at > colon + 1 && PreviousIsComma(line[(colon + 1)..at]))
                    marks.Add(0);
                at++;
            }
            else
            {
                var end = line[at..].IndexOfAny(",{} \t");
                end = end < 0 ? line.Length : at + end;
                if (end == at)
                {
                    parse.Report("preflib.order", number, at + 1, $"\"{c}\"", "a comma or the end");
                    return;
                }
                var who = parse.Whole(
                    line[at..end],
                    (alternatives > 0 ? alternatives : limits.Candidates) + first - 1,
                    "preflib.alternative",
                    number,
                    at + 1,
                    "the number of an alternative"
                );
                if (who >= 0 && who < first)
                    parse.Report("preflib.alternative", number, at + 1, "0", "a number from 1");
                else if (who >= 0)
                    marks.Add((open && shared ? -1 : 1) * ((int)who - first + 1));
                (shared, at) = (true, end);
            }
        }
        if (open)
            parse.Report("preflib.order", number, line.Length, "the end of the line", "}");
        if (marks.Count > limits.MarksOfOneLine)
            parse.Report("papers.too-many", number, 1, "a long order", "fewer places");
        else if (copies > 0)
            papers.Add(new Papers(Ranking.OfMarks(marks), copies));
    }

    private static bool PreviousIsComma(ReadOnlySpan<char> before) => before.TrimEnd() is [.., ','];
}
