namespace Plenum.Clerk;

/// <summary>Whether something failed because the disk is full: then nobody made a mistake, and trying again helps.</summary>
public static class FullDisk
{
    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL of Windows.
    public static bool Is(Exception failure) =>
        failure switch
        {
            Store.RecordUnwritableException { Reason: Store.UnwritableReason.Full } => true,
            IOException { HResult: 28 or 122 or unchecked((int)0x80070070) } => true,
            { InnerException: { } inner } => Is(inner),
            _ => false,
        };
}
