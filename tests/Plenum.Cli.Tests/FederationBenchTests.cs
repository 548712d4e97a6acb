using System.Diagnostics;

namespace Plenum.Cli.Tests;

/// <summary>
/// The measuring of a federation on a small one: founded, joined by the votes of its sections, with a congress, started
/// by the program and read by its delegates. What it measures here says nothing; that it still measures does.
/// </summary>
public sealed class FederationBenchTests
{
    private static readonly string[] Measured =
    [
        "600 members in 40 sections: seeded by commands and letters",
        "congress called: returns of all sections carried, seats allotted",
        "a division of all delegates closes",
        "start: process begun until ready",
        "memory when ready",
        "tree page",
        "section page",
        "congress page",
        "how often each section decides",
        "first page of a member",
        "memory after the pages",
    ];

    [Fact]
    public async Task A_small_federation_is_seeded_started_and_read()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var word in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "Plenum.Bench.dll"),
                    "federation",
                    "600/40",
                    "0.25",
                ]
        )
            start.ArgumentList.Add(word);
        using var bench = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var (table, errors) = (
            bench.StandardOutput.ReadToEndAsync(stop),
            bench.StandardError.ReadToEndAsync(stop)
        );
        await bench.WaitForExitAsync(stop);
        Assert.True(bench.ExitCode == 0, await errors);
        var rows = (await table).Split('\n');
        Assert.All(
            Measured,
            what =>
                Assert.Contains(rows, row => row.StartsWith("| " + what, StringComparison.Ordinal))
        );
    }
}
