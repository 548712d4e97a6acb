using System.Collections.Immutable;
using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Constraints;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>What <c>plenum count</c> is asked for.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Seats">Seats, in place of those the file names.</param>
/// <param name="Json">JSON, or a table.</param>
/// <param name="Seed">The public seed for lots, in hexadecimal; without it lots go by the file's tie order, or by number.</param>
/// <param name="File">The file's name, for findings.</param>
/// <param name="Form">The form of the file, one of <see cref="BallotReader.Forms" />; told from its content when absent.</param>
/// <param name="Constraints">A file of places for groups of candidates, as <see cref="PlaceLimitsReader" /> reads it.</param>
internal sealed record CountOptions(
    string Rule,
    int? Seats = null,
    bool Json = false,
    string? Seed = null,
    string File = "",
    string? Form = null,
    ImmutableArray<byte>? Constraints = null
);

/// <summary>What it answers.</summary>
/// <param name="ExitCode">0 counted, 2 bad input.</param>
/// <param name="Text">What to print.</param>
internal readonly record struct CountAnswer(int ExitCode, string Text)
{
    internal static CountAnswer Bad(bool json, IReadOnlyCollection<Finding> findings) =>
        new(
            2,
            json
                ? CountJson.Findings(findings)
                : string.Concat(findings.Select(finding => finding + "\n"))
        );
}

/// <summary>The verb <c>count</c>: bytes and options in, exit code and text out.</summary>
internal static class CountCommand
{
    internal readonly record struct ReadPapers(BallotSet? Ballots, CountAnswer Answer);

    /// <summary>Reads, counts and renders.</summary>
    /// <param name="file">The bytes of a file of papers.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Run(ReadOnlySpan<byte> file, CountOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var read = Read(file, options);
        if (read.Ballots is not { } ballots)
            return read.Answer;
        var story = CountingRule.Find(options.Rule)!.Count(ballots, LotsOf(options, ballots));
        return story is CountStory.Refused(var code, var found, var expected)
            ? Bad(options, code, found, expected).Answer
            : new CountAnswer(0, options.Json ? StoryJson.Write(story) : StoryText.Write(story));
    }

    /// <summary>The papers with the seats asked for, or what is wrong with the options or the file.</summary>
    internal static ReadPapers Read(ReadOnlySpan<byte> file, CountOptions options)
    {
        if (CountingRule.Find(options.Rule) is null)
            return Bad(options, "count.rule", options.Rule, string.Join(" or ", CountingRule.All));
        if (options.Seats is < 1 || options.Seats > BallotLimits.Usual.Candidates)
            return Bad(
                options,
                "count.seats",
                Text(options.Seats ?? 0),
                $"seats from 1 to {BallotLimits.Usual.Candidates}"
            );
        if (WrongSeed(options) is { } wrong)
            return new ReadPapers(null, CountAnswer.Bad(options.Json, [wrong]));
        return BallotReader.Read(file, options.File, options.Form) switch
        {
            BallotReading.Malformed(var findings) => new ReadPapers(
                null,
                CountAnswer.Bad(options.Json, findings)
            ),
            BallotReading.Read(var ballots) => Limited(
                ballots.WithSeats(options.Seats ?? ballots.Seats),
                options
            ),
        };
    }

    private static ReadPapers Limited(BallotSet ballots, CountOptions options)
    {
        if (options.Constraints is not { } file)
            return new ReadPapers(ballots, default);
        return PlaceLimitsReader.Read(file.AsSpan(), ballots.Names.Length, "constraints") switch
        {
            PlaceLimitsReading.Read(var limits) => new ReadPapers(
                ballots.WithLimits(limits),
                default
            ),
            PlaceLimitsReading.Malformed(var findings) => new ReadPapers(
                null,
                CountAnswer.Bad(options.Json, findings)
            ),
        };
    }

    internal static Finding? WrongSeed(CountOptions options) =>
        options.Seed is { } seed
        && (seed.Length == 0 || seed.Length % 2 != 0 || !seed.All(char.IsAsciiHexDigit))
            ? new Finding("count.seed", options.File, 0, 0, seed, "bytes in hexadecimal")
            : null;

    internal static Lots LotsOf(CountOptions options, BallotSet ballots) =>
        options.Seed is { } seed ? Lots.Seeded(Convert.FromHexString(seed)) : Lots.AsFiled(ballots);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ReadPapers Bad(
        CountOptions options,
        string code,
        string found,
        string expected
    ) =>
        new(
            null,
            CountAnswer.Bad(options.Json, [new Finding(code, options.File, 0, 0, found, expected)])
        );
}
