using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>The file of the master key, and the proof in the vault that it is this vault's own.</summary>
internal static class VaultKeyFile
{
    private const string ProofPlace = "vault.key";

    /// <summary>
    /// Draws a key only for a vault that keeps nobody: a power cut while the first key is written costs nothing, because
    /// nothing was sealed with it yet.
    /// </summary>
    public static SealingKey Open(DataFolder folder, SqliteConnection vault)
    {
        var state = StateOf(folder, vault);
        if (state is not VaultState.Readable)
            throw new VaultUnreadableException(
                state is VaultState.KeyMissing
                    ? VaultUnreadable.KeyMissing
                    : VaultUnreadable.KeyWrong
            );
        // A key that is whole is never overwritten, whatever it belongs to.
        if (!IsWhole(folder))
            DataFolder.WriteWhole(folder.VaultKeyFile, SealingKey.Draw());
        var key = new SealingKey(File.ReadAllBytes(folder.VaultKeyFile));
        if (!Opens(key, Proof(vault)))
            Prove(vault, key);
        return key;
    }

    /// <summary>Whether the vault of a folder can be read, asked without changing anything.</summary>
    public static VaultState StateOf(DataFolder folder)
    {
        if (!File.Exists(folder.VaultFile))
            return VaultState.Absent;
        using var vault = new Database(folder.VaultFile, Vault.Schema).OpenReader();
        return StateOf(folder, vault);
    }

    public static VaultState StateOf(DataFolder folder, SqliteConnection vault)
    {
        if (!KeepsSomebody(vault))
            return VaultState.Readable;
        if (!File.Exists(folder.VaultKeyFile))
            return VaultState.KeyMissing;
        var bytes = File.ReadAllBytes(folder.VaultKeyFile);
        if (bytes.Length != SealingKey.Length)
            return VaultState.KeyWrong;
        using var key = new SealingKey(bytes);
        return Opens(key, Proof(vault)) ? VaultState.Readable : VaultState.KeyWrong;
    }

    private static byte[] Proof(SqliteConnection vault)
    {
        using var find = new Statement(vault, "SELECT value FROM meta WHERE name = 'proof'");
        using var rows = find.Rows();
        return rows.Read() ? rows.GetFieldValue<byte[]>(0) : [];
    }

    private static void Prove(SqliteConnection vault, SealingKey key)
    {
        using var put = new Statement(vault, "INSERT OR REPLACE INTO meta VALUES ('proof', ?1)");
        put.Run(key.Seal([], ProofPlace));
    }

    private static bool KeepsSomebody(SqliteConnection vault)
    {
        using var persons = new Statement(vault, "SELECT 1 FROM persons LIMIT 1");
        return persons.Any();
    }

    private static bool IsWhole(DataFolder folder) =>
        new FileInfo(folder.VaultKeyFile) is { Exists: true, Length: SealingKey.Length };

    private static bool Opens(SealingKey key, byte[] proof)
    {
        try
        {
            key.Open(proof, ProofPlace);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>Whether what a vault keeps can be read.</summary>
public enum VaultState
{
    Absent,
    Readable,
    KeyMissing,
    KeyWrong,
}

/// <summary>Why a vault cannot be read.</summary>
public enum VaultUnreadable
{
    KeyMissing,
    KeyWrong,
}

/// <summary>The vault is there, its key is not.</summary>
public sealed class VaultUnreadableException(VaultUnreadable reason)
    : Exception($"The vault is unreadable: {reason}.")
{
    public VaultUnreadable Reason { get; } = reason;
}
