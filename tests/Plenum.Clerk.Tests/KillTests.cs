using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

public sealed class KillTests
{
    // Raised by PLENUM_KILLS, for long runs.
    private static int Kills { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("PLENUM_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : 10;

    [Fact]
    public async Task What_was_answered_outlives_a_kill_and_happens_once()
    {
        await using var office = new Office();
        await office.Close();
        var answered = new List<int>();
        var random = new Random(Kills);
        for (var kill = 0; kill < Kills; kill++)
        {
            answered.AddRange(await SendAndKill(office.Path, random.Next(50, 500)));
            office.Open();
            await Judge(office, answered);
            await office.Close();
        }
        Assert.True(answered.Count > 50);
        office.Open();
    }

    private static async Task Judge(Office office, List<int> answered)
    {
        var section = Assert.Single(office.Front.Sections);
        var view = office.Front.Read(section);
        var noted = office
            .Record.ReadStream(section.Value)
            .Select(office.Front.Keeping.Event)
            .OfType<TestEvent.Noted>()
            .Select(happened => happened.No)
            .ToArray();
        Assert.Equal(noted.Length, noted.Distinct().Count());
        Assert.Empty(answered.Except(noted));
        Assert.Equal(noted.Length, office.Front.Papers(section, new BoxNo(1)).Count);
        Assert.Empty(Store.Fsck.Check(office.Folder));
        // Sent again under its id, what was answered gets its answer and changes nothing.
        var again = await office.Send(
            section,
            $"n{answered[^1]}",
            new Note(answered[^1], "x") { Papers = 1 }
        );
        Assert.IsType<Answer.Done>(again);
        Assert.Equal(view.Version, office.Front.Read(section).Version);
    }

    private static async Task<List<int>> SendAndKill(string folder, int milliseconds)
    {
        var stop = TestContext.Current.CancellationToken;
        using var server =
            Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, [.. Host, KilledServer.Word, folder])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException("the server did not start");
        var lines = new ConcurrentQueue<string>();
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } text)
                return;
            lines.Enqueue(text);
            first.TrySetResult();
        };
        server.BeginOutputReadLine();
        await first.Task.WaitAsync(TimeSpan.FromSeconds(60), stop);
        await Task.Delay(milliseconds, stop);
        server.Kill();
        await server.WaitForExitAsync(stop);
        return
        [
            .. lines
                .Where(line => line.EndsWith('.'))
                .Select(line => int.Parse(line.TrimEnd('.'), CultureInfo.InvariantCulture)),
        ];
    }

    internal static string[] Host =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [typeof(KillTests).Assembly.Location]
            : [];
}
