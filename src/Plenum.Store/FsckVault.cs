using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>Checks that everything in the vault opens, and that everything erased is gone.</summary>
internal static class FsckVault
{
    private const string File = "vault.db";

    /// <summary>Without its key the vault is no use, and nothing is damaged.</summary>
    public static IEnumerable<Finding> Key(VaultState state)
    {
        if (state is VaultState.KeyMissing or VaultState.KeyWrong)
            yield return new(
                Gravity.Lacking,
                state is VaultState.KeyMissing ? "fsck.vault-key-missing" : "fsck.vault-key-wrong",
                "vault.key",
                "",
                "",
                Remedy.BringBackKey
            );
    }

    public static IEnumerable<Finding> Check(
        DataFolder folder,
        SqliteConnection vault,
        VaultState state
    )
    {
        if (state is not VaultState.Readable || !System.IO.File.Exists(folder.VaultKeyFile))
            yield break;
        var erased = new Erasures(folder.ErasuresFile).Persons();
        // A key that was cut off while nobody was kept yet is drawn anew at the start.
        if (
            System.IO.File.ReadAllBytes(folder.VaultKeyFile)
            is not { Length: SealingKey.Length } key
        )
            yield break;
        using var master = new SealingKey(key);
        using var all = new Statement(
            vault,
            "SELECT person, field, wrapped, sealed FROM fields LEFT JOIN persons USING (person)"
        );
        using var rows = all.Rows();
        while (rows.Read())
        {
            var (person, field) = (rows.GetString(0), rows.GetString(1));
            if (erased.Contains(person))
                yield return new(
                    Gravity.Warning,
                    "fsck.erasure-pending",
                    File,
                    "fields",
                    person,
                    Remedy.None
                );
            else if (
                rows.IsDBNull(2)
                || !Opens(
                    master,
                    person,
                    field,
                    rows.GetFieldValue<byte[]>(2),
                    rows.GetFieldValue<byte[]>(3)
                )
            )
                yield return new(
                    Gravity.Damage,
                    "fsck.field-unreadable",
                    File,
                    "fields",
                    $"{person} {field}",
                    Remedy.RestoreBackup
                );
        }
    }

    public static IEnumerable<Finding> Erasures(DataFolder folder)
    {
        if (!System.IO.File.Exists(folder.ErasuresFile))
            yield break;
        foreach (
            var line in Store
                .Erasures.Parse(System.IO.File.ReadAllText(folder.ErasuresFile))
                .Unreadable
        )
            yield return new(
                Gravity.Damage,
                "fsck.erasure-unreadable",
                "erasures",
                "",
                line.ToString(CultureInfo.InvariantCulture),
                Remedy.BringBackErasures
            );
    }

    private static bool Opens(
        SealingKey master,
        string person,
        string field,
        byte[] wrapped,
        byte[] sealedBytes
    )
    {
        try
        {
            using var key = new SealingKey(master.Open(wrapped, person));
            key.Open(sealedBytes, Vault.Place(person, field));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
