using System.Diagnostics;

namespace Plenum.Store.Tests;

/// <summary>A real file system of a given size; only root may mount one, so others skip the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    public string Data => Path.Combine(path, "data");

    public static SmallDisk Mount(string under, string size)
    {
        var point = Directory.CreateDirectory(Path.Combine(under, "disk")).FullName;
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Mounting needs root on Linux."
        );
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", point),
            "Mounting is not allowed here."
        );
        return new SmallDisk(point);
    }

    public void Grow(string size) => Remount($"size={size}");

    public void Remount(string option) =>
        Assert.True(Run("mount", "-o", $"remount,{option}", path));

    public void Dispose() => Run("umount", "-l", path);

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
