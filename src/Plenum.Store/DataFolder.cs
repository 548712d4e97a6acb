using System.Globalization;

namespace Plenum.Store;

/// <summary>
/// The folder of one installation, held by one process at a time and readable by its owner alone. Others may look into
/// it meanwhile, for a backup or a check.
/// </summary>
public sealed class DataFolder : IDisposable
{
    public const int KnownFormat = 1;

    private const string FormatPrefix = "plenum-data ";
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    private readonly Stream held;

    private DataFolder(string path, Stream held, bool isSealed = false) =>
        (Path, this.held, IsSealed) = (path, held, isSealed);

    public string Path { get; }

    /// <summary>
    /// The folder is read and not held: another process holds it, so that what is durable at the moment counts, or
    /// nobody can write it.
    /// </summary>
    public bool OnlyLooks => held == Stream.Null;

    /// <summary>Nobody can write here, as on a disk that was sealed: nothing changes while it is read.</summary>
    public bool IsSealed { get; }

    public string RecordFile => System.IO.Path.Combine(Path, "record.db");
    public string VaultFile => System.IO.Path.Combine(Path, "vault.db");
    public string VaultKeyFile => System.IO.Path.Combine(Path, "vault.key");
    public string ErasuresFile => System.IO.Path.Combine(Path, Erasures.Name);

    /// <summary>Ways in; what the rows mean is known elsewhere.</summary>
    public string PeopleFile => System.IO.Path.Combine(Path, "people.db");

    /// <summary>The key of addresses that earlier releases kept; now it follows from the key of the vault.</summary>
    public string FormerPeopleKeyFile => System.IO.Path.Combine(Path, "people.key");
    public string BoxKeysFile => System.IO.Path.Combine(Path, "boxes.key");

    /// <summary>Lies here from a restore until whoever is served next has been told what it means for open votes.</summary>
    public string RestoredFile => System.IO.Path.Combine(Path, "restored");

    private string FormatFile => System.IO.Path.Combine(Path, "format");

    /// <summary>Opens the folder, or creates it where there is none.</summary>
    public static DataFolder Open(string path)
    {
        var folder = Hold(path, create: true);
        try
        {
            folder.CheckFormat();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Opens a folder that must be there: a mistyped path founds nothing.</summary>
    public static DataFolder OpenExisting(string path)
    {
        if (File.Exists(System.IO.Path.Combine(path, "format")))
            return Open(path);
        throw new FolderRefusedException(
            File.Exists(System.IO.Path.Combine(path, "record.db"))
                ? new FolderRefusal.UnknownFormat(path, "")
                : new FolderRefusal.Missing(path)
        );
    }

    /// <summary>Holds a folder that must be there or, where another process does or nobody can, looks into it.</summary>
    public static DataFolder OpenOrLook(string path)
    {
        try
        {
            return OpenExisting(path);
        }
        catch (FolderRefusedException refused)
            when (refused.Refusal is FolderRefusal.InUse or FolderRefusal.NotWritable)
        {
            var folder = new DataFolder(
                System.IO.Path.GetFullPath(path),
                Stream.Null,
                refused.Refusal is FolderRefusal.NotWritable
            );
            folder.CheckFormat();
            return folder;
        }
    }

    public void Dispose() => held.Dispose();

    /// <summary>Nothing is written where another process writes.</summary>
    internal void MustBeHeld()
    {
        if (IsSealed)
            throw new FolderRefusedException(new FolderRefusal.NotWritable(Path));
        if (OnlyLooks)
            throw new FolderRefusedException(new FolderRefusal.InUse(Path));
    }

    /// <summary>Creates an empty file for the owner alone, unless it is there; SQLite gives its log the same mode.</summary>
    internal static void CreateFile(string path)
    {
        if (File.Exists(path))
            return;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        new FileStream(path, options).Dispose();
    }

    /// <summary>Writes a small file whole: it holds the new bytes or, after a crash, the old ones.</summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = path + ".new";
        File.Delete(beside);
        CreateFile(beside);
        using (var file = new FileStream(beside, FileMode.Open, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static DataFolder Hold(string path, bool create)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            if (create && OperatingSystem.IsWindows())
                Directory.CreateDirectory(full);
            else if (create)
                Directory.CreateDirectory(full, OwnerFolder);
            var lockFile = System.IO.Path.Combine(full, "lock");
            CreateFile(lockFile);
            return new DataFolder(
                full,
                new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new FolderRefusedException(new FolderRefusal.NotWritable(full), denied);
        }
        catch (IOException busy) when (IsSharing(busy))
        {
            throw new FolderRefusedException(new FolderRefusal.InUse(full), busy);
        }
        catch (IOException denied)
        {
            throw new FolderRefusedException(new FolderRefusal.NotWritable(full), denied);
        }
    }

    // EWOULDBLOCK from flock on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharing(IOException e) =>
        e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private void CheckFormat()
    {
        if (!File.Exists(FormatFile))
        {
            if (File.Exists(RecordFile))
                throw new FolderRefusedException(new FolderRefusal.UnknownFormat(Path, ""));
            WriteWhole(FormatFile, "plenum-data 1\n"u8);
            return;
        }
        var text = File.ReadAllText(FormatFile).TrimEnd('\n');
        var number = text.StartsWith(FormatPrefix, StringComparison.Ordinal)
            ? text[FormatPrefix.Length..]
            : "";
        if (
            !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var found)
            || found < 1
        )
            throw new FolderRefusedException(new FolderRefusal.UnknownFormat(Path, text));
        if (found > KnownFormat)
            throw new FolderRefusedException(
                new FolderRefusal.NewerFormat(Path, found, KnownFormat)
            );
    }
}
