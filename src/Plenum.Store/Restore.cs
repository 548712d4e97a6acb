using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace Plenum.Store;

/// <summary>Lays a backup into an empty folder, and says yes only when fsck found no damage in it.</summary>
public static class Restore
{
    /// <summary>
    /// The folder may already hold the <c>vault.key</c> and the newest list of <c>erasures</c>, which no backup
    /// replaces; every erasure of both lists is applied before this answers.
    /// </summary>
    public static Restored From(string file, string path)
    {
        if (!IsEmpty(path))
            return new Restored.FolderNotEmpty(Path.GetFullPath(path));
        using var folder = DataFolder.Open(path);
        var laid = new List<string>();
        var result = Lay(file, folder, laid);
        if (result is not Restored.Whole)
            foreach (var name in laid)
            foreach (var left in Directory.GetFiles(folder.Path, name + "*"))
                File.Delete(left);
        return result;
    }

    private static Restored Lay(string file, DataFolder folder, List<string> laid)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (ReadManifest(zip) is not { Parts.IsDefault: false } manifest)
                return new Restored.NotABackup(Backup.ManifestName);
            if (manifest.Format > DataFolder.KnownFormat)
                return new Restored.NewerFormat(manifest.Format, DataFolder.KnownFormat);
            // The record comes last: without it a folder is not served, should the power fail in the middle.
            foreach (var part in manifest.Parts.OrderBy(part => part.Name == "record.db"))
                if (!LayPart(zip, part, folder, laid))
                    return new Restored.NotABackup(part.Name);
        }
        catch (Exception broken)
            when (broken is InvalidDataException or JsonException or EndOfStreamException)
        {
            return new Restored.NotABackup(broken.Message);
        }
        return Judge(folder);
    }

    private static Restored Judge(DataFolder folder)
    {
        var findings = Fsck.Check(folder);
        if (findings.Any(finding => finding.Gravity is Gravity.Damage))
            return new Restored.Damaged(findings);
        var vault = VaultKeyFile.StateOf(folder);
        using (Record.Open(folder)) { }
        if (vault is VaultState.Readable && File.Exists(folder.VaultKeyFile))
            using (Vault.Open(folder)) { }
        DataFolder.CreateFile(folder.RestoredFile);
        return new Restored.Whole(vault, findings);
    }

    private static Backup.Manifest? ReadManifest(ZipArchive zip)
    {
        if (zip.GetEntry(Backup.ManifestName) is not { } entry)
            return null;
        using var text = entry.Open();
        return JsonSerializer.Deserialize<Backup.Manifest>(text);
    }

    private static bool LayPart(
        ZipArchive zip,
        Backup.ManifestPart part,
        DataFolder folder,
        List<string> laid
    )
    {
        if (
            !Backup.Parts.Contains(part.Name, StringComparer.Ordinal)
            || zip.GetEntry(part.Name) is not { } entry
        )
            return false;
        var isErasures = part.Name == Erasures.Name;
        var target = Path.Combine(folder.Path, isErasures ? "erasures.backup" : part.Name);
        laid.Add(Path.GetFileName(target));
        DataFolder.CreateFile(target);
        using (var to = new FileStream(target, FileMode.Open, FileAccess.Write))
        using (var from = entry.Open())
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }
        if (Backup.DigestOf(target) != part.Sha256)
            return false;
        if (isErasures)
            new Erasures(folder.ErasuresFile).Take(target);
        return true;
    }

    private static bool IsEmpty(string path) =>
        !Directory.Exists(path)
        || Directory
            .EnumerateFileSystemEntries(path)
            .All(entry =>
                Path.GetFileName(entry) is "vault.key" or "erasures" or "lock" or "format"
            );
}

/// <summary>What became of a restore; nothing of the backup stays in the folder unless it is whole.</summary>
public abstract record Restored
{
    private Restored() { }

    /// <summary>Fsck found no damage. Where the key is missing or wrong the vault stays unreadable.</summary>
    public sealed record Whole(VaultState Vault, ImmutableArray<Finding> Warnings) : Restored;

    public sealed record FolderNotEmpty(string Path) : Restored;

    /// <summary>A part is missing, of another digest, or no part of a backup.</summary>
    public sealed record NotABackup(string Part) : Restored;

    public sealed record NewerFormat(int Found, int Known) : Restored;

    public sealed record Damaged(ImmutableArray<Finding> Findings) : Restored;
}
