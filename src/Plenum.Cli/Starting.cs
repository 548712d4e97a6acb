using Plenum.Clerk.People;
using Plenum.Cli.Verbs;
using Plenum.Store;

namespace Plenum.Cli;

/// <summary>What is looked at before a folder is served, and what is said about it.</summary>
internal static class Starting
{
    // A larger record is folded before it is served, which reads every entry; checking every row besides takes minutes.
    private const long CheckedWholeUpTo = 64 * 1024 * 1024;

    /// <summary>Says why a folder is not served, or what of it is put right by itself.</summary>
    public static void Check(DataFolder folder, Words words, Action<string> say)
    {
        if (!IsNew(folder))
            CheckWhole(folder, words, say);
        foreach (var finding in BesideFiles.PutAside(folder.Path))
            say(Findings.Line(finding, words));
    }

    public static void Say(Readmitted done, Words words, Action<string> say)
    {
        if (done.WasCopy)
            say(words["start.restored"]);
        if (done.Built > 0)
            say(words["start.built", ("n", done.Built)]);
        if (done.IsRekeyed)
            say(words["start.rekeyed"]);
    }

    private static void CheckWhole(DataFolder folder, Words words, Action<string> say)
    {
        var record = new FileInfo(folder.RecordFile);
        var isLong = record.Exists && record.Length > CheckedWholeUpTo;
        var findings = (isLong ? Fsck.CheckFiles(folder) : Fsck.Check(folder)).AddRange(
            Fsck.Missing(folder)
        );
        var damage = findings.RemoveAll(finding => finding.Gravity is not Gravity.Damage);
        if (damage.Length > 0)
            throw new TroubleException(
                words[
                    "serve.damaged",
                    ("path", folder.Path),
                    ("findings", damage.Length),
                    ("first", Findings.Line(damage[0], words))
                ],
                Exit.No
            );
        // Of a file as a whole; single rows are for whoever asks fsck.
        foreach (var finding in findings)
            if (finding is { Gravity: Gravity.Warning, Table: "", Row: "" })
                say(Findings.Line(finding, words));
    }

    // A power cut in the very first moments leaves empty files, and nothing is lost with them.
    private static bool IsNew(DataFolder folder) =>
        new[] { folder.RecordFile, folder.VaultFile, folder.PeopleFile, folder.ErasuresFile }.All(
            file => new FileInfo(file) is not { Exists: true, Length: > 0 }
        );
}
