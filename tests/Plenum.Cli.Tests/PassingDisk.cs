using System.Diagnostics;

namespace Plenum.Cli.Tests;

/// <summary>A disk of its own size that goes when the test ends; only root may mount one, so others skip the test.</summary>
internal sealed class PassingDisk : IDisposable
{
    private readonly PassingFolder _passing = new();

    private PassingDisk() { }

    public string Path => _passing.At("disk");

    public static PassingDisk Of(string size)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Mounting needs root on Linux."
        );
        var disk = new PassingDisk();
        Directory.CreateDirectory(disk.Path);
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", disk.Path),
            "Mounting is not allowed here."
        );
        return disk;
    }

    /// <summary>As a disk that was sealed: nobody writes there any more.</summary>
    public void Seal() => Assert.True(Run("mount", "-o", "remount,ro", Path));

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(System.IO.Path.Combine(Path, "filler"), FileMode.Create);
        var some = new byte[4096];
        try
        {
            for (; ; )
            {
                file.Write(some);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    public void MakeRoom() => File.Delete(System.IO.Path.Combine(Path, "filler"));

    public void Dispose()
    {
        Run("umount", "-l", Path);
        _passing.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
