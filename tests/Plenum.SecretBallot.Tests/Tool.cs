using System.Diagnostics;

namespace Plenum.SecretBallot.Tests;

/// <summary><c>belenios-tool</c>, as Debian packages it: an independent program that speaks the protocol.</summary>
internal sealed class Tool : IDisposable
{
    private const string Program = "/usr/bin/belenios-tool";

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("belenios");

    public static void Require()
    {
        if (!File.Exists(Program))
            Assert.Skip(Program + " is not installed (apt-get install belenios-tool)");
    }

    public string this[string name] => Path.Combine(Folder.FullName, name);

    /// <summary>Runs it and demands that it succeeds.</summary>
    public string Run(string arguments, string? input = null)
    {
        var (code, output, errors) = Try(arguments, input);
        Assert.True(code == 0, $"belenios-tool {arguments}\n{output}\n{errors}");
        return output;
    }

    public (int Code, string Output, string Errors) Try(string arguments, string? input = null)
    {
        var start = new ProcessStartInfo(Program, arguments.Split(' '))
        {
            WorkingDirectory = Folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    public void Dispose() => Folder.Delete(recursive: true);
}
