using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// What the vault knows of the files beside it: the lines of the list of erasures, so that a lost list comes back, and
/// which record it belongs to, so that another is not taken for it.
/// </summary>
internal static class VaultMirror
{
    private const string Record = "record";

    // Not in the schema: a vault of an earlier release has it from the first time it is opened.
    private const string Table =
        "CREATE TABLE IF NOT EXISTS erasures (line TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID";

    /// <summary>After this the list and the vault know the same erasures.</summary>
    public static void Reconcile(SqliteConnection vault, DataFolder folder, Erasures list)
    {
        Database.Run(vault, Table);
        list.AddLines(Missing(vault, folder));
        Keep(vault, list.Read().Select(Erasures.Line));
    }

    public static void Keep(SqliteConnection vault, IEnumerable<string> lines)
    {
        using var all = vault.BeginTransaction();
        using var put = new Statement(vault, "INSERT OR IGNORE INTO erasures VALUES (?1)");
        foreach (var line in lines)
            put.Run(line);
        all.Commit();
    }

    /// <summary>The lines the vault knows and the list does not.</summary>
    public static ImmutableArray<string> Missing(SqliteConnection vault, DataFolder folder)
    {
        using var known = new Statement(
            vault,
            "SELECT name FROM sqlite_schema WHERE name = 'erasures'"
        );
        if (!known.Any())
            return [];
        var listed = new Erasures(folder.ErasuresFile)
            .Read()
            .Select(Erasures.Line)
            .ToHashSet(StringComparer.Ordinal);
        using var lines = new Statement(vault, "SELECT line FROM erasures ORDER BY line");
        return lines.All(row => row.GetString(0)).RemoveAll(listed.Contains);
    }

    /// <summary>Whether a record that begins so is the vault's own; it takes the first it is shown.</summary>
    public static bool IsOf(SqliteConnection vault, byte[] beginning)
    {
        if (beginning.Length == 0)
            return true;
        if (BeginningIn(vault) is not { Length: > 0 } own)
        {
            using var put = new Statement(vault, $"INSERT INTO meta VALUES ('{Record}', ?1)");
            put.Run(beginning);
            return true;
        }
        return own.AsSpan().SequenceEqual(beginning);
    }

    /// <summary>How the record of this vault begins; nothing where it was not shown one yet.</summary>
    public static byte[] BeginningIn(SqliteConnection vault)
    {
        using var find = new Statement(vault, $"SELECT value FROM meta WHERE name = '{Record}'");
        using var rows = find.Rows();
        return rows.Read() ? rows.GetFieldValue<byte[]>(0) : [];
    }
}
