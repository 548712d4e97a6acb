using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>What <c>plenum count</c> is asked for.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Seats">Seats, in place of those the file names.</param>
/// <param name="Json">JSON, or a table.</param>
/// <param name="Seed">The public seed for lots, in hexadecimal; without it lots go by the file's tie order, or by number.</param>
/// <param name="File">The file's name, for findings.</param>
public sealed record CountOptions(
    string Rule,
    int? Seats = null,
    bool Json = false,
    string? Seed = null,
    string File = ""
);

/// <summary>What it answers.</summary>
/// <param name="ExitCode">0 counted, 2 bad input.</param>
/// <param name="Text">What to print.</param>
public readonly record struct CountAnswer(int ExitCode, string Text)
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
public static class CountCommand
{
    /// <summary>Reads, counts and renders.</summary>
    /// <param name="file">The bytes of a BLT file.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Run(ReadOnlySpan<byte> file, CountOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (CountingRule.Find(options.Rule) is not { } rule)
            return Bad(options, "count.rule", options.Rule, string.Join(" or ", CountingRule.All));
        if (options.Seats is < 1 || options.Seats > BltLimits.Usual.Candidates)
            return Bad(
                options,
                "count.seats",
                Text(options.Seats ?? 0),
                $"seats from 1 to {BltLimits.Usual.Candidates}"
            );
        if (
            options.Seed is { } seed
            && (seed.Length == 0 || seed.Length % 2 != 0 || !seed.All(char.IsAsciiHexDigit))
        )
            return Bad(options, "count.seed", seed, "bytes in hexadecimal");
        return BltReader.Read(file, options.File) switch
        {
            BltReading.Malformed(var findings) => Bad(options, [.. findings]),
            BltReading.Read(var ballots) => Count(
                rule,
                ballots.WithSeats(options.Seats ?? ballots.Seats),
                options
            ),
        };
    }

    private static CountAnswer Count(CountingRule rule, BallotSet ballots, CountOptions options)
    {
        if (rule.OneSeatOnly && ballots.Seats != 1)
            return Bad(
                options,
                "count.seats",
                Text(ballots.Seats),
                $"one seat, as {rule} fills no more"
            );
        var lots = options.Seed is { } seed
            ? Lots.Seeded(Convert.FromHexString(seed))
            : Lots.AsFiled(ballots);
        var count = rule.Count(ballots, lots);
        return new CountAnswer(0, options.Json ? CountJson.Write(count) : CountText.Write(count));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static CountAnswer Bad(
        CountOptions options,
        string code,
        string found,
        string expected
    ) => Bad(options, new Finding(code, options.File, 0, 0, found, expected));

    private static CountAnswer Bad(CountOptions options, params Finding[] findings) =>
        CountAnswer.Bad(options.Json, findings);
}
