using System.Diagnostics;
using System.Globalization;
using Plenum.Counting;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Bench;

/// <summary>
/// Reading, putting together and counting papers, each for itself, on one core and on two; Droop beside it, in turn.
/// </summary>
public static class Counting
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];
    private static readonly int[] Candidates = [10, 20, 40, 80];
    private static readonly int[] Seats = [1, 2, 5, 15];
    private static readonly string[] Others =
    [
        "scottish-stv",
        "wigm-prf",
        "meek",
        "warren",
        "schulze",
    ];

    /// <summary>Milliseconds of the clock and of the processor.</summary>
    private readonly record struct Cost(double Clock, double Processor);

    private sealed record Costs(Cost Parse, Cost Aggregate, Cost Count)
    {
        public double Processor => Parse.Processor + Aggregate.Processor + Count.Processor;
    }

    public static async Task Run(string[] arguments)
    {
        var most =
            arguments.Length > 0
            && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var n)
                ? n
                : 10_000_000;
        var files = arguments.Where(File.Exists).DefaultIfEmpty(Own()).ToArray();
        await Beside(files);
        Console.WriteLine();
        Console.WriteLine(
            "| Meek, reference, synthetic papers | distinct | parse 1/2 cores | aggregate 1/2 | count 1/2 | heap held |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var papers in Sizes.Where(p => p <= most))
            Grown(
                "meek-prf",
                $"{papers:N0} papers, 30 candidates, 10 seats",
                Synthetic.Blt(papers)
            );
        foreach (var candidates in Candidates)
            Grown(
                "meek-prf",
                $"100,000 papers, {candidates} candidates, 5 seats",
                Synthetic.Blt(100_000, candidates, 5)
            );
        foreach (var seats in Seats)
            Grown(
                "meek-prf",
                $"100,000 papers, 30 candidates, {seats} seats",
                Synthetic.Blt(100_000, 30, seats)
            );
        foreach (var rule in Others)
            Grown(rule, $"{rule}, 100,000 papers, 30 candidates", Synthetic.Blt(100_000));
    }

    private static string Own() => Path.Combine("testdata", "counts", "droop", "rounds", "513.blt");

    private static async Task Beside(string[] files)
    {
        var droop = DroopBeside.Find();
        Console.WriteLine(
            droop is null
                ? "Droop is not here: DROOP=folder of its repository lets it be counted beside. Our own figures follow."
                : "Processor time of one core for reading and counting a file; Droop without the start of Python, the median of three pairs in turn."
        );
        Console.WriteLine();
        Console.WriteLine(
            "| file | rule | parse ms | aggregate ms | count ms | Droop parse ms | Droop count ms | count ratio | whole ratio |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (
                var (rule, theirs) in new[]
                {
                    ("scottish-stv", "scotland"),
                    ("wigm-prf", "wigm-prf"),
                    ("meek", "meek"),
                    ("meek-prf", "meek-prf"),
                }
            )
            {
                var pairs = new List<(Costs Ours, (double Read, double Count)? Theirs)>();
                for (var pair = 0; pair < (droop is null ? 1 : 3); pair++)
                    pairs.Add((Of(rule, bytes, threads: 1), droop?.Measure(theirs, file)));
                var (ours, beside) = pairs
                    .OrderBy(p => (p.Theirs?.Read + p.Theirs?.Count) / p.Ours.Processor)
                    .ElementAt(pairs.Count / 2);
                var name = Path.GetFileNameWithoutExtension(file);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {name} | {rule} | {ours.Parse.Processor:F2} | {ours.Aggregate.Processor:F2} | {ours.Count.Processor:F2} | {beside?.Read * 1000:F0} | {beside?.Count * 1000:F0} | {beside?.Count * 1000 / ours.Count.Processor:F0} | {(beside?.Read + beside?.Count) * 1000 / ours.Processor:F0} |"
                    )
                );
            }
        }
    }

    private static void Grown(string rule, FormattableString what, byte[] bytes)
    {
        var before = Measured();
        var ballots = Papers(bytes, 0);
        var held = (Measured() - before) / (1024 * 1024);
        var distinct = ballots.Sorted.Length;
        GC.KeepAlive(ballots);
        var (one, two) = (Of(rule, bytes, 1), Of(rule, bytes, 2));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {distinct:N0} | {one.Parse.Clock:F1}/{two.Parse.Clock:F1} ms | {one.Aggregate.Clock:F1}/{two.Aggregate.Clock:F1} ms | {one.Count.Clock:F1}/{two.Count.Clock:F1} ms | {held} MiB |"
            )
        );
    }

    private static long Measured() => GC.GetTotalMemory(forceFullCollection: true);

    private static BallotSet Papers(byte[] bytes, int threads) =>
        BallotReader.Read(bytes, threads: threads) switch
        {
            BallotReading.Read(var ballots) => ballots,
            BallotReading.Malformed(var findings) => throw new InvalidDataException(
                string.Join('\n', findings)
            ),
        };

    private static Costs Of(string id, byte[] bytes, int threads)
    {
        var rule = CountingRule.Find(id)!;
        var limits = BallotLimits.Usual;
        var parse = Repeated(() => BltQuick.Parse(bytes, limits, threads), out var rows);
        Cost aggregate = default;
        BallotSet ballots;
        if (rows is null)
        {
            // Not the plain case: the reader does both in one.
            parse = Repeated(() => Papers(bytes, threads), out ballots);
        }
        else
        {
            aggregate = Repeated(() => BltQuick.Sorted(rows, threads), out ballots);
        }
        ballots = ballots.WithSeats(rule.OneSeatOnly ? 1 : ballots.Seats);
        if (threads > 0)
            ballots = ballots.OnThreads(threads);
        var count = Repeated(() => rule.Count(ballots, Lots.AsFiled(ballots)), out _);
        return new Costs(parse, aggregate, count);
    }

    // What is quick is done for a while before it is measured, so that the compiler is through with it.
    private static Cost Repeated<T>(Func<T> act, out T made)
    {
        Timed(0.3, act, out made);
        return Timed(0.3, act, out made);
    }

    private static Cost Timed<T>(double seconds, Func<T> act, out T made)
    {
        var (times, began, used) = (0, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        do
        {
            made = act();
            times++;
        } while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds);
        return new Cost(
            Stopwatch.GetElapsedTime(began).TotalMilliseconds / times,
            (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / times
        );
    }
}
