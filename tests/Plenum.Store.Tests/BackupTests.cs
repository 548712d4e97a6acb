using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Plenum.Store.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_backup_taken_under_load_is_whole_and_holds_all_that_was_acknowledged_before_it()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        await record.Append(Sample.Append(0, entries: 50), Stop);
        using var enough = new CancellationTokenSource();
        var load = Task.Run(
            async () =>
            {
                for (var version = 50L; !enough.IsCancellationRequested; version++)
                    await record.Append(Sample.Append(version), Stop);
            },
            Stop
        );
        Backup.Take(folder, File);
        await enough.CancelAsync();
        await load;

        var whole = Assert.IsType<Restored.Whole>(Restore.From(File, Target));
        Assert.Empty(whole.Warnings);
        using var restored = DataFolder.OpenExisting(Target);
        using var again = Record.Open(restored);
        Assert.True(again.VersionOf(Sample.Section) >= 50);
        Assert.Equal(again.VersionOf(Sample.Section), again.ReadAll().LongCount());
        await again.Append(Sample.Append(again.VersionOf(Sample.Section)), Stop);
    }

    [Fact]
    public async Task A_backup_never_contains_the_key_and_without_it_the_vault_is_reported_unreadable()
    {
        await Fill();
        using (var zip = ZipFile.OpenRead(File))
            Assert.Equal(
                ["erasures", "manifest.json", "record.db", "vault.db"],
                zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        var whole = Assert.IsType<Restored.Whole>(Restore.From(File, Target));
        Assert.Equal(VaultState.KeyMissing, whole.Vault);
        Assert.Equal("fsck.vault-key-missing", Assert.Single(whole.Warnings).Code);
        using var folder = DataFolder.OpenExisting(Target);
        Assert.Throws<VaultUnreadableException>(() => Vault.Open(folder));
    }

    [Fact]
    public async Task The_accounts_are_in_the_backup_and_marked_as_a_copy()
    {
        await Fill(people: true);
        Assert.IsType<Restored.Whole>(Restore.From(File, Target));
        using var people = new SqliteConnection($"Data Source={Target}/people.db;Pooling=False");
        people.Open();
        using var mark = new Statement(people, "PRAGMA application_id");
        Assert.Equal(Backup.CopyMark, mark.Number());
        using var rows = new Statement(people, "SELECT n FROM accounts");
        Assert.Equal(7, rows.Number());
    }

    [Fact]
    public async Task Every_erasure_after_the_backup_is_applied_to_what_is_restored()
    {
        await Fill();
        using (var folder = DataFolder.Open(temporary.Data))
        {
            using (var vault = Vault.Open(folder))
                vault.Erase("rosa", at: 9);
            using var record = Record.Open(folder);
            await record.EraseOpen(Sample.Section, 2, at: 9);
        }
        Directory.CreateDirectory(Target);
        foreach (var kept in new[] { "vault.key", "erasures" })
            System.IO.File.Copy(Path.Combine(temporary.Data, kept), Path.Combine(Target, kept));

        var whole = Assert.IsType<Restored.Whole>(Restore.From(File, Target));
        Assert.Equal(VaultState.Readable, whole.Vault);
        using var restored = DataFolder.OpenExisting(Target);
        using (var vault = Vault.Open(restored))
        {
            Assert.Equal(new Kept.Erased(), vault.Get("rosa", "name"));
            Assert.Equal(new Kept.Text("Karl"), vault.Get("karl", "name"));
            Assert.Equal(new Kept.Erased(), vault.Get("clara", "name"));
        }
        using (var record = Record.Open(restored))
            Assert.Equal([false, true, false], record.ReadAll().Select(e => e.Open.IsEmpty));
        Assert.Empty(Fsck.Check(restored));
    }

    [Fact]
    public async Task A_backup_with_a_changed_byte_is_refused_and_leaves_nothing_behind()
    {
        await Fill();
        Change(bytes => bytes[^1] ^= 1, manifestToo: false);
        Assert.Equal(new Restored.NotABackup("record.db"), Restore.From(File, Target));
        Assert.False(System.IO.File.Exists(Path.Combine(Target, "record.db")));
    }

    [Fact]
    public async Task A_backup_whose_record_was_changed_with_its_digest_is_stopped_by_fsck()
    {
        await Fill();
        Change(
            bytes =>
            {
                var at = bytes.AsSpan().IndexOf("""{"n":2}"""u8);
                bytes[at + 5] = (byte)'3';
            },
            manifestToo: true
        );
        var damaged = Assert.IsType<Restored.Damaged>(Restore.From(File, Target));
        Assert.Contains(
            damaged.Findings,
            f => f.Code == "fsck.chain-broken" && f.Row == "2: branch-a/2"
        );
        Assert.Empty(Directory.GetFiles(Target, "*.db*"));
    }

    [Fact]
    public async Task Only_an_empty_folder_is_restored_into_and_only_from_a_backup()
    {
        await Fill();
        Assert.IsType<Restored.FolderNotEmpty>(Restore.From(File, temporary.Data));
        await System.IO.File.WriteAllTextAsync(File, "no zip", Stop);
        Assert.IsType<Restored.NotABackup>(Restore.From(File, Target));
    }

    private string File => Path.Combine(temporary.Path, "plenum.backup");

    private string Target => Path.Combine(temporary.Path, "restored");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task Fill(bool people = false)
    {
        using var folder = DataFolder.Open(temporary.Data);
        if (people)
        {
            using var accounts = new SqliteConnection(
                $"Data Source={folder.PeopleFile};Pooling=False"
            );
            accounts.Open();
            Database.Run(accounts, "CREATE TABLE accounts (n); INSERT INTO accounts VALUES (7)");
        }
        using var record = Record.Open(folder);
        using var vault = Vault.Open(folder);
        vault.Put("rosa", "name", "Rosa");
        vault.Put("karl", "name", "Karl");
        vault.Put("clara", "name", "Clara");
        vault.Erase("clara", at: 3);
        await record.Append(Sample.Append(0, entries: 3), Stop);
        Backup.Take(folder, File);
    }

    private void Change(Action<byte[]> change, bool manifestToo)
    {
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        var before = Read(zip, "record.db");
        var after = before.ToArray();
        change(after);
        Write(zip, "record.db", after);
        if (!manifestToo)
            return;
        var manifest = Encoding.UTF8.GetString(Read(zip, "manifest.json"));
        var changed = manifest.Replace(
            Digest.Of(before).Hex,
            Digest.Of(after).Hex,
            StringComparison.Ordinal
        );
        Assert.False(changed == manifest);
        Write(zip, "manifest.json", Encoding.UTF8.GetBytes(changed));
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var from = zip.GetEntry(name)!.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] bytes)
    {
        zip.GetEntry(name)!.Delete();
        using var to = zip.CreateEntry(name).Open();
        to.Write(bytes);
    }
}
