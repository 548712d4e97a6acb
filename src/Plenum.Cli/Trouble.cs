using Microsoft.AspNetCore.Connections;
using Plenum.Clerk.Recording;
using Plenum.Store;

namespace Plenum.Cli;

/// <summary>Something went wrong that somebody at a terminal can put right, told with what to do about it.</summary>
internal sealed class TroubleException(string sentence, int exit) : Exception(sentence)
{
    public int Exit { get; } = exit;
}

/// <summary>How a failure is told, and which exit code it has.</summary>
internal sealed record Trouble(string Sentence, int Exit)
{
    public static Trouble Of(Exception failure, Words words) =>
        failure switch
        {
            TroubleException told => new(told.Message, told.Exit),
            FolderRefusedException folder => Of(folder.Refusal, words),
            VaultUnreadableException vault => new(
                words[
                    vault.Reason switch
                    {
                        VaultUnreadable.KeyMissing => "vault.key-missing",
                        VaultUnreadable.KeyWrong => "vault.key-wrong",
                    }
                ],
                Cli.Exit.No
            ),
            RecordDamagedException => new(words["record.damaged"], Cli.Exit.No),
            RecordUnwritableException disk => new(
                words["record.unwritable", ("why", words[$"disk.{disk.Reason}"])],
                Cli.Exit.No
            ),
            FileNotFoundException file => Missing(file.FileName, words),
            DirectoryNotFoundException folder => Missing(folder.Message, words),
            UnauthorizedAccessException denied => new(
                words["file.denied", ("what", denied.Message)],
                Cli.Exit.BadInput
            ),
            IOException { InnerException: AddressInUseException } busy => new(
                words["port.busy", ("what", busy.Message)],
                Cli.Exit.No
            ),
            System.Net.Sockets.SocketException or IOException => new(
                words["file.failed", ("what", failure.Message)],
                Cli.Exit.No
            ),
            AggregateException { InnerException: { } inner } => Of(inner, words),
            _ => new(
                words["bug", ("kind", failure.GetType().Name), ("what", failure.Message)],
                Cli.Exit.Bug
            ),
        };

    private static Trouble Of(FolderRefusal refusal, Words words) =>
        refusal switch
        {
            FolderRefusal.InUse(var path) => new(
                words["folder.in-use", ("path", path)],
                Cli.Exit.No
            ),
            FolderRefusal.NewerFormat(var path, var found, var known) => new(
                words["folder.newer-format", ("path", path), ("found", found), ("known", known)],
                Cli.Exit.No
            ),
            FolderRefusal.UnknownFormat(var path, var found) => new(
                words["folder.unknown-format", ("path", path), ("found", found)],
                Cli.Exit.No
            ),
            FolderRefusal.Missing(var path) => new(
                words["folder.missing", ("path", path)],
                Cli.Exit.BadInput
            ),
            FolderRefusal.NotWritable(var path) => new(
                words["folder.not-writable", ("path", path)],
                Cli.Exit.No
            ),
            FolderRefusal.Foreign(var path, var file) => new(
                words["folder.foreign", ("path", path), ("file", file)],
                Cli.Exit.No
            ),
            FolderRefusal.Damaged(var path) => new(
                words["folder.damaged", ("path", path)],
                Cli.Exit.No
            ),
        };

    private static Trouble Missing(string? what, Words words) =>
        new(words["file.missing", ("what", what ?? "")], Cli.Exit.BadInput);
}
