using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Marks;

/// <summary>
/// The verb <c>count --rule rctab</c>: a contest's configuration in, its papers from the files it names, counts out.
/// </summary>
internal static class TabulateCommand
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
        var lots = options.Seed is { } seed
            ? Lots.Seeded(Convert.FromHexString(seed))
            : new Lots.InOrder([]);
        return MarkedPaperReader.Read(contest, open, options.File) switch
        {
            MarkReading<ImmutableArray<MarkedPaper>>.Malformed(var findings) => new MarkReading<
                ImmutableArray<Tabulation>
            >.Malformed(findings),
            MarkReading<ImmutableArray<MarkedPaper>>.Read(var papers) => new MarkReading<
                ImmutableArray<Tabulation>
            >.Read(Tabulator.Count(contest.Rules, papers, lots)),
        };
    }
}
