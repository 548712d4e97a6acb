using System.Runtime.InteropServices;

namespace Plenum.Store;

/// <summary>What is asked of the operating system for memory that holds keys; elsewhere than on Linux nothing is.</summary>
public static class ProcessMemory
{
    private const int DontDump = 16; // MADV_DONTDUMP
    private const int SetDumpable = 4; // PR_SET_DUMPABLE
    private const int CoreSize = 4; // RLIMIT_CORE

    /// <summary>
    /// A process that crashes leaves no image of its memory on the disk, and other processes of the same user cannot look
    /// into it. False where the operating system declines or cannot.
    /// </summary>
    public static bool KeepFromDumps()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var none = new Limit(0, 0);
        var sizeIsNone = setrlimit(CoreSize, in none) == 0;
        return prctl(SetDumpable, 0, 0, 0, 0) == 0 && sizeIsNone;
    }

    /// <summary>Where the first whole page of pinned bytes begins.</summary>
    internal static int StartOfPage(byte[] pinned, int page)
    {
        var address = (long)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return (int)((page - address % page) % page);
    }

    internal static bool Lock(byte[] pinned, int start, int length)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(pinned, start);
        var isKept = mlock(address, (nuint)length) == 0;
        return madvise(address, (nuint)length, DontDump) == 0 && isKept;
    }

    internal static void Unlock(byte[] pinned, int start, int length)
    {
        if (OperatingSystem.IsLinux())
            _ = munlock(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, start), (nuint)length);
    }

#pragma warning disable IDE1006 // The names are the C library's.
    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mlock(nint address, nuint length);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int munlock(nint address, nuint length);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int madvise(nint address, nuint length, int advice);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prctl(int option, nuint two, nuint three, nuint four, nuint five);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setrlimit(int resource, in Limit limit);
#pragma warning restore IDE1006

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Now, nuint Most);
}
