using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plenum.Texts.Merging;

namespace Plenum.Texts.Tests;

/// <summary>
/// A second opinion: <c>git merge-file</c> over one word a line. Where it merges cleanly ours gives the same text or asks
/// people; where it asks and ours does not, the edits of the two sides only touch.
/// </summary>
public sealed class GitTests
{
    private const int Many = 5000;
    private const int Together = 100;
    private const int Between = 30;

    [Fact]
    public void Git_has_the_same_opinion_or_we_ask()
    {
        if (!Exists())
            Assert.Skip("git is not here: no second opinion on merging");
        var folder = Directory.CreateTempSubdirectory("plenum-texts-");
        try
        {
            var (agreed, asked, touching) = (0, 0, 0);
            for (var first = 1; first <= Many; first += Together)
            {
                var cases = Enumerable
                    .Range(first, Together)
                    .Select(seed => (Seed: seed, Case: Of(seed)))
                    .ToList();
                var opinions = Opinions(folder.FullName, cases.ConvertAll(c => c.Case));
                foreach (var ((seed, (text, a, b)), git) in cases.Zip(opinions))
                {
                    var (before, left, right) = MergeTests.Versions(
                        string.Join(' ', text),
                        string.Join(' ', a),
                        string.Join(' ', b)
                    );
                    var ours = Compose.Merge(before, left, right);
                    var said =
                        $"case {seed}\nbase {string.Join(' ', text)}\na    {string.Join(' ', a)}\nb    {string.Join(' ', b)}\ngit  {git ?? "conflict"}\nours {ours.Text}";
                    if (git is not null && ours.Conflicts.IsEmpty)
                    {
                        Assert.True(git == ours.Text.ToString().TrimEnd(), said);
                        agreed++;
                    }
                    else if (git is not null)
                        asked++;
                    else if (ours.Conflicts.IsEmpty)
                    {
                        Assert.True(
                            ours.Adjacent.Length > 0
                                || left.Equals(right)
                                || Same(before, left, right),
                            said
                        );
                        touching++;
                    }
                }
            }
            Assert.True(
                agreed > Many / 4,
                $"{agreed} agreed, {asked} asked where git did not, {touching} only touch"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Both made one of their edits alike, and git took what stands beside it for a dispute.
    private static bool Same(TextVersion before, TextVersion a, TextVersion b) =>
        Comparing
            .Comparison.Of(before, a)
            .Changes.Select(c => c.ToString())
            .Intersect(
                Comparing.Comparison.Of(before, b).Changes.Select(c => c.ToString()),
                StringComparer.Ordinal
            )
            .Any();

    private static (List<string> Base, List<string> A, List<string> B) Of(int seed)
    {
        var drawn = new Drawn(seed);
        var text = drawn.Line(15).Concat(drawn.Line(4)).ToList();
        return (text, drawn.Edited(text), drawn.Edited(text));
    }

    // Many cases in one file, with lines between them that no case has: starting git costs more than asking it.
    private static List<string?> Opinions(
        string folder,
        List<(List<string> Base, List<string> A, List<string> B)> cases
    )
    {
        Write(folder, "base", cases.ConvertAll(c => c.Base));
        Write(folder, "a", cases.ConvertAll(c => c.A));
        Write(folder, "b", cases.ConvertAll(c => c.B));
        var start = new ProcessStartInfo("git", ["merge-file", "-q", "-p", "a", "base", "b"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n');
        git.WaitForExit();
        var opinions = new List<string?>();
        var words = new List<string>();
        foreach (var line in lines)
            if (!line.StartsWith('#'))
                words.Add(line);
            else if (line.EndsWith("/0", StringComparison.Ordinal))
            {
                opinions.Add(
                    words.Exists(word => word.StartsWith("<<<<<<<", StringComparison.Ordinal))
                        ? null
                        : string.Join(' ', words)
                );
                words.Clear();
            }
        Assert.Equal(cases.Count, opinions.Count);
        return opinions;
    }

    private static void Write(string folder, string name, List<List<string>> cases)
    {
        var text = new StringBuilder();
        for (var at = 0; at < cases.Count; at++)
        {
            foreach (var word in cases[at])
                text.Append(word).Append('\n');
            for (var line = 0; line < Between; line++)
                text.Append(CultureInfo.InvariantCulture, $"#{at}/{line}\n");
        }
        File.WriteAllText(Path.Combine(folder, name), text.ToString());
    }

    private static bool Exists() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(path => File.Exists(Path.Combine(path, "git")));
}
