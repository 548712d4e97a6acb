using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// Checks every row that is stored and changes none. Each file is read as of one moment, so that a server that goes on
/// writing does not look like damage.
/// </summary>
public static partial class Fsck
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
        using var files = new Reaching(folder, findings);
        using var record = files.Open(folder.RecordFile, Remedy.RestoreBackup);
        if (record is not null)
        {
            CheckDatabase(findings, record, "record.db", Record.Schema, Remedy.RestoreBackup);
            CheckRecord(findings, record, documentsOf);
        }
        CheckBeside(findings, files, folder, record, whole: true);
        return findings.DrainToImmutable();
    }

    private static void CheckRecord(
        ImmutableArray<Finding>.Builder findings,
        SqliteConnection record,
        Func<StoredEntry, IEnumerable<Digest>>? documentsOf
    )
    {
        var events = new FsckEvents(record, documentsOf ?? (_ => []));
        void Table(string name, Func<IEnumerable<Finding>> check) =>
            Gather(findings, "record.db", name, Remedy.RestoreBackup, check);
        Table("events", events.Check);
        Table("sections", events.CheckSections);
        Table("documents", () => FsckTables.Documents(record, events, documentsOf is not null));
        Table("commands", () => FsckTables.Commands(record, events));
        Table("papers", () => FsckTables.Papers(record));
        Table("due", () => FsckTables.Due(record, events));
        Table("subjects", () => FsckTables.Subjects(record));
    }

    private static void CheckDatabase(
        ImmutableArray<Finding>.Builder findings,
        SqliteConnection connection,
        string name,
        string schema,
        Remedy remedy
    ) =>
        Gather(
            findings,
            name,
            "",
            remedy,
            () =>
            {
                using var version = new Statement(connection, "PRAGMA user_version");
                var known = version.Number() == DataFolder.KnownFormat;
                return
                [
                    .. known
                        ? (Finding[])[]
                        : [new(Gravity.Damage, "fsck.schema", name, schema, "", remedy)],
                    .. Integrity(connection, name, remedy),
                ];
            }
        );

    private static List<Finding> Integrity(SqliteConnection connection, string file, Remedy remedy)
    {
        using var check = new Statement(connection, "PRAGMA integrity_check");
        using var rows = check.Rows();
        var found = new List<Finding>();
        while (rows.Read())
            if (rows.GetString(0) is var message and not "ok")
                found.Add(new(Gravity.Damage, "fsck.integrity", file, "", message, remedy));
        return found;
    }

    // What was found before the damage stopped the reading is kept.
    private static void Gather(
        ImmutableArray<Finding>.Builder findings,
        string file,
        string table,
        Remedy remedy,
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
            findings.Add(Unreadable(file, table, broken, remedy));
        }
    }

    internal static Finding Unreadable(
        string file,
        string table,
        Exception broken,
        Remedy remedy
    ) => new(Gravity.Damage, "fsck.unreadable", file, table, broken.Message, remedy);
}
