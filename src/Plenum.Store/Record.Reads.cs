using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

public sealed partial class Record
{
    private const int PageSize = 256;

    /// <summary>The entries of a section from a version on, read page by page.</summary>
    public IEnumerable<StoredEntry> ReadStream(string section, long fromVersion = 1)
    {
        for (var next = fromVersion; ; )
        {
            var page = Page(
                "WHERE section = ?1 AND version >= ?2 ORDER BY version LIMIT ?3",
                section,
                next,
                PageSize
            );
            foreach (var entry in page)
                yield return entry;
            if (page.Length < PageSize)
                yield break;
            next = page[^1].Version + 1;
        }
    }

    /// <summary>All entries from a position on, read page by page.</summary>
    public IEnumerable<StoredEntry> ReadAll(long fromPosition = 1)
    {
        for (var next = fromPosition; ; )
        {
            var page = Page("WHERE pos >= ?1 ORDER BY pos LIMIT ?2", next, PageSize);
            foreach (var entry in page)
                yield return entry;
            if (page.Length < PageSize)
                yield break;
            next = page[^1].Position + 1;
        }
    }

    /// <summary>The latest entries about a subject before a version, newest first.</summary>
    public ImmutableArray<StoredEntry> History(
        string section,
        string subject,
        long beforeVersion,
        int take
    ) =>
        Page(
            """
            JOIN (SELECT version AS v FROM subjects WHERE section = ?1 AND subject = ?2 AND version < ?3
                  ORDER BY version DESC LIMIT ?4) ON version = v
            WHERE section = ?1 ORDER BY version DESC
            """,
            section,
            subject,
            beforeVersion,
            take
        );

    /// <summary>The latest entries of some types about a subject, newest first, whatever came after them.</summary>
    public ImmutableArray<StoredEntry> History(
        string section,
        string subject,
        IEnumerable<string> types,
        int take
    ) =>
        Page(
            """
            JOIN (SELECT version AS v FROM subjects WHERE section = ?1 AND subject = ?2) ON version = v
            WHERE section = ?1 AND instr(?3, ' ' || type || ' ') > 0 ORDER BY version DESC LIMIT ?4
            """,
            section,
            subject,
            " " + string.Join(' ', types) + " ",
            take
        );

    public ImmutableArray<StoredSection> Sections() =>
        Read(
            "SELECT section, version FROM sections ORDER BY section",
            row => new StoredSection(row.GetString(0), row.GetInt64(1))
        );

    /// <summary>The chain of the first entry of all, by which one record is told from another; nothing where there is none.</summary>
    internal byte[] Beginning()
    {
        using var connection = database.OpenReader();
        return BeginningOf(connection);
    }

    internal static byte[] BeginningOf(SqliteConnection connection)
    {
        using var first = new Statement(connection, "SELECT chain FROM events WHERE pos = 1");
        using var rows = first.Rows();
        return rows.Read() ? rows.GetFieldValue<byte[]>(0) : [];
    }

    /// <summary>The version a section has reached; 0 where nothing was ever appended.</summary>
    public long VersionOf(string section) =>
        Read("SELECT version FROM sections WHERE section = ?1", row => row.GetInt64(0), section)
            .FirstOrDefault();

    public bool TryFindDocument(Digest digest, out ReadOnlyMemory<byte> bytes)
    {
        var found = Read(
            "SELECT bytes FROM documents WHERE digest = ?1",
            row => row.GetFieldValue<byte[]>(0),
            digest.ToBytes()
        );
        bytes = found.IsEmpty ? default : found[0];
        return !found.IsEmpty;
    }

    public bool TryFindCommand(string id, out StoredCommand command)
    {
        var found = Read(
            "SELECT digest, section, first, last FROM commands WHERE id = ?1",
            row => Row.Command(id, row),
            id
        );
        command = found.IsEmpty ? new StoredCommand(id, default, "", 0, 0) : found[0];
        return !found.IsEmpty;
    }

    /// <summary>Accepted commands of a section whose ids lie between two texts, the first included, in their order.</summary>
    public ImmutableArray<StoredCommand> Commands(string section, string from, string to) =>
        Read(
            "SELECT digest, section, first, last, id FROM commands WHERE id >= ?1 AND id < ?2 AND section = ?3 ORDER BY first",
            row => Row.Command(row.GetString(4), row),
            from,
            to,
            section
        );

    /// <summary>Where the clock has to act, earliest first.</summary>
    public ImmutableArray<DueSection> Earliest(int take = 512) =>
        Read(
            "SELECT section, earliest FROM due WHERE earliest < ?1 ORDER BY earliest, section LIMIT ?2",
            row => new DueSection(row.GetString(0), row.GetInt64(1)),
            Due.Never.Earliest,
            take
        );

    private ImmutableArray<StoredEntry> Page(string which, params ReadOnlySpan<object> values) =>
        Read($"SELECT {Row.EntryColumns} FROM events {which}", Row.Entry, values);

    // Every page is read and closed: a slow reader must not keep the write-ahead log from being emptied.
    private ImmutableArray<T> Read<T>(
        string sql,
        Func<SqliteDataReader, T> row,
        params ReadOnlySpan<object> values
    )
    {
        using var connection = database.OpenReader();
        using var statement = new Statement(connection, sql);
        return statement.All(row, values);
    }
}
