using System.Collections.Immutable;
using System.Globalization;
using Plenum.Counting.Tables;

namespace Plenum.Counting.Ballots;

/// <summary>
/// A table with a column a rank, most preferred first: every column whose name begins with <c>rank</c> or <c>choice</c>,
/// and <c>count</c> for lines that stand for several papers. A cell holds a name; empty and <c>undervote</c> skip the rank,
/// <c>overvote</c> ends the paper there. A name that differs from another by capitals or blanks alone is a finding: it would be
/// a candidate of its own.
/// </summary>
internal sealed class RankCsvParse
{
    private readonly TextParse parse;
    private readonly CsvTable? table;
    private readonly Finding? unread;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly Spellings spellings = new();

    public RankCsvParse(ReadOnlySpan<byte> bytes, string file, BallotLimits limits)
    {
        parse = new TextParse(file, limits);
        (table, unread) = CsvTable.Read(bytes, file);
    }

    public BallotReading Run()
    {
        if (table is null)
            return new BallotReading.Malformed([unread!]);
        int[] ranks =
        [
            .. Enumerable.Range(0, table.Head.Length).Where(i => IsRank(table.Head[i].Text.Trim())),
        ];
        if (ranks.Length == 0)
            parse.Report(
                "csv.missing-column",
                1,
                1,
                string.Join(',', table.Head.Select(cell => cell.Text)),
                "columns called rank1, rank2 ..."
            );
        if (ranks.Length > parse.Limits.MarksOfOneLine)
            parse.Report(
                "papers.too-many",
                1,
                1,
                $"{ranks.Length.ToString(CultureInfo.InvariantCulture)} ranks",
                $"at most {parse.Limits.MarksOfOneLine.ToString(CultureInfo.InvariantCulture)}"
            );
        var count = table.Column("count", "weight", "number");
        var papers = new List<Papers>();
        foreach (var row in table.Rows)
        {
            if (parse.Full || names.Count > parse.Limits.Candidates)
                break;
            var copies = 1L;
            if (count >= 0 && count < row.Length)
                copies = parse.Whole(
                    row[count].Text,
                    parse.Limits.PapersOfOneLine,
                    "csv.number",
                    row[count].Line,
                    row[count].Column,
                    "how many papers the line stands for"
                );
            if (copies > 0)
                papers.Add(new Papers(Paper(row, ranks), copies));
        }
        return parse.Read("", names, 1, papers, set => set);
    }

    private Ranking Paper(ImmutableArray<Cell> row, int[] ranks)
    {
        var marks = new List<int>();
        foreach (var column in ranks)
        {
            var mark = column < row.Length ? row[column].Text.Trim() : "";
            if (mark is "overvote")
                break;
            marks.Add(mark is "" or "undervote" or "skipped" ? 0 : Of(mark, row[column]));
        }
        return Ranking.OfMarks(marks);
    }

    private int Of(string name, Cell at)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            if (spellings.Otherwise(name, at.Line) is { } expected)
                parse.Report("csv.spelling", at.Line, at.Column, $"\"{name}\"", expected);
            names.Add(name);
            numbers[name] = number = names.Count;
        }
        return number;
    }

    private static bool IsRank(string name) =>
        name.StartsWith("rank", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("choice", StringComparison.OrdinalIgnoreCase);
}
