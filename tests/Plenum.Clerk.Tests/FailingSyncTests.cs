using System.Diagnostics;
using System.Globalization;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>
/// A disk that takes writes and then says it could not keep them. The C library of a child process is made to answer
/// so, which is where a failing disk would.
/// </summary>
public sealed class FailingSyncTests
{
    [Fact]
    public async Task After_a_sync_that_failed_nothing_is_answered_as_done_until_a_restart_reads_the_disk()
    {
        await using var office = new Office();
        var library = Compiled(office.Path);
        var section = await office.Found();
        await office.Close();
        var mark = Path.Combine(office.Path, "no-sync");
        using (var server = Start(office.Path, library, mark))
        {
            for (var no = 1; no <= 20; no++)
                Assert.Equal("done", await Ask(server, no));
            await File.WriteAllTextAsync(mark, "", Stop);
            for (var no = 21; no <= 23; no++)
                Assert.Equal(nameof(Hindrance.DiskUnsynced), await Ask(server, no));
            // The disk says yes again, and is not believed: what it lost meanwhile it does not say.
            File.Delete(mark);
            for (var no = 24; no <= 26; no++)
                Assert.Equal(nameof(Hindrance.DiskUnsynced), await Ask(server, no));
            server.StandardInput.Close();
            await server.WaitForExitAsync(Stop);
            Assert.Equal(0, server.ExitCode);
        }

        office.Open();
        Assert.Empty(Store.Fsck.Check(office.Folder));
        var noted = Noted(office, section);
        Assert.Equal(Enumerable.Range(1, 20), noted.Order().Take(20));
        // What the failed commit held may have reached the disk all the same; what came later was never written.
        Assert.InRange(noted.Max(), 20, 21);
        for (var no = 19; no <= 26; no++)
            Assert.IsType<Answer.Done>(
                await office.Send(section, $"n{no}", new Note(no, "x") { Papers = 1 })
            );
        Assert.Equal(Enumerable.Range(1, 26), Noted(office, section).Order());
        Assert.Equal(26, office.Front.Papers(section, new BoxNo(1)).Count);
    }

    private static int[] Noted(Office office, SectionId section) =>
        [
            .. office
                .Record.ReadStream(section.Value)
                .Select(office.Front.Keeping.Event)
                .OfType<TestEvent.Noted>()
                .Select(happened => happened.No),
        ];

    private static async Task<string> Ask(Process server, int no)
    {
        await server.StandardInput.WriteLineAsync(no.ToString(CultureInfo.InvariantCulture));
        return await server
                .StandardOutput.ReadLineAsync(Stop)
                .AsTask()
                .WaitAsync(TimeSpan.FromSeconds(60), Stop)
            ?? "the server is gone";
    }

    private static Process Start(string data, string library, string mark) =>
        Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [.. KillTests.Host, AnsweringServer.Word, data]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                Environment = { ["LD_PRELOAD"] = library, ["FAILING_SYNC"] = mark },
            }
        ) ?? throw new InvalidOperationException("the server did not start");

    private static string Compiled(string folder)
    {
        var library = Path.Combine(folder, "failing-sync.so");
        var source = Path.Combine(Golden.Root, "tests", "Plenum.Clerk.Tests", "failing-sync.c");
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && File.Exists("/usr/bin/cc"),
            "A failing sync needs a C compiler on Linux (apt-get install gcc)."
        );
        using var compiler = Process.Start(
            "/usr/bin/cc",
            ["-shared", "-fPIC", "-o", library, source, "-ldl"]
        );
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return library;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
