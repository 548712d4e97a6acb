using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>Letters delayed, muddled, doubled and cut off by a kill: everything ends as if they had come at once.</summary>
public sealed class LetterKillTests
{
    [Fact]
    public async Task A_post_that_is_killed_again_and_again_changes_no_seat_no_count_and_no_recall()
    {
        var prompt = await Told(InHouse);
        Assert.Equal(
            "sit 0.2 1.3 1.4; below 1 2; members 5 5 5; seats 2 2; "
                + "division 5 1 Rejected; of all 15 roll 12 for 2 sections 2 told; "
                + "taken out 1; on their way 0",
            prompt
        );
        var chance = new Random(20270104);
        var kills = 0;
        var killed = await Told(
            async (path, now) =>
            {
                while (!await Carry(path, now, chance.Next(0, 4)))
                    kills++;
            }
        );
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"killed {kills} times")
        );
        Assert.True(kills >= 3, $"killed {kills} times only");
        Assert.Equal(prompt, killed);
    }

    private static async Task<string> Told(Func<string, Instant, Task> post)
    {
        var path = Directory.CreateTempSubdirectory("plenum-letters-").FullName;
        try
        {
            await using var story = new LetterStory(path, post);
            return await story.Tell();
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static async Task InHouse(string path, Instant now)
    {
        await using var house = new LetterHouse(path, now);
        while (house.OnTheWay.Count > 0)
            await house.Deliver();
    }

    /// <summary>Carries letters in a process of its own and kills it after so many; says whether it came to its end.</summary>
    private static async Task<bool> Carry(string path, Instant now, int letters)
    {
        var stop = TestContext.Current.CancellationToken;
        using var server = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [
                    .. KillTests.Host,
                    KilledPost.Word,
                    path,
                    now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        for (var taken = 0; await server.StandardOutput.ReadLineAsync(stop) is { } line; taken++)
        {
            if (line == KilledPost.Over)
            {
                await server.WaitForExitAsync(stop);
                return server.ExitCode == 0;
            }
            if (taken == letters)
                break;
        }
        Assert.False(server.HasExited && server.ExitCode == 1, "a letter was taken twice");
        server.Kill();
        await server.WaitForExitAsync(stop);
        return false;
    }
}
