using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Plenum.Testing;

namespace Plenum.Texts.Tests;

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
            <PackageReference Include="Plenum.Texts" Version="0.0.1-test" />
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

    private readonly string folder = Directory.CreateTempSubdirectory("plenum-package-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_program_outside_the_house_merges_with_the_package()
    {
        var packages = Path.Combine(folder, "packages");
        Dotnet(
            Golden.Root,
            "pack",
            Path.Combine("src", "Plenum.Texts"),
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
        File.WriteAllText(Path.Combine(folder, "base.md"), "Members pay dues monthly.\n");
        File.WriteAllText(Path.Combine(folder, "a.md"), "All members pay dues monthly.\n");
        File.WriteAllText(Path.Combine(folder, "b.md"), "Members pay dues monthly by transfer.\n");
        Dotnet(folder, "build", "Outside.csproj", "-c", "Release", "-o", "out", "--nologo");
        Assert.Equal(
            "All members pay dues monthly by transfer.\n0\n",
            Dotnet(folder, Path.Combine("out", "Outside.dll")).ReplaceLineEndings("\n")
        );
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
