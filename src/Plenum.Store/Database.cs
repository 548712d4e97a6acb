using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>One SQLite file: how it is created, opened for writing and opened for reading.</summary>
internal sealed record Database(string File, string Schema)
{
    public SqliteConnection OpenWriter()
    {
        DataFolder.CreateFile(File);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString()
        );
        try
        {
            connection.Open();
            // secure_delete: what is erased is overwritten. temp_store: nothing is spilled outside the folder.
            // fullfsync: on macOS an ordinary fsync does not reach the platter.
            Run(
                connection,
                """
                PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
                PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON; PRAGMA trusted_schema=OFF;
                """
            );
            CreateTables(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A pooled connection that cannot write; one a page of rows.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(ReaderString);
        connection.Open();
        return connection;
    }

    public void CloseReaders()
    {
        using var any = new SqliteConnection(ReaderString);
        SqliteConnection.ClearPool(any);
    }

    /// <summary>A copy of this moment, without free pages and without the order in which rows came.</summary>
    public void CopyTo(string target)
    {
        using var connection = OpenReader();
        using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $target";
        copy.Parameters.AddWithValue("$target", target);
        copy.ExecuteNonQuery();
    }

    /// <summary>Empties the write-ahead log; false while a reader still stands on an older state.</summary>
    public static bool TruncateLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt64(0) == 0;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this assembly or an embedded schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private string ReaderString =>
        new SqliteConnectionStringBuilder
        {
            DataSource = File,
            Mode = SqliteOpenMode.ReadOnly,
        }.ToString();

    private void CreateTables(SqliteConnection connection)
    {
        using var version = new Statement(connection, "PRAGMA user_version");
        if (version.Number() != 0)
            return;
        using var resource =
            typeof(Database).Assembly.GetManifestResourceStream(Schema)
            ?? throw new InvalidOperationException($"No schema {Schema}.");
        using var text = new StreamReader(resource);
        Run(
            connection,
            $"BEGIN IMMEDIATE; {text.ReadToEnd()}; PRAGMA user_version={DataFolder.KnownFormat}; COMMIT"
        );
    }
}
