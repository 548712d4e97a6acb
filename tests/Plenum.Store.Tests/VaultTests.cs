using System.Runtime.Versioning;

namespace Plenum.Store.Tests;

public sealed class VaultTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly DataFolder folder;

    public VaultTests() => folder = DataFolder.Open(temporary.Data);

    public void Dispose()
    {
        folder.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public void What_was_put_is_got_back_after_reopening()
    {
        using (var vault = Vault.Open(folder))
            vault.Put("rosa", "name", "Róża Łuksemburg");
        using var again = Vault.Open(folder);
        Assert.Equal(new Kept.Text("Róża Łuksemburg"), again.Get("rosa", "name"));
        Assert.Equal(new Kept.Nothing(), again.Get("rosa", "street"));
        Assert.Equal(new Kept.Nothing(), again.Get("karl", "name"));
    }

    [Fact]
    public void No_file_of_the_vault_shows_a_value()
    {
        using var vault = Vault.Open(folder);
        vault.Put("rosa", "name", "Plain-Luxemburg");
        foreach (var file in Directory.GetFiles(temporary.Data))
            if (Path.GetFileName(file) != "lock")
                Assert.DoesNotContain(
                    "Plain-Luxemburg",
                    Files.ReadShared(file),
                    StringComparison.Ordinal
                );
    }

    [Fact]
    public void Whoever_was_erased_stays_erased_also_over_an_older_vault()
    {
        using (var vault = Vault.Open(folder))
        {
            vault.Put("rosa", "name", "Rosa");
            vault.Put("karl", "name", "Karl");
        }
        File.Copy(folder.VaultFile, temporary.Path + "/older.db");
        using (var vault = Vault.Open(folder))
        {
            vault.Erase("rosa", at: 7);
            Assert.Equal(new Kept.Erased(), vault.Get("rosa", "name"));
            Assert.Throws<PersonErasedException>(() => vault.Put("rosa", "name", "Rosa"));
        }
        File.Copy(temporary.Path + "/older.db", folder.VaultFile, overwrite: true);
        using var restored = Vault.Open(folder);
        Assert.Equal(new Kept.Erased(), restored.Get("rosa", "name"));
        Assert.Equal(new Kept.Text("Karl"), restored.Get("karl", "name"));
        Assert.Empty(restored.Sweep(new HashSet<string>(StringComparer.Ordinal) { "karl" }));
    }

    [Fact]
    public void A_torn_line_of_the_list_of_erasures_erases_nobody_and_later_lines_hold()
    {
        using (var vault = Vault.Open(folder))
            vault.Put("rosa-the-elder", "name", "Rosa");
        File.WriteAllText(folder.ErasuresFile, "person rosa-the-el");
        using (var vault = Vault.Open(folder))
        {
            Assert.Equal(new Kept.Text("Rosa"), vault.Get("rosa-the-elder", "name"));
            vault.Erase("karl", at: 1);
        }
        using var again = Vault.Open(folder);
        Assert.Equal(new Kept.Text("Rosa"), again.Get("rosa-the-elder", "name"));
        Assert.Equal(new Kept.Erased(), again.Get("karl", "name"));
        Assert.Empty(Fsck.Check(folder).Where(f => f.File == "erasures"));
    }

    [Fact]
    public void A_changed_line_of_the_list_of_erasures_is_found()
    {
        using (var vault = Vault.Open(folder))
            vault.Erase("karl", at: 1);
        var text = File.ReadAllText(folder.ErasuresFile);
        File.WriteAllText(
            folder.ErasuresFile,
            text.Replace("karl", "carl", StringComparison.Ordinal)
        );
        var finding = Assert.Single(Fsck.Check(folder), f => f.File == "erasures");
        Assert.Equal(("fsck.erasure-unreadable", "1"), (finding.Code, finding.Row));
    }

    [Fact]
    public void A_lost_list_of_erasures_comes_back_from_the_vault()
    {
        using (var vault = Vault.Open(folder))
        {
            vault.Put("rosa", "name", "Rosa");
            vault.Erase("karl", at: 1);
        }
        var list = File.ReadAllText(folder.ErasuresFile);
        File.Delete(folder.ErasuresFile);
        using (Vault.Open(folder))
            Assert.Equal(list, File.ReadAllText(folder.ErasuresFile));
        // A list of another folder erases nobody here and loses nothing.
        File.WriteAllText(
            folder.ErasuresFile,
            Erasures.Line(new Erasure.OfPerson("somebody-else", 2)) + "\n"
        );
        using var again = Vault.Open(folder);
        Assert.Equal(new Kept.Erased(), again.Get("karl", "name"));
        Assert.Equal(new Kept.Text("Rosa"), again.Get("rosa", "name"));
    }

    [Fact]
    public void What_was_taken_back_is_read_again_and_names_nobody()
    {
        var list = new Erasures(folder.ErasuresFile);
        list.TakeBack(
            WayIn.Passkey,
            [
                [1, 2, 3],
            ]
        );
        list.TakeBack(
            WayIn.Card,
            [
                [4],
            ]
        );
        Assert.Equal([Digest.Of([1, 2, 3])], list.TakenBack()[WayIn.Passkey]);
        Assert.Equal([Digest.Of([4])], list.TakenBack()[WayIn.Card]);
        Assert.Empty(list.TakenBack()[WayIn.Stamp]);
        Assert.Empty(Erasures.Parse(File.ReadAllText(folder.ErasuresFile)).Unreadable);
        File.AppendAllText(folder.ErasuresFile, "passkey 00 00000000\n");
        Assert.Equal([3], Erasures.Parse(File.ReadAllText(folder.ErasuresFile)).Unreadable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    public void A_power_cut_while_the_first_key_is_written_costs_nothing(int length)
    {
        using (Vault.Open(folder)) { }
        if (length < 0)
            File.Delete(folder.VaultKeyFile);
        else
            File.WriteAllBytes(folder.VaultKeyFile, new byte[length]);
        Assert.DoesNotContain(Fsck.Check(folder), f => f.File == "vault.key");
        using (var vault = Vault.Open(folder))
            vault.Put("rosa", "name", "Rosa");
        using var again = Vault.Open(folder);
        Assert.Equal(new Kept.Text("Rosa"), again.Get("rosa", "name"));
    }

    [Fact]
    public void A_key_that_is_whole_is_never_overwritten()
    {
        using (Vault.Open(folder)) { }
        var key = new byte[32];
        File.WriteAllBytes(folder.VaultKeyFile, key);
        using (Vault.Open(folder)) { }
        Assert.Equal(key, File.ReadAllBytes(folder.VaultKeyFile));
    }

    [Fact]
    public void The_key_of_addresses_follows_from_the_key_of_the_vault()
    {
        byte[] proof;
        using (var vault = Vault.Open(folder))
            proof = vault.AddressKey.Proof;
        using (var again = Vault.Open(folder))
            Assert.Equal(proof, again.AddressKey.Proof);
        using var beside = DataFolder.Open(temporary.Path + "/other");
        using var other = Vault.Open(beside);
        Assert.NotEqual(proof, other.AddressKey.Proof);
    }

    [Fact]
    public void Persons_whom_no_event_names_are_swept()
    {
        using var vault = Vault.Open(folder);
        vault.Put("rosa", "name", "Rosa");
        vault.Put("orphan", "name", "Nobody");
        Assert.Equal(
            ["orphan"],
            vault.Sweep(new HashSet<string>(StringComparer.Ordinal) { "rosa" })
        );
        Assert.Equal(new Kept.Nothing(), vault.Get("orphan", "name"));
        Assert.Equal(new Kept.Text("Rosa"), vault.Get("rosa", "name"));
    }

    [Fact]
    public void Every_reading_of_contact_data_is_kept()
    {
        using var vault = Vault.Open(folder);
        vault.LogRead("rosa", "mandate/3", "members", at: 10);
        vault.LogRead("karl", "mandate/4", "members/9", at: 20);
        Assert.Equal(
            [new ContactRead("karl", "mandate/4", "members/9", 20)],
            vault.Reads(since: 11)
        );
        Assert.Equal(2, vault.Reads(since: 0).Length);
    }

    [Fact]
    public void A_vault_without_its_key_or_with_another_is_reported_plainly()
    {
        using (var vault = Vault.Open(folder))
            vault.Put("rosa", "name", "Rosa");
        File.Delete(folder.VaultKeyFile);
        var missing = Assert.Throws<VaultUnreadableException>(() => Vault.Open(folder));
        Assert.Equal(VaultUnreadable.KeyMissing, missing.Reason);
        Assert.False(File.Exists(folder.VaultKeyFile));
        File.WriteAllBytes(folder.VaultKeyFile, new byte[32]);
        var wrong = Assert.Throws<VaultUnreadableException>(() => Vault.Open(folder));
        Assert.Equal(VaultUnreadable.KeyWrong, wrong.Reason);
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void Every_file_belongs_to_the_owner_alone()
    {
        using var record = Record.Open(folder);
        using var vault = Vault.Open(folder);
        vault.Erase("karl", at: 1);
        const UnixFileMode Others = ~(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        Assert.Equal(default, File.GetUnixFileMode(temporary.Data) & Others);
        var files = Directory.GetFiles(temporary.Data);
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal(default, File.GetUnixFileMode(file) & Others));
    }
}
