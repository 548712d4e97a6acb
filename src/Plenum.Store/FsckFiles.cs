using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>Checks that every file is there that has to be, and that all of them are of one folder.</summary>
internal static class FsckFiles
{
    private const string VaultName = "vault.db";
    private const string PeopleName = "people.db";

    /// <summary>What is asked of files other than the record only where the record holds something.</summary>
    public static bool HoldsEntries(SqliteConnection record)
    {
        using var events = new Statement(record, "SELECT 1 FROM events LIMIT 1");
        return events.Any();
    }

    public static IEnumerable<Finding> Vault(
        DataFolder folder,
        SqliteConnection record,
        SqliteConnection vault
    )
    {
        var own = VaultMirror.BeginningIn(vault);
        if (own.Length > 0 && !own.AsSpan().SequenceEqual(Record.BeginningOf(record)))
            yield return new(
                Gravity.Damage,
                "fsck.record-of-another",
                "record.db",
                "",
                "",
                Remedy.BringBackFile
            );
        var lost = VaultMirror.Missing(vault, folder);
        if (lost.Length > 0)
            yield return new(
                Gravity.Warning,
                "fsck.erasures-lost",
                Store.Erasures.Name,
                "",
                "",
                Remedy.None
            );
    }

    public static Finding NoVault() =>
        new(Gravity.Damage, "fsck.vault-missing", VaultName, "", "", Remedy.RestoreBackup);

    public static Finding NoPeople() =>
        new(Gravity.Warning, "fsck.people-missing", PeopleName, "", "", Remedy.BuildAnew);

    /// <summary>Under another key no address would be found; without a mark the file is of an earlier release.</summary>
    public static IEnumerable<Finding> People(
        DataFolder folder,
        SqliteConnection people,
        VaultState vault
    )
    {
        var proof = ProofIn(people);
        if (
            vault is not VaultState.Readable
            || proof.Length == 0
            || !File.Exists(folder.VaultKeyFile)
        )
            yield break;
        using var master = new SealingKey(File.ReadAllBytes(folder.VaultKeyFile));
        var key = new AddressKey(master.Derive(AddressKey.Purpose));
        if (!key.Proof.AsSpan().SequenceEqual(proof))
            yield return new(
                Gravity.Damage,
                "fsck.people-of-another",
                PeopleName,
                "",
                "",
                Remedy.BringBackPeople
            );
    }

    private static byte[] ProofIn(SqliteConnection people)
    {
        using var known = new Statement(
            people,
            "SELECT name FROM sqlite_schema WHERE name = 'meta'"
        );
        if (!known.Any())
            return [];
        using var find = new Statement(
            people,
            $"SELECT value FROM meta WHERE name = '{AddressKey.ProofName}'"
        );
        using var rows = find.Rows();
        return rows.Read() ? rows.GetFieldValue<byte[]>(0) : [];
    }
}
