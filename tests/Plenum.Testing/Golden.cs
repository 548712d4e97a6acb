using System.Runtime.CompilerServices;
using System.Text;

namespace Plenum.Testing;

/// <summary>Compares text with an approved file under testdata; <c>GOLDEN_ACCEPT=1</c> approves what is found.</summary>
public static class Golden
{
    /// <summary>The root of the repository these tests were built from: the folder that holds Plenum.slnx.</summary>
    public static string Root { get; } = FindRoot(SourceFile());

    /// <summary>Throws with the first differing line unless the text equals <c>testdata/{name}</c>.</summary>
    public static void Check(string name, string text)
    {
        var path = Path.Combine(Root, "testdata", name);
        if (
            string.Equals(
                Environment.GetEnvironmentVariable("GOLDEN_ACCEPT"),
                "1",
                StringComparison.Ordinal
            )
        )
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }
        if (!File.Exists(path))
            throw new InvalidOperationException(
                $"testdata/{name} is not there; GOLDEN_ACCEPT=1 writes it."
            );
        var approved = File.ReadAllText(path);
        if (string.Equals(approved, text, StringComparison.Ordinal))
            return;
        var (was, isNow) = (approved.Split('\n'), text.Split('\n'));
        var at = 0;
        while (
            at < was.Length
            && at < isNow.Length
            && string.Equals(was[at], isNow[at], StringComparison.Ordinal)
        )
            at++;
        throw new InvalidOperationException(
            $"testdata/{name} differs at line {at + 1}\napproved: {was.ElementAtOrDefault(at)}\nfound:    {isNow.ElementAtOrDefault(at)}\nGOLDEN_ACCEPT=1 approves it."
        );
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;

    // Reproducible builds rewrite source paths to /_/..., so the folder the tests run in is tried as well.
    private static string FindRoot(string source)
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source)! })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Plenum.slnx")))
                    return folder.FullName;
            }
        }
        throw new InvalidOperationException(
            "These tests do not run inside a checkout of the repository."
        );
    }
}
