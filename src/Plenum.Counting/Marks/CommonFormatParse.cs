using Plenum.Counting.Ballots;

namespace Plenum.Counting.Marks;

/// <summary>
/// The common data format as a set of rankings for rules that take them: several marks at one rank are an equal rank, ranks
/// without a mark are skipped, an overvote nobody knows more about ends the paper, write-ins nobody declared are left off.
/// </summary>
internal sealed class CommonFormatParse(string text, string file, BallotLimits limits)
{
    public BallotReading Run()
    {
        var read = CommonFormat.Read(text, new MarkSource(file, "cdf"));
        if (read is not MarkReading<CommonFormat.Contest>.Read(var contest))
            return new BallotReading.Malformed(
                ((MarkReading<CommonFormat.Contest>.Malformed)read).Findings
            );
        var names = contest.Names.Where(name => name != Mark.WriteIn).ToList();
        var numbers = names
            .Index()
            .ToDictionary(n => n.Item, n => n.Index + 1, StringComparer.Ordinal);
        return new TextParse(file, limits).Read(
            contest.Name,
            names,
            1,
            [.. contest.Papers.Select(paper => new Papers(Ranking(paper, numbers), 1))],
            set => set
        );
    }

    internal static Ranking Ranking(MarkedPaper paper, Dictionary<string, int> numbers)
    {
        var marks = new List<int>();
        var last = 0;
        foreach (var rank in paper.Marks.GroupBy(mark => mark.Rank))
        {
            if (rank.Any(mark => mark.Choice == Mark.Overvote))
                break;
            int[] here =
            [
                .. rank.Select(mark => numbers.GetValueOrDefault(mark.Choice))
                    .Where(number => number > 0)
                    .Distinct()
                    .Order(),
            ];
            for (last++; last < rank.Key; last++)
                marks.Add(0);
            marks.AddRange(here.Length == 0 ? [0] : here.Select((n, i) => i == 0 ? n : -n));
        }
        return Ballots.Ranking.OfMarks(marks);
    }
}
