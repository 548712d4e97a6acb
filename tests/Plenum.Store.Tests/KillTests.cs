using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Plenum.Store.Tests;

public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    // The number of kills is raised by PLENUM_KILLS, for long runs.
    [Fact]
    public async Task A_server_killed_under_load_loses_nothing_acknowledged_and_keeps_nothing_twice()
    {
        var kills = int.TryParse(
            Environment.GetEnvironmentVariable("PLENUM_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : 10;
        var random = new Random(kills);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            acknowledged.AddRange(
                await LoadAndKill(TimeSpan.FromMilliseconds(random.Next(50, 500)))
            );
            Judge(acknowledged);
        }
        TestContext.Current.SendDiagnosticMessage(
            $"{acknowledged.Count} acknowledged over {kills} kills"
        );
    }

    private void Judge(List<string> acknowledged)
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        var ranges = new HashSet<(string Section, long First)>();
        foreach (var id in acknowledged)
        {
            Assert.True(
                record.TryFindCommand(id, out var found),
                $"{id} was acknowledged and is lost."
            );
            Assert.Equal(found.First + 1, found.Last);
            Assert.True(ranges.Add((found.Section, found.First)), $"{id} shares its entries.");
        }
        // Two entries and one paper a command, also for those whose answer the kill cut off.
        Assert.Equal(record.Papers("box").Length * 2, record.ReadAll().Count());
        Assert.Empty(Fsck.Check(folder));
    }

    private async Task<List<string>> LoadAndKill(TimeSpan after)
    {
        using var server = Start();
        var lines = new ConcurrentQueue<string>();
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } id)
                return;
            lines.Enqueue(id);
            first.TrySetResult();
        };
        server.BeginOutputReadLine();
        await first.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Task.Delay(after, TestContext.Current.CancellationToken);
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        // The kill may cut the last line short; a whole id ends in the process number.
        var end = $"-{server.Id.ToString(CultureInfo.InvariantCulture)}";
        return [.. lines.Where(id => id.EndsWith(end, StringComparison.Ordinal))];
    }

    private Process Start() =>
        Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. Host, Load.Word, temporary.Data])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        ) ?? throw new InvalidOperationException("The server did not start.");

    // Run through the dotnet host, the process is the host and the program its first argument.
    internal static string[] Host =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [typeof(KillTests).Assembly.Location]
            : [];
}
