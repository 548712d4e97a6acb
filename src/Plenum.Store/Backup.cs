using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// The whole of a data folder in one file, taken while it is served: the databases, the list of erasures and a
/// manifest of digests. Never the key of the vault, which has to be kept apart, and from which every other key follows.
/// </summary>
public static class Backup
{
    internal const string ManifestName = "manifest.json";

    /// <summary>What a backup may contain, and nothing else.</summary>
    internal static readonly ImmutableArray<string> Parts =
    [
        "record.db",
        "vault.db",
        "people.db",
        Erasures.Name,
    ];

    /// <summary>
    /// The <c>application_id</c> of a copy of <c>people.db</c>: whoever opens it ends what must not outlive a restore, and
    /// takes the mark away in the same write. So it holds however the copy came to its place.
    /// </summary>
    public const int CopyMark = 0x706C636F;

    /// <summary>Writes the backup beside its name first: a half-written one never carries the name.</summary>
    public static void Take(DataFolder folder, string file)
    {
        var target = Path.GetFullPath(file);
        var work = Path.Combine(
            Path.GetDirectoryName(target)!,
            $".{Path.GetFileName(target)}.{Guid.NewGuid():N}"
        );
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(work);
        else
            Directory.CreateDirectory(
                work,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        try
        {
            CopyParts(folder, work);
            var packed = Path.Combine(work, "backup.zip");
            Pack(work, packed);
            File.Move(packed, target, overwrite: true);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // The record goes first: persons are put in the vault and among the accounts before the event that names them, so
    // the later copies know everyone in the earlier copy of the record. Erasures go last: whatever was erased or taken
    // back while the others were copied was written there before.
    private static void CopyParts(DataFolder folder, string work)
    {
        Copy(new Database(folder.RecordFile, Record.Schema), work);
        if (File.Exists(folder.VaultFile))
            Copy(new Database(folder.VaultFile, Vault.Schema), work);
        if (File.Exists(folder.PeopleFile))
            Mark(Copy(new Database(folder.PeopleFile, ""), work));
        if (File.Exists(folder.ErasuresFile))
            File.Copy(folder.ErasuresFile, Path.Combine(work, Erasures.Name));
    }

    private static string Copy(Database database, string work)
    {
        var copy = Path.Combine(work, Path.GetFileName(database.File));
        DataFolder.CreateFile(copy);
        database.CopyTo(copy);
        return copy;
    }

    private static void Mark(string people)
    {
        using var copy = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = people, Pooling = false }.ToString()
        );
        copy.Open();
        Database.Run(copy, $"PRAGMA application_id={CopyMark}");
    }

    private static void Pack(string work, string packed)
    {
        var parts = Parts.Where(name => File.Exists(Path.Combine(work, name))).ToImmutableArray();
        var manifest = new Manifest(
            DataFolder.KnownFormat,
            [.. parts.Select(name => new ManifestPart(name, DigestOf(Path.Combine(work, name))))]
        );
        DataFolder.CreateFile(packed);
        using var file = new FileStream(packed, FileMode.Open, FileAccess.ReadWrite);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry(ManifestName).Open())
                entry.Write(CanonicalJson.Write(JsonSerializer.SerializeToElement(manifest)));
            foreach (var name in parts)
                zip.CreateEntryFromFile(Path.Combine(work, name), name, CompressionLevel.Fastest);
        }
        file.Flush(flushToDisk: true);
    }

    internal static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    internal sealed record Manifest(int Format, ImmutableArray<ManifestPart> Parts);

    internal sealed record ManifestPart(string Name, string Sha256);
}
