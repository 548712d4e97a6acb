using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>What readers of lines have in common: the place, the findings, whole numbers.</summary>
internal sealed class TextParse(string file, BallotLimits limits)
{
    private const int MostFindings = 20;
    private readonly List<Finding> findings = [];

    public BallotLimits Limits => limits;

    public bool Failed => findings.Count > 0;

    public bool Full => findings.Count >= MostFindings;

    public BallotReading Malformed() => new BallotReading.Malformed([.. findings]);

    public void Report(string code, int line, int column, string found, string expected)
    {
        if (!Full)
            findings.Add(
                new Finding(
                    code,
                    file,
                    line,
                    column,
                    found.Length > 60 ? found[..60] + "..." : found,
                    expected
                )
            );
    }

    /// <summary>A whole number up to a bound, or -1 with a finding.</summary>
    public long Whole(
        ReadOnlySpan<char> text,
        long most,
        string code,
        int line,
        int column,
        string expected
    )
    {
        if (
            long.TryParse(
                text.Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number <= most
        )
            return number;
        Report(code, line, column, $"\"{text}\"", expected);
        return -1;
    }

    /// <summary>The set, unless something was wrong or there is too much of it.</summary>
    public BallotReading Read(
        string title,
        IReadOnlyList<string> names,
        int seats,
        IReadOnlyCollection<Papers> papers,
        Func<BallotSet, BallotSet> finish
    )
    {
        if (names.Count == 0 && !Failed)
            Report("papers.no-candidates", 1, 1, "nobody", "at least one candidate");
        if (names.Count > limits.Candidates)
            Report(
                "papers.too-many",
                1,
                1,
                names.Count.ToString(CultureInfo.InvariantCulture) + " candidates",
                string.Create(CultureInfo.InvariantCulture, $"at most {limits.Candidates}")
            );
        if (names.Any(name => name.Length > limits.NameLength))
            Report("papers.too-many", 1, 1, "a long name", "names that are shorter");
        var sum = papers.Aggregate(
            System.Numerics.BigInteger.Zero,
            (all, each) => all + each.Number
        );
        if (sum > BallotSet.MostPapers)
            Report(
                "papers.too-many",
                1,
                1,
                sum.ToString(CultureInfo.InvariantCulture),
                "at most 2^62 papers"
            );
        return Failed
            ? Malformed()
            : new BallotReading.Read(finish(BallotSet.Of(title, names, seats, papers)));
    }
}
