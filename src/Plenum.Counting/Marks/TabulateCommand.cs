using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Marks;

/// <summary>
/// The verb <c>count --rule rctab</c>: a contest's configuration in, its papers from the files it names, counts out.
/// </summary>
public static class TabulateCommand
{
    /// <summary>The rule's id.</summary>
    public const string Id = "rctab";

    /// <summary>What it is called.</summary>
    public const string Name = "Instant run-off and STV on marks, with rules for voters' errors";

    /// <summary>Where it is laid down.</summary>
    public const string Source = "RCTab 2.0, contest configuration and test reports";

    /// <summary>Reads, counts and renders.</summary>
    /// <param name="file">The configuration.</param>
    /// <param name="open">Gives the bytes of a file by the path the configuration has for it, or null.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Run(
        ReadOnlyMemory<byte> file,
        Func<string, byte[]?> open,
        CountOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        return Count(file, open, options) switch
        {
            MarkReading<ImmutableArray<Tabulation>>.Malformed(var findings) => CountAnswer.Bad(
                options.Json,
                findings
            ),
            MarkReading<ImmutableArray<Tabulation>>.Read(var counts) => new CountAnswer(
                0,
                options.Json ? TabulationJson.Write(counts) : TabulationJson.Table(counts)
            ),
        };
    }

    /// <summary>Reads and counts.</summary>
    /// <param name="file">The configuration.</param>
    /// <param name="open">Gives the bytes of a file by the path the configuration has for it, or null.</param>
    /// <param name="options">What is asked for.</param>
    public static MarkReading<ImmutableArray<Tabulation>> Count(
        ReadOnlyMemory<byte> file,
        Func<string, byte[]?> open,
        CountOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        if (CountCommand.WrongSeed(options) is { } wrongSeed)
            return new MarkReading<ImmutableArray<Tabulation>>.Malformed([wrongSeed]);
        return MarkContestReader.Read(file, options.File) switch
        {
            MarkReading<MarkContest>.Malformed(var wrong) => new MarkReading<
                ImmutableArray<Tabulation>
            >.Malformed(wrong),
            MarkReading<MarkContest>.Read(var contest) => Count(contest, open, options),
        };
    }

    private static MarkReading<ImmutableArray<Tabulation>> Count(
        MarkContest contest,
        Func<string, byte[]?> open,
        CountOptions options
    )
    {
        var papers = new List<MarkedPaper>();
        foreach (var source in contest.Sources)
        {
            switch (Papers(source, contest.Rules, open))
            {
                case MarkReading<List<MarkedPaper>>.Malformed(var findings):
                    return new MarkReading<ImmutableArray<Tabulation>>.Malformed(findings);
                case MarkReading<List<MarkedPaper>>.Read(var more):
                    papers.AddRange(more);
                    break;
            }
        }
        if (Wrong(papers, contest.Rules, options.File) is { } unknown)
            return unknown;
        var lots = options.Seed is { } seed
            ? Lots.Seeded(Convert.FromHexString(seed))
            : new Lots.InOrder([]);
        return new MarkReading<ImmutableArray<Tabulation>>.Read(
            Tabulator.Count(contest.Rules, papers, lots)
        );
    }

    private static MarkReading<ImmutableArray<Tabulation>>? Wrong(
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

    private static MarkReading<ImmutableArray<Tabulation>> Bad(
        string code,
        string file,
        string found,
        string expected
    ) => MarkReading<ImmutableArray<Tabulation>>.Bad(code, file, found, expected);
}
