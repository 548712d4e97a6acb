using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Plenum.Cli.Tests;

/// <summary>The verbs of a data folder, on the folder a demonstration left behind.</summary>
public sealed class FolderTests
{
    [Fact]
    public async Task A_whole_folder_passes_and_goes_through_a_backup_and_back()
    {
        using var passing = new PassingFolder();
        await Seed(passing.At("data"));

        var before = await Shell.Run("fsck", "--data", passing.At("data"));
        var backup = await Shell.Run("backup", "--data", passing.At("data"), passing.At("all.zip"));
        File.Copy(passing.At("data/vault.key"), Made(passing.At("again")) + "/vault.key");
        var restored = await Shell.Run(
            "restore",
            "--data",
            passing.At("again"),
            passing.At("all.zip")
        );
        var after = await Shell.Run("fsck", "--data", passing.At("again"));

        Assert.Equal((0, 0, 0, 0), (before.Exit, backup.Exit, restored.Exit, after.Exit));
        Assert.DoesNotContain("damage", before.Out + after.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", before.Out + after.Out, StringComparison.Ordinal);
        Assert.Contains("vault.key", backup.Out, StringComparison.Ordinal);
        await using var server = await Server.Start("demo", "--data", passing.At("data"));
        Assert.Equal("ok", await server.Get("/healthz"));
    }

    [Fact]
    public async Task Backup_and_check_need_no_pause_of_the_server_and_a_restore_does()
    {
        using var passing = new PassingFolder();
        await using var server = await Server.Start("demo", "--data", passing.At("data"));

        var backup = await Shell.Run("backup", "--data", passing.At("data"), passing.At("all.zip"));
        var live = await Shell.Run("fsck", "--data", passing.At("data"));
        var over = await Shell.Run("restore", "--data", passing.At("data"), passing.At("all.zip"));
        var beside = await Shell.Run(
            "restore",
            "--data",
            passing.At("again"),
            passing.At("all.zip")
        );
        var after = await Shell.Run("fsck", "--data", passing.At("again"));

        Assert.Equal((0, 0), (backup.Exit, live.Exit));
        // Restored without its key it is whole, and nothing is served of it.
        Assert.Equal((1, 0, 1), (over.Exit, beside.Exit, after.Exit));
        Assert.Contains("lacking: vault.key", after.Out, StringComparison.Ordinal);
        Assert.Contains("A server keeps this folder", live.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("A server keeps", after.Out, StringComparison.Ordinal);
        // In the demonstration votes are running.
        Assert.Contains("What was cast secretly is sealed", backup.Err, StringComparison.Ordinal);
        Assert.Equal("ok", await server.Get("/healthz"));
    }

    [Fact]
    public async Task A_flipped_byte_is_found_named_and_keeps_the_server_from_starting()
    {
        using var passing = new PassingFolder();
        await Seed(passing.At("data"));
        Flip(passing.At("data/record.db"), "Six weeks with the cleaners"u8);

        var checkedUp = await Shell.Run("fsck", "--data", passing.At("data"), "--json");
        var served = await Shell.Run("serve", "--data", passing.At("data"));

        Assert.Equal((1, 1), (checkedUp.Exit, served.Exit));
        using var findings = JsonDocument.Parse(checkedUp.Out);
        Assert.Contains(
            findings.RootElement.EnumerateArray(),
            finding => finding.GetProperty("gravity").GetString() == "damage"
        );
        Assert.Contains("plenum fsck", served.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", served.Err, StringComparison.Ordinal);
    }

    /// <summary>The law reads the digest of a platform alone; members read its words.</summary>
    [Fact]
    public async Task A_text_that_only_people_read_is_missed_too()
    {
        using var passing = new PassingFolder();
        await Seed(passing.At("data"));
        using (var record = new SqliteConnection($"Data Source={passing.At("data/record.db")}"))
        {
            record.Open();
            using var delete = record.CreateCommand();
            delete.CommandText =
                "DELETE FROM documents WHERE CAST(bytes AS TEXT) LIKE 'The machine stands in my kitchen%'";
            Assert.Equal(1, delete.ExecuteNonQuery());
        }
        SqliteConnection.ClearAllPools();

        var found = await Shell.Run("fsck", "--data", passing.At("data"), "--json");

        Assert.Equal(1, found.Exit);
        Assert.Contains("fsck.document-missing", found.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_has_one_keeper_and_a_port_one_listener()
    {
        using var passing = new PassingFolder();
        await using var server = await Server.Start(
            "serve",
            "--data",
            passing.At("data"),
            "--urls",
            "http://127.0.0.1:0"
        );

        var same = await Shell.Run(
            "serve",
            "--data",
            passing.At("data"),
            "--urls",
            "http://127.0.0.1:0"
        );
        var busy = await Shell.Run("serve", "--data", passing.At("other"), "--urls", server.Url);

        Assert.Equal((1, 1), (same.Exit, busy.Exit));
        Assert.Contains("another process", same.Err, StringComparison.Ordinal);
        Assert.Contains("another program listens", busy.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_is_never_opened_as_a_demonstration()
    {
        using var passing = new PassingFolder();
        await Seed(passing.At("data"));
        File.Delete(passing.At("data/demo"));

        var said = await Shell.Run("demo", "--data", passing.At("data"));

        Assert.Equal(1, said.Exit);
        Assert.Contains("everybody may be anybody", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_folder_is_refused_in_words()
    {
        using var passing = new PassingFolder();
        await File.WriteAllTextAsync(
            passing.At("format"),
            "plenum-data 99\n",
            TestContext.Current.CancellationToken
        );

        var said = await Shell.Run("serve", "--data", passing.Path);

        Assert.Equal(1, said.Exit);
        Assert.Contains("later release", said.Err, StringComparison.Ordinal);
    }

    private static async Task Seed(string folder)
    {
        await using var server = await Server.Start("demo", "--data", folder);
        Assert.Equal(0, await server.Stop());
    }

    private static string Made(string folder) => Directory.CreateDirectory(folder).FullName;

    private static void Flip(string file, ReadOnlySpan<byte> at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.AsSpan().IndexOf(at)] ^= 0x20;
        File.WriteAllBytes(file, bytes);
    }
}
