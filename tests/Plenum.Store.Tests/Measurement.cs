using System.Diagnostics;
using System.Globalization;

namespace Plenum.Store.Tests;

/// <summary>How much group commit brings: 64 clients on 64 sections, with it and with one append a commit.</summary>
internal static class Measurement
{
    public const string Word = "--measure";
    private const int Clients = 64;

    public static async Task<int> Run(int seconds)
    {
        var single = await Rate(new WriterLimits(Group: 1), seconds);
        var group = await Rate(new WriterLimits(), seconds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Clients} clients: one append a commit {single:F0}/s, group commit {group:F0}/s, ratio {group / single:F1}"
            )
        );
        return 0;
    }

    private static async Task<double> Rate(WriterLimits limits, int seconds)
    {
        using var temporary = new TemporaryFolder();
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder, limits);
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        var n = 0L;
                        for (; clock.Elapsed.TotalSeconds < seconds; n++)
                            await record.Append(
                                Sample.Append(n, section: $"s{client}") with
                                {
                                    Commands = [Sample.Command($"{client}-{n}")],
                                }
                            );
                        return n;
                    })
                )
        );
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
