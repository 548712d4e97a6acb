using System.IO.Compression;
using Plenum.Testing;

namespace Plenum.Counting.Tests;

/// <summary>The library as others get it: a package, taken from a folder by a program that is no part of the house.</summary>
public sealed class PackageTests
{
    private const string Program = """
        using Plenum.Counting;
        using Plenum.Counting.Ballots;
        using Plenum.Counting.Ties;

        var read = (BallotReading.Read)BallotReader.Read(File.ReadAllBytes(args[0]));
        foreach (var id in new[] { "scottish-stv", "meek" })
        {
            var story = CountingRule.Find(id)!.Count(read.Ballots, Lots.AsFiled(read.Ballots));
            Console.WriteLine(string.Join(' ', story.Elected.Select(c => read.Ballots.Names[c.Number - 1])));
        }
        """;

    [Fact]
    public void A_program_outside_the_house_counts_with_the_package()
    {
        using var outside = new OutsideProgram("Plenum.Counting");
        AssertIsWhole(outside.Package);
        outside.Write(
            "papers.blt",
            "3 2\n5 1 2 0\n2 3 0\n1 2 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n\"t\"\n"
        );
        Assert.Equal("Ann Bo\nAnn Bo\n", outside.Run(Program, "papers.blt"));
    }

    // The library with its words for editors, its page and licence, and nothing that others would have to fetch.
    private static void AssertIsWhole(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        Assert.NotNull(zip.GetEntry("lib/net10.0/Plenum.Counting.dll"));
        Assert.NotNull(zip.GetEntry("lib/net10.0/Plenum.Counting.xml"));
        Assert.NotNull(zip.GetEntry("README.md"));
        using var reader = new StreamReader(zip.GetEntry("Plenum.Counting.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.Contains("AGPL-3.0-or-later", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
    }
}
