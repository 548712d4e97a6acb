using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Plenum.Searcher;

/// <summary>
/// A disk of its own in a file (ext4), so that also blocks can be searched that no file has any more. Only where this
/// process may mount one.
/// </summary>
internal sealed class Image : IDisposable
{
    private const long Length = 128L * 1024 * 1024;

    // Papers of one page of a database stand closer together than this.
    private const int BetweenRows = 400;

    private readonly string _file;
    private bool _isMounted;

    private Image(string file, string mounted) => (_file, Mounted) = (file, mounted);

    public string Mounted { get; }

    /// <summary>A disk that is mounted, or nothing where that is not permitted.</summary>
    public static Image? Mount(string folder)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/sbin/mkfs.ext4"))
            return null;
        var image = new Image(Path.Combine(folder, "disk"), Path.Combine(folder, "mounted"));
        Directory.CreateDirectory(image.Mounted);
        using (var file = File.Create(image._file))
            file.SetLength(Length);
        image._isMounted =
            Run("/sbin/mkfs.ext4", "-q", "-F", image._file)
            && Run("mount", "-o", "loop", image._file, image.Mounted);
        return image._isMounted ? image : null;
    }

    /// <summary>Takes the disk out and gives everything that is on it.</summary>
    public byte[] TakeOut()
    {
        Dispose();
        return File.ReadAllBytes(_file);
    }

    public void Dispose()
    {
        if (_isMounted && !Run("umount", Mounted))
            throw new IOException("the disk could not be taken out: " + Mounted);
        _isMounted = false;
    }

    /// <summary>
    /// How many of the voters, given in the order in which they voted, are tied to their papers by states of one page that
    /// are still on the disk: each holds the papers of those before it and the next.
    /// </summary>
    public static int Right(byte[] disk, ImmutableArray<Voter> voters)
    {
        var places = voters
            .SelectMany(v => Places(disk, v.Paper).Select(at => (At: at, v.Paper)))
            .Order()
            .ToArray();
        var states = new List<ImmutableHashSet<string>>();
        for (int from = 0, to = 1; from < places.Length; from = to, to = from + 1)
        {
            while (to < places.Length && places[to].At - places[to - 1].At < BetweenRows)
                to++;
            states.Add([.. places[from..to].Select(p => p.Paper)]);
        }
        return Enumerable
            .Range(1, voters.Length)
            .Count(n => Last(states, n, voters.Length) == voters[n - 1].Paper);
    }

    // The paper that the states with so many have and those with one fewer have not, when all of them agree.
    private static string Last(List<ImmutableHashSet<string>> states, int papers, int all)
    {
        var added = (
            from state in states
            where state.Count == papers
            from before in states.Append([])
            where before.Count == papers - 1 && before.IsSubsetOf(state)
            select state.Except(before).Single()
        )
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return added is [var only] && all > 1 ? only : "";
    }

    private static IEnumerable<long> Places(byte[] disk, string paper)
    {
        var text = Encoding.ASCII.GetBytes(paper);
        for (var at = 0; disk.AsSpan(at).IndexOf(text) is var next and >= 0; at += text.Length)
        {
            at += next;
            yield return at;
        }
    }

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, args)
                {
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
