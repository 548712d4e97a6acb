using System.Diagnostics;
using System.Globalization;

namespace Plenum.Bench;

/// <summary>
/// Droop, an independent counter in Python, run beside ours when the folder named by the variable DROOP holds it (a work
/// tree or a bare repository). Nothing of it is kept.
/// </summary>
public sealed class DroopBeside
{
    // Seconds of the processor for reading the file and for counting, without the start of Python.
    private const string Driver = """
        import sys, time
        sys.path.insert(0, sys.argv[1])
        from droop.profile import ElectionProfile
        from droop.election import Election
        began = time.process_time()
        profile = ElectionProfile(path=sys.argv[3])
        read = time.process_time()
        election = Election(profile, dict(rule=sys.argv[2], path=sys.argv[3]))
        election.count()
        # Droop prints a dot a round.
        print()
        print(read - began, time.process_time() - read)
        """;

    private readonly string folder;

    private DroopBeside(string folder) => this.folder = folder;

    public static DroopBeside? Find()
    {
        if (
            Environment.GetEnvironmentVariable("DROOP") is not { Length: > 0 } given
            || !Directory.Exists(given)
        )
            return null;
        if (File.Exists(Path.Combine(given, "Droop.py")))
            return new DroopBeside(given);
        var tree = Directory.CreateDirectory(Path.Combine("artifacts", "droop")).FullName;
        var made = Run(
            "sh",
            "-c",
            "git --git-dir \"$1\" archive HEAD droop Droop.py | tar -x -C \"$2\"",
            "sh",
            given,
            tree
        );
        return made is not null && File.Exists(Path.Combine(tree, "Droop.py"))
            ? new DroopBeside(tree)
            : null;
    }

    /// <summary>Seconds for reading and for counting; null when it cannot count the file.</summary>
    public (double Read, double Count)? Measure(string rule, string file)
    {
        if (Run("python3", "-c", Driver, folder, rule, file) is not { } answer)
            return null;
        var figures = answer.Trim().Split('\n')[^1].Split(' ');
        return (
            double.Parse(figures[0], CultureInfo.InvariantCulture),
            double.Parse(figures[1], CultureInfo.InvariantCulture)
        );
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? answer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
