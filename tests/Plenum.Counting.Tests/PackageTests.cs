using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Plenum.Testing;

namespace Plenum.Counting.Tests;

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
            <PackageReference Include="Plenum.Counting" Version="0.0.1-test" />
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

    private readonly string folder = Directory.CreateTempSubdirectory("plenum-package-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_program_outside_the_house_counts_with_the_package()
    {
        var packages = Path.Combine(folder, "packages");
        Dotnet(
            Golden.Root,
            "pack",
            Path.Combine("src", "Plenum.Counting"),
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
        File.WriteAllText(
            Path.Combine(folder, "papers.blt"),
            "3 2\n5 1 2 0\n2 3 0\n1 2 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n\"t\"\n"
        );
        Dotnet(folder, "build", "Outside.csproj", "-c", "Release", "-o", "out", "--nologo");
        Assert.Equal(
            "Ann Bo\nAnn Bo\n",
            Dotnet(folder, Path.Combine("out", "Outside.dll"), "papers.blt")
                .ReplaceLineEndings("\n")
        );
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
