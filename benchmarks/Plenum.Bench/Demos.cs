using System.Collections.Immutable;
using System.Diagnostics;
using Plenum.Store;

namespace Plenum.Bench;

/// <summary>A demonstration as people start it, until it answers, beside its entries written raw, one after the other as it writes them.</summary>
internal static class Demos
{
    public static async Task Run()
    {
        Console.WriteLine($"| what | measured | wanted |\n|---|---|---|");
        await Tell("plenum demo", ["demo"], "under 10 s");
        await Tell("plenum demo --federation", ["demo", "--federation"], "under 20 s");
    }

    private static async Task Tell(string name, string[] verb, string wanted)
    {
        using var folder = new Scratch();
        TimeSpan start;
        await using (var served = await Served.Open(folder.Path, verb))
            start = served.Start;
        var entries = Entries(folder.Path);
        var raw = await Again(entries);
        Measure.Say(
            name,
            $"answers {start.TotalSeconds:F1} s after its start; {entries.Length} entries, raw {raw.TotalSeconds:F1} s, ratio {start / raw:F1}",
            wanted
        );
    }

    private static ImmutableArray<StoredEntry> Entries(string folder)
    {
        using var data = DataFolder.Open(folder);
        using var record = Record.Open(data);
        return [.. record.ReadAll()];
    }

    private static async Task<TimeSpan> Again(ImmutableArray<StoredEntry> entries)
    {
        using var folder = new Scratch();
        using var data = DataFolder.Open(folder.Path);
        using var record = Record.Open(data);
        var began = Stopwatch.GetTimestamp();
        foreach (var entry in entries)
            await record.Write(
                new Append(
                    entry.Section,
                    entry.Version - 1,
                    entry.At,
                    Due.Never,
                    [new(entry.Type, entry.Leaf, entry.Open, entry.Envelope)]
                )
            );
        return Stopwatch.GetElapsedTime(began);
    }
}
