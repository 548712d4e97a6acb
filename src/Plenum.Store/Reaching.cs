using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// Opens files of a folder to be read as of one moment and never written: those that are served, those that nobody
/// serves, and those on a disk that nobody can write, on which SQLite cannot lay the index of its log.
/// </summary>
internal sealed class Reaching(DataFolder folder, ImmutableArray<Finding>.Builder findings)
    : IDisposable
{
    private readonly List<string> copies = [];

    /// <summary>A file that is missing or cannot be opened is a finding like any other.</summary>
    public SqliteConnection? Open(string file, Remedy remedy)
    {
        var name = Path.GetFileName(file);
        if (!File.Exists(file))
        {
            findings.Add(new(Gravity.Damage, "fsck.file-missing", name, "", "", remedy));
            return null;
        }
        if (IsEmpty(file))
        {
            findings.Add(new(Gravity.Damage, "fsck.file-empty", name, "", "", remedy));
            return null;
        }
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(StringFor(file));
            connection.Open();
            Database.Run(
                connection,
                "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; BEGIN"
            );
            // Nothing is read before the first question: now it is known whether this is a database.
            using var version = new Statement(connection, "PRAGMA schema_version");
            version.Number();
            return connection;
        }
        catch (SqliteException broken)
        {
            connection?.Dispose();
            findings.Add(Fsck.Unreadable(name, "", broken, remedy));
            return null;
        }
    }

    public static bool IsEmpty(string file) =>
        new[] { file, file + "-wal" }.All(part =>
            new FileInfo(part) is not { Exists: true, Length: > 0 }
        );

    public void Dispose()
    {
        foreach (var copy in copies)
            Directory.Delete(copy, recursive: true);
    }

    private string StringFor(string file)
    {
        if (!folder.IsSealed)
            return Connection(file, SqliteOpenMode.ReadWrite);
        // What lies in the log was confirmed and counts: it is read with its file, elsewhere.
        return new FileInfo(file + "-wal") is { Exists: true, Length: > 0 }
            ? Connection(CopyOf(file), SqliteOpenMode.ReadWrite)
            : Connection($"{new Uri(file).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);
    }

    private string CopyOf(string file)
    {
        var beside = Directory.CreateTempSubdirectory("plenum-fsck-").FullName;
        copies.Add(beside);
        var copy = Path.Combine(beside, Path.GetFileName(file));
        File.Copy(file, copy);
        File.Copy(file + "-wal", copy + "-wal");
        return copy;
    }

    private static string Connection(string source, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
        }.ToString();
}
