using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Marks;

/// <summary>Reads the papers of a contest from the files its configuration names.</summary>
public static class MarkedPaperReader
{
    /// <summary>Reads all of them; every mark is for somebody the configuration knows, at a rank it has.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="open">Gives the bytes of a file by the path the configuration has for it, or null.</param>
    /// <param name="file">The configuration's name, for findings.</param>
    public static MarkReading<ImmutableArray<MarkedPaper>> Read(
        MarkContest contest,
        Func<string, byte[]?> open,
        string file = ""
    )
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(file);
        var papers = new List<MarkedPaper>();
        foreach (var source in contest.Sources)
        {
            switch (Papers(source, contest.Rules, open))
            {
                case MarkReading<List<MarkedPaper>>.Malformed(var findings):
                    return new MarkReading<ImmutableArray<MarkedPaper>>.Malformed(findings);
                case MarkReading<List<MarkedPaper>>.Read(var more):
                    papers.AddRange(more);
                    break;
            }
        }
        return Wrong(papers, contest.Rules, file)
            ?? new MarkReading<ImmutableArray<MarkedPaper>>.Read([.. papers]);
    }

    private static MarkReading<ImmutableArray<MarkedPaper>>? Wrong(
        List<MarkedPaper> papers,
        MarkRules rules,
        string file
    )
    {
        var known = rules
            .Candidates.SelectMany(c => c.Aliases.Prepend(c.Name))
            .Append(Mark.Overvote)
            .ToHashSet(StringComparer.Ordinal);
        if (rules.WriteIns)
            known.Add(Mark.WriteIn);
        foreach (var mark in papers.SelectMany(paper => paper.Marks))
        {
            if (!known.Contains(mark.Choice))
                return Bad("marks.choice", file, mark.Choice, "a candidate or an alias");
            if (mark.Rank > rules.Ranks)
                return Bad("marks.rank", file, $"{mark.Rank}", $"at most {rules.Ranks}");
        }
        return null;
    }

    private static MarkReading<List<MarkedPaper>> Papers(
        MarkSource source,
        MarkRules rules,
        Func<string, byte[]?> open
    )
    {
        if (open(source.Path) is not { } bytes)
            return MarkReading<List<MarkedPaper>>.Bad(
                "marks.file",
                source.Path,
                "no such file",
                "a file that can be read"
            );
        return source.Provider switch
        {
            "ess" => MarkTable.Ranks(bytes, source, rules.Ranks),
            "genericCsv" => MarkTable.Candidates(bytes, source),
            "clearBallot" => MarkTable.Columns(bytes, source, rules.Ranks),
            "cdf" => CommonFormat.Read(BltText.Decode(bytes), source) switch
            {
                MarkReading<CommonFormat.Contest>.Read(var contest) => new MarkReading<
                    List<MarkedPaper>
                >.Read(contest.Papers),
                MarkReading<CommonFormat.Contest>.Malformed(var findings) => new MarkReading<
                    List<MarkedPaper>
                >.Malformed(findings),
            },
            var other => MarkReading<List<MarkedPaper>>.Bad(
                "marks.provider",
                source.Path,
                other,
                "ess, cdf, genericCsv or clearBallot"
            ),
        };
    }

    private static MarkReading<ImmutableArray<MarkedPaper>> Bad(
        string code,
        string file,
        string found,
        string expected
    ) => MarkReading<ImmutableArray<MarkedPaper>>.Bad(code, file, found, expected);
}
