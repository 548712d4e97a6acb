using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// Checks every row that is stored and changes none. Each file is read as of one moment, so that a server that goes on
/// writing does not look like damage.
/// </summary>
public static class Fsck
{
    /// <summary>
    /// Without <paramref name="documentsOf"/>, which knows the documents an entry names, missing and orphan documents
    /// go unseen; digests are checked all the same.
    /// </summary>
    public static ImmutableArray<Finding> Check(
        DataFolder folder,
        Func<StoredEntry, IEnumerable<Digest>>? documentsOf = null
    )
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (Reach(folder.RecordFile, Record.Schema, findings) is { } record)
            using (record)
            {
                var events = new FsckEvents(record, documentsOf ?? (_ => []));
                Gather(findings, record, "events", events.Check);
                Gather(findings, record, "sections", events.CheckSections);
                Gather(
                    findings,
                    record,
                    "documents",
                    () => FsckTables.Documents(record, events, documentsOf is not null)
                );
                Gather(findings, record, "commands", () => FsckTables.Commands(record, events));
                Gather(findings, record, "papers", () => FsckTables.Papers(record));
                Gather(findings, record, "due", () => FsckTables.Due(record, events));
                Gather(findings, record, "subjects", () => FsckTables.Subjects(record));
            }
        if (
            File.Exists(folder.VaultFile)
            && Reach(folder.VaultFile, Vault.Schema, findings) is { } vault
        )
            using (vault)
                Gather(findings, vault, "fields", () => FsckVault.Check(folder, vault));
        findings.AddRange(FsckVault.Erasures(folder));
        return findings.DrainToImmutable();
    }

    // A file too damaged to be opened is a finding like any other.
    private static SqliteConnection? Reach(
        string file,
        string schema,
        ImmutableArray<Finding>.Builder findings
    )
    {
        var name = Path.GetFileName(file);
        if (!File.Exists(file))
        {
            findings.Add(
                new(Gravity.Damage, "fsck.file-missing", name, "", "", Remedy.RestoreBackup)
            );
            return null;
        }
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                }.ToString()
            );
            connection.Open();
            Database.Run(
                connection,
                "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; BEGIN"
            );
            using var version = new Statement(connection, "PRAGMA user_version");
            if (version.Number() != DataFolder.KnownFormat)
                findings.Add(
                    new(Gravity.Damage, "fsck.schema", name, schema, "", Remedy.RestoreBackup)
                );
            findings.AddRange(Integrity(connection, name));
            return connection;
        }
        catch (SqliteException broken)
        {
            connection?.Dispose();
            findings.Add(Unreadable(name, "", broken));
            return null;
        }
    }

    private static List<Finding> Integrity(SqliteConnection connection, string file)
    {
        using var check = new Statement(connection, "PRAGMA integrity_check");
        using var rows = check.Rows();
        var found = new List<Finding>();
        while (rows.Read())
            if (rows.GetString(0) is var message and not "ok")
                found.Add(
                    new(Gravity.Damage, "fsck.integrity", file, "", message, Remedy.RestoreBackup)
                );
        return found;
    }

    // What was found before the damage stopped the reading is kept.
    private static void Gather(
        ImmutableArray<Finding>.Builder findings,
        SqliteConnection connection,
        string table,
        Func<IEnumerable<Finding>> check
    )
    {
        try
        {
            foreach (var finding in check())
                findings.Add(finding);
        }
        // A torn page gives rows with values missing or of another kind, and the driver has an exception for each.
        catch (Exception broken)
            when (broken
                    is SqliteException
                        or InvalidCastException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
                        or ArgumentException
            )
        {
            findings.Add(Unreadable(Path.GetFileName(connection.DataSource), table, broken));
        }
    }

    private static Finding Unreadable(string file, string table, Exception broken) =>
        new(Gravity.Damage, "fsck.unreadable", file, table, broken.Message, Remedy.RestoreBackup);
}
