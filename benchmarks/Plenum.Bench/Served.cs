using System.Diagnostics;
using System.Globalization;

namespace Plenum.Bench;

/// <summary><c>plenum serve</c>, or another verb that serves, as people start it, in a process of its own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, Uri address, TimeSpan start) =>
        (_process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process until it says that it is ready.</summary>
    public TimeSpan Start { get; }

    public static async Task<Served> Open(string folder, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (
            var word in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "plenum.dll"),
                    .. verb,
                    "--data",
                    folder,
                    "--urls",
                    "http://127.0.0.1:0",
                ]
        )
            start.ArgumentList.Add(word);
        const string ready = "ready: ";
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        return line.StartsWith(ready, StringComparison.Ordinal)
            ? new Served(process, new Uri(line[ready.Length..]), Stopwatch.GetElapsedTime(began))
            : throw new InvalidOperationException("The server did not start: " + line);
    }

    /// <summary>The time of processors it has used: a busy machine makes everything last longer, and this hardly.</summary>
    public TimeSpan Processors
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What the process holds in memory now, in MiB.</summary>
    public double Memory()
    {
        const string resident = "VmRSS:";
        var line = File.ReadLines(
                string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/status")
            )
            .First(l => l.StartsWith(resident, StringComparison.Ordinal));
        var kilobytes = line[resident.Length..].Trim().Split(' ')[0];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        using (
            var told = Process.Start(
                "kill",
                string.Create(CultureInfo.InvariantCulture, $"-15 {_process.Id}")
            )
        )
            await told.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
