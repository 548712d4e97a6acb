using System.IO.Compression;
using Plenum.Testing;

namespace Plenum.SecretBallot.Tests;

/// <summary>The library as others get it: a package, taken from a folder by a program that is no part of the house.</summary>
public sealed class PackageTests
{
    private const string Program = """
        using System.Text;
        using Plenum.SecretBallot;

        var questions = Encoding.UTF8.GetBytes(
            "[{\"answers\":[\"A\",\"B\"],\"min\":1,\"max\":1,\"question\":\"Q\"}]");
        var given = (Handed.Given)new Rehearsal(questions, 2) { Time = 1_800_000_000 }.Run();
        switch (Verifier.Verify(given.Files[0].Content))
        {
            case Verification.Valid { Election: var election }:
                Console.WriteLine($"{election.Counted} {((QuestionResult.Sums)election.Results[0]).Votes.Length}");
                break;
            case Verification.Rejected { Reason: var reason }:
                Console.WriteLine(reason);
                break;
        }
        """;

    [Fact]
    public void A_program_outside_the_house_verifies_with_the_package()
    {
        using var outside = new OutsideProgram("Plenum.SecretBallot");
        AssertIsWhole(outside.Package);

        Assert.Equal("2 2\n", outside.Run(Program));
    }

    // The library with its words for editors, its page and licence, and nothing that others would have to fetch.
    private static void AssertIsWhole(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        Assert.NotNull(zip.GetEntry("lib/net10.0/Plenum.SecretBallot.dll"));
        Assert.NotNull(zip.GetEntry("lib/net10.0/Plenum.SecretBallot.xml"));
        Assert.NotNull(zip.GetEntry("README.md"));
        using var reader = new StreamReader(zip.GetEntry("Plenum.SecretBallot.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.Contains("AGPL-3.0-or-later", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
    }
}
