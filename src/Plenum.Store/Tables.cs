using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>The writing connection with its prepared statements.</summary>
internal sealed class Tables : IDisposable
{
    private readonly Statement head;
    private readonly Statement insertEvent;
    private readonly Statement putHead;
    private readonly Statement findCommand;
    private readonly Statement insertCommand;
    private readonly Statement insertDocument;
    private readonly Statement findPaper;
    private readonly Statement insertPaper;
    private readonly Statement putDue;
    private readonly Statement insertSubject;

    public Tables(SqliteConnection connection)
    {
        Connection = connection;
        head = new(connection, "SELECT version, chain FROM sections WHERE section = ?1");
        insertEvent = new(
            connection,
            "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
        );
        putHead = new(connection, "INSERT OR REPLACE INTO sections VALUES (?1, ?2, ?3)");
        findCommand = new(
            connection,
            "SELECT digest, section, first, last FROM commands WHERE id = ?1"
        );
        insertCommand = new(connection, "INSERT INTO commands VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        insertDocument = new(connection, "INSERT OR IGNORE INTO documents VALUES (?1, ?2)");
        findPaper = new(connection, "SELECT 1 FROM papers WHERE box = ?1 AND key = ?2");
        insertPaper = new(connection, "INSERT INTO papers VALUES (?1, ?2, ?3, ?4)");
        putDue = new(connection, "INSERT OR REPLACE INTO due VALUES (?1, ?2, ?3)");
        insertSubject = new(connection, "INSERT OR IGNORE INTO subjects VALUES (?1, ?2, ?3)");
    }

    public SqliteConnection Connection { get; }

    public long LastPosition()
    {
        using var last = new Statement(Connection, "SELECT max(pos) FROM events");
        return last.Number();
    }

    public Head HeadOf(string section)
    {
        using var rows = head.Rows(section);
        return rows.Read() ? new Head(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : Head.None;
    }

    public bool TryFindCommand(string id, out StoredCommand found)
    {
        using var rows = findCommand.Rows(id);
        var there = rows.Read();
        found = there ? Row.Command(id, rows) : new StoredCommand(id, default, "", 0, 0);
        return there;
    }

    public bool HasPaper(Paper paper) => findPaper.Any(paper.Box, paper.Key);

    public void Insert(StoredEntry e, byte[] chain) =>
        insertEvent.Run(
            e.Position,
            e.Section,
            e.Version,
            e.Type,
            e.At,
            e.Envelope,
            e.Leaf,
            e.Open,
            Chain.OpenSum(e.Open.Span),
            chain
        );

    public void Insert(StoredCommand c) =>
        insertCommand.Run(
            c.Id,
            c.Digest.ToBytes(),
            c.Section,
            c.First,
            c.Last,
            Chain.CommandSum(c)
        );

    public void Insert(Document document) =>
        insertDocument.Run(document.Digest.ToBytes(), document.Bytes);

    public void Insert(Paper paper) =>
        insertPaper.Run(paper.Box, paper.Key, paper.Bytes, Chain.PaperSum(paper));

    public void InsertSubject(string section, string subject, long version) =>
        insertSubject.Run(section, subject, version);

    public void Put(string section, Head reached) =>
        putHead.Run(section, reached.Version, reached.Chain);

    public void Put(DueSection due) => putDue.Run(due.Section, due.At, Chain.DueSum(due));

    public void Dispose()
    {
        Statement[] all =
        [
            head,
            insertEvent,
            putHead,
            findCommand,
            insertCommand,
            insertDocument,
            findPaper,
            insertPaper,
            putDue,
            insertSubject,
        ];
        foreach (var statement in all)
            statement.Dispose();
        Connection.Dispose();
    }
}

/// <summary>Where the stream of a section stands.</summary>
internal sealed record Head(long Version, byte[] Chain)
{
    public static Head None { get; } = new(0, Store.Chain.Start);
}

/// <summary>The columns of a row, in the order in which the reads select them.</summary>
internal static class Row
{
    public const string EntryColumns = "pos, section, version, type, at, leaf, open, envelope";

    public static StoredEntry Entry(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetInt64(2),
            row.GetString(3),
            row.GetInt64(4),
            row.GetFieldValue<byte[]>(5),
            row.GetFieldValue<byte[]>(6),
            row.GetFieldValue<byte[]>(7)
        );

    public static StoredCommand Command(string id, SqliteDataReader row) =>
        new(
            id,
            Digest.From(row.GetFieldValue<byte[]>(0)),
            row.GetString(1),
            row.GetInt64(2),
            row.GetInt64(3)
        );
}
