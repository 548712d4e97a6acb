using System.CommandLine;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum restore</c>: lays a backup into an empty folder and checks all of it.</summary>
internal static class RestoreVerb
{
    public static Command Command(Words words)
    {
        var data = Options.Data(words);
        var file = new Argument<string>("FILE") { Description = words["restore.file"] };
        var command = new Command("restore", words["restore"]) { data, file };
        command.SetAction(parsed =>
        {
            var (path, source) = (parsed.GetRequiredValue(data), parsed.GetRequiredValue(file));
            if (!File.Exists(source))
                throw new FileNotFoundException(message: null, source);
            return Say(Restore.From(source, path), Path.GetFullPath(path), source, words);
        });
        return command;
    }

    private static int Say(Restored restored, string path, string source, Words words)
    {
        switch (restored)
        {
            case Restored.Whole(var vault, var warnings):
                Console.WriteLine(words["restore.whole", ("path", path)]);
                Findings.Print(warnings, words);
                Console.WriteLine(words["restore.people"]);
                if (vault is VaultState.KeyMissing or VaultState.KeyWrong)
                    Console.WriteLine(words["restore.bring-key", ("path", path)]);
                using (var folder = DataFolder.OpenExisting(path))
                    if (OpenVotes.In(folder) is > 0 and var open)
                        Console.WriteLine(words["restore.open-votes", ("n", open)]);
                return Exit.Yes;
            case Restored.Damaged(var findings):
                Findings.Print(findings, words);
                throw new TroubleException(words["restore.damaged", ("file", source)], Exit.No);
            case Restored.FolderNotEmpty(var full):
                throw new TroubleException(words["restore.not-empty", ("path", full)], Exit.No);
            case Restored.NewerFormat(var found, var known):
                throw new TroubleException(
                    words["restore.newer-format", ("found", found), ("known", known)],
                    Exit.No
                );
            case Restored.NotABackup(var part):
                throw new TroubleException(
                    words["restore.not-a-backup", ("file", source), ("part", part)],
                    Exit.BadInput
                );
            default:
                throw new InvalidOperationException(restored.ToString());
        }
    }
}
