using System.CommandLine;
using Plenum.Store;
using Command = System.CommandLine.Command;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum backup</c>: the whole data folder in one file, without the key of the vault, also while it is served.</summary>
internal static class BackupVerb
{
    public static Command Command(Words words)
    {
        var data = Options.Data(words);
        var file = new Argument<string>("FILE") { Description = words["backup.file"] };
        var command = new Command("backup", words["backup"]) { data, file };
        command.SetAction(parsed =>
        {
            var target = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!Directory.Exists(Path.GetDirectoryName(target)))
                throw new TroubleException(
                    words["file.missing", ("what", Path.GetDirectoryName(target) ?? target)],
                    Exit.BadInput
                );
            using var folder = DataFolder.OpenOrLook(parsed.GetRequiredValue(data));
            if (!File.Exists(folder.RecordFile))
                throw new FolderRefusedException(new FolderRefusal.Missing(folder.Path));
            Backup.Take(folder, target);
            Console.WriteLine(words["backup.taken", ("file", target)]);
            if (File.Exists(folder.VaultKeyFile))
                Console.WriteLine(words["backup.key-apart", ("key", folder.VaultKeyFile)]);
            if (OpenVotes.In(folder) is > 0 and var open)
                Console.Error.WriteLine($"plenum: {words["backup.open-votes", ("n", open)]}");
            return Exit.Yes;
        });
        return command;
    }
}
