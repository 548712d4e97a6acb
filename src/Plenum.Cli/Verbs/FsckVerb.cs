using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum fsck</c>: reads everything a data folder holds, changes nothing, says what is wrong and what to do.</summary>
internal static class FsckVerb
{
    public static System.CommandLine.Command Command(Words words)
    {
        var data = Options.Data(words);
        var json = Options.Json(words);
        var command = new System.CommandLine.Command("fsck", words["fsck"]) { data, json };
        command.SetAction(parsed =>
        {
            using var folder = DataFolder.OpenOrLook(parsed.GetRequiredValue(data));
            var findings = Check(folder);
            if (parsed.GetValue(json))
                Findings.PrintJson(findings);
            else
            {
                Findings.Print(findings, words);
                if (folder.OnlyLooks)
                    Console.WriteLine(words[folder.IsSealed ? "fsck.sealed" : "fsck.while-served"]);
                Console.WriteLine(Verdict(findings, folder, words));
            }
            return ExitOf(findings);
        });
        return command;
    }

    /// <summary>A folder is whole when it may be served as it is.</summary>
    internal static int ExitOf(ImmutableArray<Store.Finding> findings) =>
        findings.All(finding => finding.Gravity is Gravity.Warning) ? Exit.Yes : Exit.No;

    private static string Verdict(
        ImmutableArray<Store.Finding> findings,
        DataFolder folder,
        Words words
    )
    {
        var damage = findings.Count(finding => finding.Gravity is Gravity.Damage);
        return damage > 0 ? words["fsck.damaged", ("path", folder.Path), ("findings", damage)]
            : ExitOf(findings) == Exit.Yes ? words["fsck.whole", ("path", folder.Path)]
            : words["fsck.lacking", ("path", folder.Path)];
    }

    /// <summary>Every row, and besides that every event: whether it can be read, and whether its documents are there.</summary>
    internal static ImmutableArray<Store.Finding> Check(DataFolder folder)
    {
        var codec = new Codec(
            Clerk.Recording.Catalogue.Of(typeof(Section).Assembly),
            RandomNumberGenerator.Fill
        );
        var unreadable = ImmutableArray.CreateBuilder<Store.Finding>();
        var found = Fsck.Check(folder, entry => DocumentsOf(entry, codec, unreadable));
        return found
            .AddRange(unreadable.DrainToImmutable())
            .AddRange(Fsck.Missing(folder))
            .AddRange(BesideFiles.Check(folder.Path));
    }

    private static List<Store.Digest> DocumentsOf(
        StoredEntry entry,
        Codec codec,
        ImmutableArray<Store.Finding>.Builder unreadable
    )
    {
        var named = new List<Store.Digest>();
        try
        {
            var happened = codec.Decode(entry.Type, entry.Leaf, entry.Open, _ => "");
            foreach (var digest in Codec.DocumentsIn(happened))
                if (Store.Digest.TryParse(digest.Hex, out var stored))
                    named.Add(stored);
        }
        catch (Exception failure) when (failure is RecordDamagedException or NotSupportedException)
        {
            unreadable.Add(
                new(
                    Gravity.Damage,
                    "fsck.event-unreadable",
                    "record.db",
                    "events",
                    FormattableString.Invariant($"{entry.Section}/{entry.Version} {entry.Type}"),
                    Remedy.RestoreBackup
                )
            );
        }
        return named;
    }
}
