using System.IO.Compression;
using System.Text.RegularExpressions;
using Plenum.Testing;

namespace Plenum.Texts.Tests;

/// <summary>The library as others get it: a package, taken from a folder by a program that is no part of the house.</summary>
public sealed class PackageTests
{
    private const string Program = """
        using Plenum.Texts;
        using Plenum.Texts.Comparing;
        using Plenum.Texts.Marking;
        using Plenum.Texts.Merging;

        TextVersion Read(string name) =>
            ((TextReading.Read)MarkdownReader.Read(File.ReadAllBytes(name), BlockIds.Seeded(File.ReadAllBytes(name)))).Text;
        var text = Read("base.md");
        var merged = Compose.Merge(text, Matching.Attach(text, Read("a.md")), Matching.Attach(text, Read("b.md")));
        Console.Write(merged.Text);
        Console.WriteLine(merged.Conflicts.Length);
        """;

    private static string Unpacked =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".nuget",
            "packages"
        );

    [Fact]
    public void A_program_outside_the_house_merges_with_the_package()
    {
        using var outside = new OutsideProgram("Plenum.Texts");
        AssertIsWhole(outside.Package);
        outside.Write("base.md", "Members pay dues monthly.\n");
        outside.Write("a.md", "All members pay dues monthly.\n");
        outside.Write("b.md", "Members pay dues monthly by transfer.\n");
        Assert.Equal("All members pay dues monthly by transfer.\n0\n", outside.Run(Program));
    }

    // The library with its words for editors, its page and licence, and the two readers it says it needs.
    private static void AssertIsWhole(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        Assert.NotNull(zip.GetEntry("lib/net10.0/Plenum.Texts.dll"));
        Assert.NotNull(zip.GetEntry("lib/net10.0/Plenum.Texts.xml"));
        Assert.NotNull(zip.GetEntry("README.md"));
        using var reader = new StreamReader(zip.GetEntry("Plenum.Texts.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.Contains("AGPL-3.0-or-later", nuspec, StringComparison.Ordinal);
        var needed = Regex
            .Matches(nuspec, "<dependency id=\"(?<id>[^\"]+)\" version=\"(?<version>[^\"]+)\"")
            .Select(found => (Id: found.Groups["id"].Value, Version: found.Groups["version"].Value))
            .ToList();
        Assert.Equal(["AngleSharp", "Markdig"], needed.Select(each => each.Id));
        // No network: what the build unpacked earlier lies beside our own.
        foreach (var (id, version) in needed)
        {
            var name = $"{id}.{version}.nupkg".ToLowerInvariant();
            File.Copy(
                Path.Combine(Unpacked, id.ToLowerInvariant(), version, name),
                Path.Combine(Path.GetDirectoryName(package)!, name)
            );
        }
    }
}
