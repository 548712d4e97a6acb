using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>The record of an installation: a stream of entries a section, and what hangs on them.</summary>
public sealed partial class Record : IDisposable
{
    internal const string Schema = "record.sql";

    private readonly Database database;
    private readonly Erasures erasures;
    private readonly BoxKeys keys;
    private readonly Boxes boxes;
    private readonly Writer writer;

    private Record(Database database, Erasures erasures, BoxKeys keys, WriterLimits limits)
    {
        (this.database, this.erasures, this.keys) = (database, erasures, keys);
        boxes = new Boxes(keys);
        writer = new Writer(database, boxes, limits);
    }

    /// <summary>Opens the record and applies again every erasure that an older backup may have undone.</summary>
    public static Record Open(DataFolder folder) => Open(folder, new WriterLimits());

    internal static Record Open(DataFolder folder, WriterLimits limits)
    {
        folder.MustBeHeld();
        try
        {
            var record = new Record(
                new(folder.RecordFile, Schema),
                new(folder.ErasuresFile),
                new(folder.BoxKeysFile),
                limits
            );
            record.ApplyErasures();
            return record;
        }
        catch (SqliteException failure)
        {
            throw FolderRefusedException.For(folder, failure);
        }
    }

    /// <summary>Answers when the append is durable; throws <see cref="RecordUnwritableException"/> when it is not.</summary>
    public Task<Appended> Append(Append request, CancellationToken stop = default)
    {
        request.Check();
        return writer.Append(boxes.Sealed(request), stop);
    }

    /// <summary>
    /// Empties the open values of one entry for good; its leaf stays as it was. False while a reader holds on to the
    /// write-ahead log, in which the old values may still lie: ask again.
    /// </summary>
    public Task<bool> EraseOpen(string section, long version, long at)
    {
        var erasure = new Erasure.OfOpen(section, version, at);
        erasures.Add(erasure);
        return writer.Run(tables =>
        {
            EraseNow(tables, [erasure]);
            return Database.TruncateLog(tables.Connection);
        });
    }

    /// <summary>Writes the index of subjects anew from the entries; appends wait meanwhile.</summary>
    public Task RebuildSubjects(Func<StoredEntry, IEnumerable<string>> subjectsOf) =>
        writer.Run(tables =>
        {
            Database.Run(tables.Connection, "BEGIN IMMEDIATE; DELETE FROM subjects");
            using (
                var all = new Statement(
                    tables.Connection,
                    $"SELECT {Row.EntryColumns} FROM events ORDER BY pos"
                )
            )
            using (var rows = all.Rows())
                while (rows.Read())
                {
                    var entry = Row.Entry(rows);
                    foreach (var subject in subjectsOf(entry))
                        tables.InsertSubject(entry.Section, subject, entry.Version);
                }
            Database.Run(tables.Connection, "COMMIT");
            return true;
        });

    /// <summary>Answers everyone who waits, then closes.</summary>
    public void Dispose()
    {
        database.CloseReaders();
        writer.Dispose();
        keys.Dispose();
        database.CloseReaders();
    }

    private void ApplyErasures()
    {
        var open = erasures.Read().OfType<Erasure.OfOpen>().ToImmutableArray();
        if (open.IsEmpty)
            return;
        try
        {
            writer
                .Run(tables =>
                    EraseNow(tables, open) == 0 || Database.TruncateLog(tables.Connection)
                )
                .GetAwaiter()
                .GetResult();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private static int EraseNow(Tables tables, ImmutableArray<Erasure.OfOpen> all)
    {
        var changed = 0;
        Database.Run(tables.Connection, "BEGIN IMMEDIATE");
        using (
            var erase = new Statement(
                tables.Connection,
                "UPDATE events SET open = x'', open_sum = ?3 WHERE section = ?1 AND version = ?2 AND length(open) > 0"
            )
        )
            foreach (var one in all)
                changed += erase.Run(one.Section, one.Version, Chain.OpenSum([]));
        Database.Run(tables.Connection, "COMMIT");
        return changed;
    }
}
