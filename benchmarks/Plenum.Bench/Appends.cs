using Plenum.Store;

namespace Plenum.Bench;

/// <summary>What group commit brings: the same durable appends by 64 clients, batched and one by one.</summary>
public static class Appends
{
    private static readonly byte[] Leaf = "{\"a\":1}"u8.ToArray();

    public static async Task Run(TimeSpan time)
    {
        using var wide = new Gate(64);
        using var narrow = new Gate(1);
        var batched = () => Rate(64, wide, time);
        var single = () => Rate(64, narrow, time);
        var (ratio, many, one) = await Measure.Pairs(5, batched, single);
        Measure.Say(
            "durable appends, 64 clients: group commit to one at a time",
            $"{many:F0}/s to {one:F0}/s, ratio {ratio:F1}"
        );
    }

    // With a gate of one, every append waits for the disk alone: nothing is left to put into one commit.
    private static async Task<double> Rate(int clients, Gate gate, TimeSpan time)
    {
        using var folder = new Scratch();
        using var data = DataFolder.Open(folder.Path);
        using var record = Record.Open(data);
        var versions = new long[clients];
        return await Measure.PerSecond(
            clients,
            time,
            client => gate.Through(() => Append(record, $"s{client}", versions, client))
        );
    }

    private static async Task Append(Record record, string section, long[] versions, int client)
    {
        var entry = new Entry("bench.happened/1", Leaf, Leaf, Leaf);
        await record.Write(
            new Append(section, versions[client], DateTime.UtcNow.Ticks, Due.Never, [entry])
        );
        versions[client]++;
    }

    private sealed class Gate(int width) : IDisposable
    {
        private readonly SemaphoreSlim _width = new(width);

        public void Dispose() => _width.Dispose();

        public async Task Through(Func<Task> act)
        {
            await _width.WaitAsync();
            try
            {
                await act();
            }
            finally
            {
                _width.Release();
            }
        }
    }
}

/// <summary>A folder that is gone afterwards.</summary>
public sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plenum-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
