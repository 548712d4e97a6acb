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
            var damaged = findings.Any(finding => finding.Gravity is Gravity.Damage);
            if (parsed.GetValue(json))
                Findings.PrintJson(findings);
            else
            {
                Findings.Print(findings, words);
                if (folder.OnlyLooks)
                    Console.WriteLine(words["fsck.while-served"]);
                Console.WriteLine(
                    words[
                        damaged ? "fsck.damaged" : "fsck.whole",
                        ("path", folder.Path),
                        ("findings", findings.Length)
                    ]
                );
            }
            return damaged ? Exit.No : Exit.Yes;
        });
        return command;
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
        return found.AddRange(unreadable.DrainToImmutable());
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
