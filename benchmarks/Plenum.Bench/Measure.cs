using System.Diagnostics;
using System.Globalization;

namespace Plenum.Bench;

/// <summary>How things are measured: in pairs, one after the other, so that a busy machine slows both.</summary>
public static class Measure
{
    /// <summary>So many a second, over at least that long.</summary>
    public static async Task<double> PerSecond(int clients, TimeSpan time, Func<int, Task> act)
    {
        var done = 0L;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        while (Stopwatch.GetElapsedTime(began) < time)
                        {
                            await act(client);
                            Interlocked.Increment(ref done);
                        }
                    })
                )
        );
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>The median of the ratios of pairs measured in turn.</summary>
    public static async Task<(double Ratio, double One, double Other)> Pairs(
        int pairs,
        Func<Task<double>> one,
        Func<Task<double>> other
    )
    {
        var ratios = new List<(double Ratio, double One, double Other)>();
        for (var pair = 0; pair < pairs; pair++)
        {
            // In turn, and the order of the two in turn as well.
            var (first, second) =
                pair % 2 == 0 ? (await one(), await other()) : Swap(await other(), await one());
            ratios.Add((first / second, first, second));
        }
        return ratios.OrderBy(r => r.Ratio).ElementAt(ratios.Count / 2);
    }

    public static void Say(string what, FormattableString figures) =>
        Console.WriteLine($"| {what} | {figures.ToString(CultureInfo.InvariantCulture)} |");

    public static void Say(FormattableString what, FormattableString figures, string wanted) =>
        Say(what.ToString(CultureInfo.InvariantCulture), figures, wanted);

    public static void Say(string what, FormattableString figures, string wanted) =>
        Console.WriteLine(
            $"| {what} | {figures.ToString(CultureInfo.InvariantCulture)} | {wanted} |"
        );

    private static (double, double) Swap(double other, double one) => (one, other);
}
