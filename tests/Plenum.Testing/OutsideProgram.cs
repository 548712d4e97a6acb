using System.Diagnostics;
using System.Text;

namespace Plenum.Testing;

/// <summary>
/// A library as others get it: packed, and taken from a folder by a program that is no part of the house.
/// </summary>
public sealed class OutsideProgram : IDisposable
{
    private const string Source = """
        <configuration>
          <packageSources>
            <clear />
            <add key="folder" value="packages" />
          </packageSources>
        </configuration>
        """;

    private readonly string _library;
    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-package-").FullName;

    /// <summary>Packs a library that is built.</summary>
    /// <param name="library">Its name, as under <c>src</c>.</param>
    public OutsideProgram(string library)
    {
        _library = library;
        Dotnet(
            Golden.Root,
            "pack",
            Path.Combine("src", library),
            "-c",
            "Release",
            "--no-build",
            "-o",
            Path.Combine(_folder, "packages"),
            "-p:PackageVersion=0.0.1-test",
            "--nologo"
        );
        Package = Directory.GetFiles(Path.Combine(_folder, "packages"), "*.nupkg").Single();
    }

    /// <summary>The one file that packing made.</summary>
    public string Package { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Lays a file where the program runs.</summary>
    public void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(_folder, name), text);

    /// <summary>Builds the program against the package alone, runs it and says what it printed.</summary>
    public string Run(string program, params string[] arguments)
    {
        Write("Outside.csproj", Project(_library));
        Write("NuGet.config", Source);
        Write("Program.cs", program);
        Dotnet(_folder, "build", "Outside.csproj", "-c", "Release", "-o", "out", "--nologo");
        return Dotnet(_folder, [Path.Combine("out", "Outside.dll"), .. arguments])
            .ReplaceLineEndings("\n");
    }

    private static string Project(string library) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{library}" Version="0.0.1-test" />
              </ItemGroup>
            </Project>
            """;

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
        if (where == _folder)
            start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "unpacked");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"dotnet {string.Join(' ', arguments)}\n{output}\n{errors}"
            );
    }
}
