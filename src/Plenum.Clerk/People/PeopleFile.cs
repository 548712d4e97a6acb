using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Plenum.Clerk.People;

/// <summary>The file of accounts: one connection, one statement at a time.</summary>
internal sealed class PeopleFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Lock _turn = new();

    public PeopleFile(string folder)
    {
        var path = Path.Combine(folder, "people.db");
        OwnersOnly.Create(path);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
        );
        try
        {
            _connection.Open();
            using var schema =
                typeof(PeopleFile).Assembly.GetManifestResourceStream("accounts.sql")
                ?? throw new InvalidOperationException("no schema of accounts");
            using var reader = new StreamReader(schema);
            using var command = Command(reader.ReadToEnd(), []);
            command.ExecuteNonQuery();
            Step();
        }
        catch (SqliteException failure)
        {
            _connection.Dispose();
            throw Store.FolderRefusedException.For(folder, failure);
        }
    }

    // What a file of an earlier release lacks, beyond tables of its own; each step is taken once.
    private static readonly ImmutableArray<string> Steps =
    [
        """
            ALTER TABLE links ADD COLUMN mailed INTEGER NOT NULL DEFAULT 0;
            INSERT INTO confirmed SELECT person, at FROM accounts WHERE length(email) > 0;
            """,
    ];

    private void Step()
    {
        using var version = Command("PRAGMA user_version", []);
        var taken = Convert.ToInt32(version.ExecuteScalar(), CultureInfo.InvariantCulture);
        for (var step = taken; step < Steps.Length; step++)
        {
            using var command = Command(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"BEGIN; {Steps[step]} PRAGMA user_version = {step + 1}; COMMIT"
                ),
                []
            );
            command.ExecuteNonQuery();
        }
    }

    public int Run(string sql, params ReadOnlySpan<object> values)
    {
        lock (_turn)
            try
            {
                using var command = Command(sql, values);
                return command.ExecuteNonQuery();
            }
            catch (SqliteException failure)
            {
                throw Store.RecordUnwritableException.For(failure);
            }
    }

    /// <summary>The same statement for many rows of values, in one write.</summary>
    public void RunAll(string sql, IEnumerable<object[]> rows)
    {
        lock (_turn)
            try
            {
                using var all = _connection.BeginTransaction();
                using var command = Command(sql, []);
                foreach (var values in rows)
                {
                    command.Parameters.Clear();
                    for (var i = 0; i < values.Length; i++)
                        command.Parameters.AddWithValue($"?{i + 1}", values[i]);
                    command.ExecuteNonQuery();
                }
                all.Commit();
            }
            catch (SqliteException failure)
            {
                throw Store.RecordUnwritableException.For(failure);
            }
    }

    /// <summary>Several statements in one write: all of them hold, or none.</summary>
    public void Together(Action all)
    {
        lock (_turn)
        {
            Run("BEGIN IMMEDIATE");
            try
            {
                all();
                Run("COMMIT");
            }
            catch
            {
                Undo();
                throw;
            }
        }
    }

    // A full disk has undone it already; the cause is being told.
    private void Undo()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (Store.RecordUnwritableException) { }
    }

    /// <summary>Empties the write-ahead log, in which what was removed still lies, unless somebody copies the file just now.</summary>
    public void CutLog() => Run("PRAGMA wal_checkpoint(TRUNCATE)");

    public List<T> Read<T>(
        string sql,
        Func<SqliteDataReader, T> row,
        params ReadOnlySpan<object> values
    )
    {
        lock (_turn)
            try
            {
                using var command = Command(sql, values);
                using var rows = command.ExecuteReader();
                var read = new List<T>();
                while (rows.Read())
                    read.Add(row(rows));
                return read;
            }
            catch (SqliteException failure)
            {
                throw Store.RecordUnwritableException.For(failure);
            }
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, ReadOnlySpan<object> values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"?{i + 1}", values[i]);
        return command;
    }
}

/// <summary>Files that nobody but the owner of the process may read.</summary>
internal static class OwnersOnly
{
    public static void Create(string path)
    {
        if (File.Exists(path))
            return;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }
}
