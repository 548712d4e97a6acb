using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>The file of the master key, and the proof in the vault that it is this vault's own.</summary>
internal static class VaultKeyFile
{
    private const string ProofPlace = "vault.key";

    /// <summary>Draws a key only for a vault that never had one.</summary>
    public static SealingKey Open(DataFolder folder, SqliteConnection vault)
    {
        var proof = Proof(vault);
        if (!File.Exists(folder.VaultKeyFile))
        {
            if (proof.Length > 0)
                throw new VaultUnreadableException(VaultUnreadable.KeyMissing);
            Draw(folder);
        }
        var bytes = File.ReadAllBytes(folder.VaultKeyFile);
        if (bytes.Length != SealingKey.Length)
            throw new VaultUnreadableException(VaultUnreadable.KeyWrong);
        var key = new SealingKey(bytes);
        if (proof.Length == 0)
            Prove(vault, key);
        else if (!Opens(key, proof))
            throw new VaultUnreadableException(VaultUnreadable.KeyWrong);
        return key;
    }

    /// <summary>Whether the vault of a folder can be read, asked without changing anything.</summary>
    public static VaultState StateOf(DataFolder folder)
    {
        if (!File.Exists(folder.VaultFile))
            return VaultState.Absent;
        var database = new Database(folder.VaultFile, Vault.Schema);
        using var vault = database.OpenReader();
        var proof = Proof(vault);
        if (proof.Length == 0)
            return VaultState.Readable;
        if (!File.Exists(folder.VaultKeyFile))
            return VaultState.KeyMissing;
        var bytes = File.ReadAllBytes(folder.VaultKeyFile);
        if (bytes.Length != SealingKey.Length)
            return VaultState.KeyWrong;
        using var key = new SealingKey(bytes);
        return Opens(key, proof) ? VaultState.Readable : VaultState.KeyWrong;
    }

    private static byte[] Proof(SqliteConnection vault)
    {
        using var find = new Statement(vault, "SELECT value FROM meta WHERE name = 'proof'");
        using var rows = find.Rows();
        return rows.Read() ? rows.GetFieldValue<byte[]>(0) : [];
    }

    private static void Prove(SqliteConnection vault, SealingKey key)
    {
        using var put = new Statement(vault, "INSERT INTO meta VALUES ('proof', ?1)");
        put.Run(key.Seal([], ProofPlace));
    }

    private static void Draw(DataFolder folder) =>
        DataFolder.WriteWhole(folder.VaultKeyFile, SealingKey.Draw());

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
