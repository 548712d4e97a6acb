using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plenum.Counting.Ballots;

namespace Plenum.Domain.Ballots;

/// <summary>The papers of a hat as somebody typed them, or the first line that is none.</summary>
public abstract record HatReading
{
    private HatReading() { }

    public sealed record Read(EquatableArray<string> Lines) : HatReading;

    public sealed record Unreadable(PaperLineUnreadable Where) : HatReading;
}

/// <summary>
/// The papers of a hat in writing: a paper a line, with how many there are of it in front where there are several
/// (<c>12 x 3,1,2</c>, <c>7 x for</c>), or a ballot file in BLT form.
/// </summary>
public static partial class HatText
{
    /// <summary>More papers than this come from no hat that two people empty by hand.</summary>
    public const int MostPapers = 20_000;

    [GeneratedRegex(
        @"^\s*(?:(?<times>[0-9]{1,6})\s*[x×*]\s*)?(?<paper>.*?)\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Line();

    [GeneratedRegex(
        @"^\s*[0-9]+[ \t]+[0-9]+\s*(#.*)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex HeadOfBlt();

    public static HatReading Read(Box box, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return
            lines.FirstOrDefault(l => l.Trim().Length > 0 && l[0] != '#') is { } first
            && HeadOfBlt().IsMatch(first)
            ? Blt(box, text)
            : Lines(box, lines);
    }

    private static HatReading Lines(Box box, string[] lines)
    {
        var papers = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Trim().Length == 0)
                continue;
            var line = Line().Match(lines[at]);
            var paper = Parting.Normal(box, line.Groups["paper"].Value);
            var times = line.Groups["times"].Success
                ? int.Parse(line.Groups["times"].Value, CultureInfo.InvariantCulture)
                : 1;
            if (paper.Length == 0 || papers.Count + times > MostPapers)
                return Wrong(box, at + 1, lines[at]);
            papers.AddRange(Enumerable.Repeat(paper, times));
        }
        return new HatReading.Read(papers.ToEquatable());
    }

    private static HatReading Blt(Box box, string text)
    {
        switch (BltReader.Read(Encoding.UTF8.GetBytes(text)))
        {
            case BallotReading.Malformed(var findings):
                return Wrong(box, findings[0].Line, findings[0].Found);
            case BallotReading.Read(var set) when set.Number <= MostPapers:
                var papers = new List<string>();
                foreach (var (ranking, number) in set.Papers)
                {
                    var paper = Papers.Normal(box, Written(box, ranking));
                    if (paper.Length == 0)
                        return Wrong(box, 1, ranking.ToString());
                    papers.AddRange(Enumerable.Repeat(paper, (int)number));
                }
                return new HatReading.Read(papers.ToEquatable());
            default:
                return Wrong(box, 1, "");
        }
    }

    // Two candidates in one rank, or a rank left out, are not read as if the voter had meant an order.
    private static string Written(Box box, Ranking ranking)
    {
        if (ranking.Ranks.Any(rank => rank.Length != 1))
            return "";
        var order = ranking.Ranks.Select(rank => rank[0].Number).ToArray();
        return box.Form switch
        {
            BallotForm.Ranking => string.Join(
                ',',
                order.Select(c => c.ToString(CultureInfo.InvariantCulture))
            ),
            BallotForm.Question => order is [>= 1 and <= 3]
                ? ((Choice)(order[0] - 1)).ToString()
                : "",
        };
    }

    private static HatReading.Unreadable Wrong(Box box, int line, string found) =>
        new(new PaperLineUnreadable(line, found.Length > 80 ? found[..80] : found, box.Options));
}
