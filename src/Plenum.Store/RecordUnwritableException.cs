using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>The disk took nothing; the same may be tried again under the same command ids.</summary>
public sealed class RecordUnwritableException(UnwritableReason reason, Exception inner)
    : Exception($"The record could not be written: {reason}.", inner)
{
    public UnwritableReason Reason { get; } = reason;

    private const int NoSpace = 28; // ENOSPC

    internal static RecordUnwritableException For(IOException failure) =>
        new(
            (failure.HResult & 0xffff) == NoSpace
                ? UnwritableReason.Full
                : UnwritableReason.InputOutput,
            failure
        );

    // Result codes of SQLite: BUSY 5, LOCKED 6, READONLY 8, CORRUPT 11, FULL 13, NOTADB 26; extended ones of IOERR 10:
    // IOERR_FSYNC 1034, IOERR_DIR_FSYNC 1290.
    public static RecordUnwritableException For(SqliteException failure) =>
        new(
            failure.SqliteExtendedErrorCode is 1034 or 1290
                ? UnwritableReason.Unsynced
                : failure.SqliteErrorCode switch
                {
                    5 or 6 => UnwritableReason.Busy,
                    8 => UnwritableReason.ReadOnly,
                    11 or 26 => UnwritableReason.Damaged,
                    13 => UnwritableReason.Full,
                    _ => UnwritableReason.InputOutput,
                },
            failure
        );
}

/// <summary>Why the disk took nothing.</summary>
public enum UnwritableReason
{
    Full,
    ReadOnly,
    Damaged,
    Busy,
    InputOutput,

    /// <summary>The disk did not confirm what it was given; nothing more is written until the folder is opened anew.</summary>
    Unsynced,
}
