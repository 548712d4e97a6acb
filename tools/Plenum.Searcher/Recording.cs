using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Plenum.Searcher;

/// <summary>What a process once handed to a file, in the order in which it did.</summary>
internal sealed record Write(int No, string File, long Offset, byte[] Bytes);

/// <summary>
/// Everything processes handed to files, by the calls of the operating system. What is written through shared memory
/// does not show; which files were mapped so does.
/// </summary>
internal sealed class Recording
{
    private const string Calls =
        "write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,mmap,rename,renameat2,unlink,ftruncate,fallocate,fsync,fdatasync";

    private readonly List<Write> _writes = [];
    private readonly SortedSet<string> _mapped = new(StringComparer.Ordinal);
    private readonly List<string> _copied = [];

    public IReadOnlyList<Write> Writes => _writes;

    /// <summary>Files that were mapped for writing by all who map them.</summary>
    public IReadOnlySet<string> Mapped => _mapped;

    /// <summary>Calls that move bytes between files without showing them here.</summary>
    public IReadOnlyList<string> Copied => _copied;

    public static bool IsPossible => OperatingSystem.IsLinux() && File.Exists("/usr/bin/strace");

    /// <summary>A program and how it is started so that it is recorded in a file.</summary>
    public static ProcessStartInfo Start(string into, string program, params string[] args)
    {
        var start = new ProcessStartInfo("/usr/bin/strace")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (
            var arg in (string[])
                [
                    "-f",
                    "-qq",
                    "-y",
                    "-xx",
                    "-s",
                    "4000000",
                    "-e",
                    "trace=" + Calls,
                    "-e",
                    "signal=none",
                    "-o",
                    into,
                    program,
                    .. args,
                ]
        )
            start.ArgumentList.Add(arg);
        return start;
    }

    /// <summary>Adds what was recorded in a file, after what is known already.</summary>
    public void Read(string recorded)
    {
        foreach (var line in File.ReadLines(recorded))
            Read(line.AsSpan());
    }

    private void Read(ReadOnlySpan<char> line)
    {
        // "1234 pwrite64(5</path>, "...", 4096, 0) = 4096"; a call that another thread cut in on says so at its end.
        var start = line.IndexOf(' ') + 1;
        var open = line.IndexOf('(');
        if (open < 0 || line[start..].StartsWith("<..."))
            return;
        var call = line[start..open].Trim();
        var file = PathIn(line[open..]);
        switch (call)
        {
            case "mmap":
                if (
                    line.IndexOf("MAP_SHARED") > 0
                    && line.IndexOf("PROT_WRITE") > 0
                    && IsFile(file)
                )
                    _mapped.Add(file);
                break;
            case "sendfile" or "copy_file_range":
                if (IsFile(file))
                    _copied.Add(line.ToString());
                break;
            case "write" or "pwrite64" or "writev" or "pwritev" or "pwritev2":
                if (IsFile(file))
                    _writes.Add(
                        new(_writes.Count, file, OffsetIn(call, line), BytesIn(line, open))
                    );
                break;
            default:
                break;
        }
    }

    private static bool IsFile(string path) =>
        path.StartsWith('/')
        && !path.StartsWith("/dev/", StringComparison.Ordinal)
        && !path.StartsWith("/proc/", StringComparison.Ordinal)
        && !path.StartsWith("/memfd:", StringComparison.Ordinal);

    // The first descriptor with a path behind it.
    private static string PathIn(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('<');
        var close = text.IndexOf('>');
        if (open < 0 || close < open)
            return "";
        var inside = text[(open + 1)..close];
        return inside.StartsWith("\\x")
            ? Encoding.UTF8.GetString(Bytes(inside))
            : inside.ToString();
    }

    // The last argument of a positional write; a plain one goes where the last one ended, which nobody asks about here.
    private static long OffsetIn(ReadOnlySpan<char> call, ReadOnlySpan<char> line)
    {
        if (call is "write" or "writev")
            return -1;
        var end = line.LastIndexOf(')');
        var cut = line.LastIndexOf("<unfinished");
        var args = cut > 0 ? line[..cut] : line[..Math.Max(end, 0)];
        var last = args[(args.LastIndexOf(',') + 1)..].Trim().TrimEnd(')');
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? at
            : -1;
    }

    private static byte[] BytesIn(ReadOnlySpan<char> line, int from)
    {
        var all = ImmutableArray.CreateBuilder<byte>();
        for (var rest = line[from..]; rest.IndexOf('"') is var open and >= 0; )
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('"');
            all.AddRange(Bytes(rest[..close]));
            rest = rest[(close + 1)..];
        }
        return [.. all];
    }

    private static byte[] Bytes(ReadOnlySpan<char> hex)
    {
        var bytes = new byte[hex.Length / 4];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = byte.Parse(
                hex.Slice(4 * i + 2, 2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture
            );
        return bytes;
    }
}
