using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

public static partial class Fsck
{
    /// <summary>
    /// Files that are missing or empty though the record holds something: whoever serves a folder has put people into
    /// the vault and among the accounts before the first entry named them.
    /// </summary>
    public static ImmutableArray<Finding> Missing(DataFolder folder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        using var files = new Reaching(folder, findings);
        using var record = files.Open(folder.RecordFile, Remedy.RestoreBackup);
        // Without a record that can be read nothing is asked here; that it cannot be read is told by who reads it whole.
        findings.Clear();
        if (record is not null)
            Gather(findings, "record.db", "", Remedy.RestoreBackup, () => Missing(folder, record));
        return findings.DrainToImmutable();
    }

    /// <summary>
    /// Only whether every file can be read and belongs here, without reading every row: what is asked before a folder is
    /// served in which reading every row takes minutes.
    /// </summary>
    public static ImmutableArray<Finding> CheckFiles(DataFolder folder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        using var files = new Reaching(folder, findings);
        using var record = files.Open(folder.RecordFile, Remedy.RestoreBackup);
        CheckBeside(findings, files, folder, record, whole: false);
        return findings.DrainToImmutable();
    }

    private static IEnumerable<Finding> Missing(DataFolder folder, SqliteConnection record)
    {
        if (!FsckFiles.HoldsEntries(record))
            yield break;
        if (Reaching.IsEmpty(folder.VaultFile))
            yield return FsckFiles.NoVault();
        if (Reaching.IsEmpty(folder.PeopleFile))
            yield return FsckFiles.NoPeople();
    }

    private static void CheckBeside(
        ImmutableArray<Finding>.Builder findings,
        Reaching files,
        DataFolder folder,
        SqliteConnection? record,
        bool whole
    )
    {
        var state = VaultState.Absent;
        if (
            !Reaching.IsEmpty(folder.VaultFile)
            && files.Open(folder.VaultFile, Remedy.RestoreBackup) is { } vault
        )
            using (vault)
            {
                void Ask(string table, Func<IEnumerable<Finding>> check) =>
                    Gather(findings, "vault.db", table, Remedy.RestoreBackup, check);
                if (whole)
                    CheckDatabase(findings, vault, "vault.db", Vault.Schema, Remedy.RestoreBackup);
                Ask("", () => FsckVault.Key(state = VaultKeyFile.StateOf(folder, vault)));
                if (record is not null)
                    Ask("", () => FsckFiles.Vault(folder, record, vault));
                if (whole)
                    Ask("fields", () => FsckVault.Check(folder, vault, state));
            }
        if (
            !Reaching.IsEmpty(folder.PeopleFile)
            && files.Open(folder.PeopleFile, Remedy.BringBackPeople) is { } people
        )
            using (people)
            {
                void Ask(Func<IEnumerable<Finding>> check) =>
                    Gather(findings, "people.db", "", Remedy.BringBackPeople, check);
                if (whole)
                    Ask(() => Integrity(people, "people.db", Remedy.BringBackPeople));
                Ask(() => FsckFiles.People(folder, people, state));
            }
        findings.AddRange(FsckVault.Erasures(folder));
    }
}
