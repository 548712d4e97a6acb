using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Plenum.Store.Tests;

/// <summary>Looking into a folder that another process goes on writing to.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly ConcurrentQueue<string> acknowledged = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_backup_of_a_serving_process_holds_all_it_acknowledged_before_and_everybody_it_names()
    {
        using var server = await Serve();
        for (var round = 0; round < 3; round++)
        {
            var before = acknowledged.ToArray();
            var file = Path.Combine(temporary.Path, $"{round}.zip");
            using (var looking = DataFolder.OpenOrLook(temporary.Data))
            {
                Assert.True(looking.OnlyLooks);
                Backup.Take(looking, file);
            }
            Assert.False(server.HasExited);
            Judge(file, before, Path.Combine(temporary.Path, $"again-{round}"));
        }
        Assert.NotEmpty(acknowledged);
        await Kill(server);
    }

    [Fact]
    public async Task A_check_of_a_serving_process_finds_no_damage_that_is_not_there()
    {
        using var server = await Serve();
        for (var round = 0; round < 5; round++)
        {
            using var looking = DataFolder.OpenOrLook(temporary.Data);
            Assert.Empty(Fsck.Check(looking));
        }
        await Kill(server);
    }

    [Fact]
    public async Task Whoever_only_looks_can_neither_write_nor_read_the_vault()
    {
        using var server = await Serve();
        using var looking = DataFolder.OpenOrLook(temporary.Data);

        Assert.Throws<FolderRefusedException>(() => Record.Open(looking));
        Assert.Throws<FolderRefusedException>(() => Vault.Open(looking));
        await Kill(server);
    }

    [Fact]
    public void Where_nobody_serves_the_folder_is_held()
    {
        DataFolder.Open(temporary.Data).Dispose();
        using var folder = DataFolder.OpenOrLook(temporary.Data);

        Assert.False(folder.OnlyLooks);
        Assert.Throws<FolderRefusedException>(() => DataFolder.Open(temporary.Data));
    }

    private void Judge(string backup, string[] before, string target)
    {
        Directory.CreateDirectory(target);
        File.Copy(Path.Combine(temporary.Data, "vault.key"), Path.Combine(target, "vault.key"));
        var whole = Assert.IsType<Restored.Whole>(Restore.From(backup, target));
        Assert.Equal(VaultState.Readable, whole.Vault);
        Assert.Empty(whole.Warnings);
        using var folder = DataFolder.OpenExisting(target);
        Assert.Empty(Fsck.Check(folder));
        using var record = Record.Open(folder);
        using var vault = Vault.Open(folder);
        foreach (var id in before)
        {
            Assert.True(record.TryFindCommand(id, out _), $"{id} was acknowledged before.");
            Assert.Equal(new Kept.Text($"Person {id}"), vault.Get(id, "name"));
        }
        // Two entries and one paper a command, also for those that were acknowledged later.
        Assert.Equal(Papers(target) * 2, record.ReadAll().Count());
        // Keys of boxes are in no backup: what was cast can be read no more.
        Assert.Equal(BoxState.Lost, record.StateOf("box"));
    }

    private static long Papers(string folder)
    {
        using var file = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "record.db")};Mode=ReadOnly;Pooling=False"
        );
        file.Open();
        using var count = file.CreateCommand();
        count.CommandText = "SELECT count(*) FROM papers";
        return (long)count.ExecuteScalar()!;
    }

    private async Task<Process> Serve()
    {
        var server = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [.. KillTests.Host, Load.WithPeople, temporary.Data]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } id)
                return;
            acknowledged.Enqueue(id);
            if (acknowledged.Count > 50)
                enough.TrySetResult();
        };
        server.BeginOutputReadLine();
        await enough.Task.WaitAsync(
            TimeSpan.FromSeconds(60),
            TestContext.Current.CancellationToken
        );
        return server;
    }

    private static async Task Kill(Process server)
    {
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
