using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>Checks the tables that hang on the events.</summary>
internal static class FsckTables
{
    private const string File = "record.db";

    public static IEnumerable<Finding> Documents(
        SqliteConnection record,
        FsckEvents events,
        bool namesKnown
    )
    {
        using var all = new Statement(record, "SELECT digest, bytes FROM documents");
        using var rows = all.Rows();
        var stored = new HashSet<Digest>();
        while (rows.Read())
        {
            var digest = Digest.From(rows.GetFieldValue<byte[]>(0));
            stored.Add(digest);
            if (digest != Digest.Of(rows.GetFieldValue<byte[]>(1)))
                yield return Damage("fsck.document-changed", "documents", digest.Hex);
            if (namesKnown && !events.Named.Contains(digest))
                yield return new(
                    Gravity.Warning,
                    "fsck.document-orphan",
                    File,
                    "documents",
                    digest.Hex,
                    Remedy.None
                );
        }
        foreach (var missing in events.Named.Where(named => !stored.Contains(named)))
            yield return Damage("fsck.document-missing", "documents", missing.Hex);
    }

    public static IEnumerable<Finding> Commands(SqliteConnection record, FsckEvents events)
    {
        using var all = new Statement(
            record,
            "SELECT digest, section, first, last, sum, id FROM commands"
        );
        using var rows = all.Rows();
        while (rows.Read())
        {
            var command = Row.Command(rows.GetString(5), rows);
            if (!Chain.CommandSum(command).AsSpan().SequenceEqual(rows.GetFieldValue<byte[]>(4)))
                yield return Damage("fsck.command-changed", "commands", command.Id);
            if (command.First < 1 || command.Last > events.VersionOf(command.Section))
                yield return Damage("fsck.command-without-entries", "commands", command.Id);
        }
    }

    public static IEnumerable<Finding> Papers(SqliteConnection record)
    {
        using var all = new Statement(record, "SELECT box, key, bytes, sum FROM papers");
        using var rows = all.Rows();
        while (rows.Read())
        {
            var paper = new Paper(
                rows.GetString(0),
                rows.GetFieldValue<byte[]>(1),
                rows.GetFieldValue<byte[]>(2)
            );
            if (!Chain.PaperSum(paper).AsSpan().SequenceEqual(rows.GetFieldValue<byte[]>(3)))
                yield return Damage(
                    "fsck.paper-changed",
                    "papers",
                    $"{paper.Box} {Convert.ToHexString(paper.Key.Span)}"
                );
        }
    }

    public static IEnumerable<Finding> Due(SqliteConnection record, FsckEvents events)
    {
        using var all = new Statement(record, "SELECT section, earliest, sum FROM due");
        using var rows = all.Rows();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var due = new DueSection(rows.GetString(0), rows.GetInt64(1));
            seen.Add(due.Section);
            if (!Chain.DueSum(due).AsSpan().SequenceEqual(rows.GetFieldValue<byte[]>(2)))
                yield return DueDamage("fsck.due-changed", due.Section);
        }
        foreach (var section in events.Sections.Where(section => !seen.Contains(section)))
            yield return DueDamage("fsck.due-missing", section);
    }

    public static IEnumerable<Finding> Subjects(SqliteConnection record)
    {
        using var all = new Statement(
            record,
            """
            SELECT section, subject, version FROM subjects s
            WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.section = s.section AND e.version = s.version)
            """
        );
        using var rows = all.Rows();
        while (rows.Read())
            yield return new(
                Gravity.Warning,
                "fsck.subject-without-entry",
                File,
                "subjects",
                $"{rows.GetString(0)} {rows.GetString(1)} {rows.GetString(2)}",
                Remedy.RebuildSubjects
            );
    }

    private static Finding Damage(string code, string table, string row) =>
        new(Gravity.Damage, code, File, table, row, Remedy.RestoreBackup);

    private static Finding DueDamage(string code, string section) =>
        new(Gravity.Damage, code, File, "due", section, Remedy.RecomputeDue);
}
