using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// How papers are laid down anew in the order of their keys, so that no file keeps the order in which they were cast.
/// </summary>
internal static class Sealing
{
    /// <summary>False while a reader holds on to the write-ahead log, in which the old order may still lie.</summary>
    public static bool Seal(Tables tables, IReadOnlyList<string> boxes)
    {
        Database.Run(tables.Connection, "BEGIN IMMEDIATE");
        using (var empty = new Statement(tables.Connection, "DELETE FROM papers WHERE box = ?1"))
            foreach (var box in boxes)
            {
                var papers = PapersOf(tables.Connection, box);
                empty.Run(box);
                foreach (var paper in papers)
                    tables.Insert(paper);
            }
        Database.Run(tables.Connection, "COMMIT");
        return Database.TruncateLog(tables.Connection);
    }

    public static ImmutableArray<Paper> PapersOf(SqliteConnection connection, string box)
    {
        using var statement = new Statement(
            connection,
            "SELECT key, bytes FROM papers WHERE box = ?1 ORDER BY key"
        );
        return statement.All(
            row => new Paper(box, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)),
            box
        );
    }
}
