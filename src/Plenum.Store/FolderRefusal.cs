using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>Why a data folder is not opened; the words for people stand elsewhere under its code.</summary>
public abstract record FolderRefusal
{
    private FolderRefusal(string code) => Code = code;

    public string Code { get; }

    /// <summary>Another process (or this one) holds the folder.</summary>
    public sealed record InUse(string Path) : FolderRefusal("folder.in-use");

    /// <summary>A later release wrote the folder.</summary>
    public sealed record NewerFormat(string Path, int Found, int Known)
        : FolderRefusal("folder.newer-format");

    /// <summary>Nothing says in which format the folder is.</summary>
    public sealed record UnknownFormat(string Path, string Found)
        : FolderRefusal("folder.unknown-format");

    /// <summary>There is no data folder at this path.</summary>
    public sealed record Missing(string Path) : FolderRefusal("folder.missing");

    /// <summary>The owner of this process may not write here.</summary>
    public sealed record NotWritable(string Path) : FolderRefusal("folder.not-writable");

    /// <summary>A file of the folder is whole and belongs to another folder.</summary>
    public sealed record Foreign(string Path, string File) : FolderRefusal("folder.foreign");

    /// <summary>A file of the folder cannot be read as what it should be: ask fsck.</summary>
    public sealed record Damaged(string Path) : FolderRefusal("folder.damaged");
}

/// <summary>A data folder was not opened.</summary>
public sealed class FolderRefusedException(FolderRefusal refusal, Exception? cause = null)
    : Exception(refusal.ToString(), cause)
{
    public FolderRefusal Refusal { get; } = refusal;

    // Result codes of SQLite: CORRUPT 11, NOTADB 26, ERROR 1 (a table is missing).
    public static FolderRefusedException For(string path, SqliteException failure) =>
        new(
            failure.SqliteErrorCode is 1 or 11 or 26
                ? new FolderRefusal.Damaged(path)
                : new FolderRefusal.NotWritable(path),
            failure
        );

    internal static FolderRefusedException For(DataFolder folder, SqliteException failure) =>
        For(folder.Path, failure);
}
