using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Plenum.Clerk.People;
using Plenum.Cli.Verbs;
using Plenum.Store;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary>
/// Every file of a data folder, lost, emptied, swapped with that of another folder and damaged: what fsck says, what
/// serve says, and who gets in. The table is approved as a whole and printed in the documents.
/// </summary>
public sealed partial class DamagedFolderTests
{
    private static readonly Words Words = Words.In("en");

    private static readonly string[] Files =
    [
        "record.db",
        "vault.db",
        "vault.key",
        "people.db",
        "erasures",
        "format",
        "lock",
        "founding.hash",
        "keys/key-*.xml",
        "mail/*.eml",
        "mail/waiting/*.eml",
    ];

    private static readonly (string Name, Action<string, string> Do)[] Accidents =
    [
        ("lost", (file, _) => File.Delete(file)),
        ("emptied", (file, _) => File.WriteAllBytes(file, [])),
        ("of another folder", (file, other) => File.Copy(other, file, overwrite: true)),
        ("its beginning overwritten", (file, _) => Change(file, Beginning)),
        ("one bit flipped", (file, _) => Change(file, Bit)),
        ("cut in half", (file, _) => Change(file, bytes => bytes[..(bytes.Length / 2)])),
    ];

    [Fact]
    public async Task Whatever_befalls_a_file_is_told_in_words_and_refused_or_healed()
    {
        using var sound = await SmallUnion.Founded();
        using var other = await SmallUnion.Founded();
        foreach (var union in new[] { sound, other })
            await union.Used();
        var table = new StringBuilder(
            "| file | what befell it | `plenum fsck` | `plenum serve` | who gets in |\n|---|---|---|---|---|\n"
        );
        foreach (var file in Files)
        foreach (var (name, befalls) in Accidents)
        {
            using var passing = new PassingFolder();
            var folder = sound.CopyTo(passing.At("data"));
            befalls(Named(folder, file), Named(other.Data, file));
            table.Append(await Row(file, name, folder, sound));
        }
        Golden.Check("folder/accidents.md", table.ToString());
    }

    [Fact]
    public void The_table_is_printed_in_the_documents() =>
        Assert.EndsWith(
            File.ReadAllText(Path.Combine(Golden.Root, "testdata", "folder", "accidents.md")),
            File.ReadAllText(Path.Combine(Golden.Root, "docs", "accidents.md")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Keys_of_cookies_and_letters_that_cannot_be_read_stop_no_page()
    {
        using var union = await SmallUnion.Founded();
        await union.Used();
        foreach (var file in (string[])["keys/key-*.xml", "mail/*.eml", "mail/waiting/*.eml"])
            await File.WriteAllBytesAsync(
                Named(union.Data, file),
                [],
                TestContext.Current.CancellationToken
            );

        await using var server = await SmallUnion.Serve(union.Data);
        using var ada = new Caller(server.Url);
        Assert.Equal(HttpStatusCode.OK, (await ada.Read("/sign-in")).Status);
        Assert.Equal("/", await ada.ByLetter(SmallUnion.Address, union.Data));
        Assert.Equal(HttpStatusCode.OK, (await ada.Read(union.Page)).Status);
    }

    private static async Task<string> Row(string file, string what, string folder, SmallUnion union)
    {
        var (fsck, serve, enters) = (Fsck(folder, out var found), "", "");
        await using (var app = SmallUnion.House(folder))
        {
            try
            {
                var said = new List<string>();
                Hosting.Open(app, Words, said.Add);
                var accounts = SmallUnion.Of<Accounts>(app);
                serve = "serves" + string.Concat(said.Select(s => ": " + s));
                enters = union.WhoEnters(accounts);
            }
            catch (Exception failure)
            {
                var told = Trouble.Of(failure, Words);
                (serve, enters) = ($"refuses ({told.Exit}): {told.Sentence}", "");
            }
        }
        Assert.DoesNotContain("should not have happened", fsck + serve, StringComparison.Ordinal);
        // Which rows are named, and how many, differs from one run to the next.
        foreach (var one in found)
            serve = serve.Replace(
                Findings.Line(one, Words),
                Findings.Line(Bare(one), Words),
                StringComparison.Ordinal
            );
        var row = $"| `{file}` | {what} | {fsck} | {serve} | {enters} |\n";
        return Drawn().Replace(row.Replace(folder, "DIR", StringComparison.Ordinal), "*");
    }

    private static Finding Bare(Finding finding) =>
        finding with
        {
            File = Drawn().Replace(finding.File, "*"),
            Table = "",
            Row = "",
        };

    [GeneratedRegex("(?<=key-)[0-9a-f-]{36}|[0-9]{20}-[0-9a-f]{32}|[0-9]+(?= findings?\\))")]
    private static partial Regex Drawn();

    private static string Fsck(string path, out ImmutableArray<Finding> found)
    {
        found = [];
        try
        {
            using var folder = DataFolder.OpenOrLook(path);
            var findings = FsckVerb.Check(folder);
            found = findings;
            return $"{FsckVerb.ExitOf(findings)}: "
                + (
                    findings.IsEmpty
                        ? "is whole"
                        : string.Join(
                            " / ",
                            findings.Select(f => Findings.Line(Bare(f), Words)).Distinct()
                        )
                );
        }
        catch (FolderRefusedException refused)
        {
            var told = Trouble.Of(refused, Words);
            return $"{told.Exit}: {told.Sentence}";
        }
    }

    private static string Named(string folder, string pattern) =>
        Directory
            .GetFiles(
                Path.Combine(folder, Path.GetDirectoryName(pattern)!),
                Path.GetFileName(pattern)
            )
            .Order(StringComparer.Ordinal)
            .First();

    private static void Change(string file, Func<byte[], byte[]> change) =>
        File.WriteAllBytes(file, change(File.ReadAllBytes(file)));

    private static byte[] Beginning(byte[] bytes)
    {
        bytes.AsSpan(0, Math.Min(64, bytes.Length)).Fill(0xA5);
        return bytes;
    }

    // Of a database, a bit of a value that somebody put there; of any other file, one in its middle.
    private static byte[] Bit(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;
        var at = bytes.AsSpan().IndexOf("ada-"u8);
        bytes[at > 0 ? at + 8 : bytes.Length / 2] ^= 1;
        return bytes;
    }
}
