using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Plenum.Testing;

namespace Plenum.SecretBallot.Tests;

/// <summary>The library as others get it: a package, taken from a folder by a program that is no part of the house.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Plenum.SecretBallot" Version="0.0.1-test" />
          </ItemGroup>
        </Project>
        """;

    private const string Source = """
        <configuration>
          <packageSources>
            <clear />
            <add key="folder" value="packages" />
          </packageSources>
        </configuration>
        """;

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

    private readonly string folder = Directory
        .CreateTempSubdirectory("plenum-ballot-package-")
        .FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_program_outside_the_house_verifies_with_the_package()
    {
        var packages = Path.Combine(folder, "packages");
        Dotnet(
            Golden.Root,
            "pack",
            Path.Combine("src", "Plenum.SecretBallot"),
            "-c",
            "Release",
            "--no-build",
            "-o",
            packages,
            "-p:PackageVersion=0.0.1-test",
            "--nologo"
        );
        var package = Assert.Single(Directory.GetFiles(packages, "*.nupkg"));
        AssertIsWhole(package);

        File.WriteAllText(Path.Combine(folder, "Outside.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), Source);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        Dotnet(folder, "build", "Outside.csproj", "-c", "Release", "-o", "out", "--nologo");
        Assert.Equal(
            "2 2\n",
            Dotnet(folder, Path.Combine("out", "Outside.dll")).ReplaceLineEndings("\n")
        );
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

    private string Dotnet(string where, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = where,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Packages unpacked earlier on this machine would be taken for this one, and no other source is asked.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "unpacked");
        if (where != folder)
            start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(
            process.ExitCode == 0,
            $"dotnet {string.Join(' ', arguments)}\n{output}\n{errors}"
        );
        return output;
    }
}
