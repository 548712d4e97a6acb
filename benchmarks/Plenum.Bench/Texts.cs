using System.Diagnostics;
using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using Plenum.Texts;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;
using Plenum.Texts.Words;

namespace Plenum.Bench;

/// <summary>Comparison, merging and composing of a programme as large as real ones, beside others that compare and merge.</summary>
internal static class TextsBench
{
    private const int Whole = 600_000;
    private const int Amendments = 2_500;

    public static void Run()
    {
        Console.WriteLine("| what | characters | processor | allocated |\n|---|---|---|---|");
        // What the compiler settles on is measured, not how it gets there.
        for (var warming = 0; warming < 3; warming++)
            Rows(50_000, 200, said: false);
        foreach (
            var (characters, amendments) in new[]
            {
                (Whole / 4, Amendments / 4),
                (Whole / 2, Amendments / 2),
                (Whole, Amendments),
            }
        )
            Rows(characters, amendments, said: true);
    }

    private static void Rows(int characters, int amendments, bool said)
    {
        var random = new Random(7);
        var text = Programme(random, characters);
        var (markdown, size) = (text.ToString(), text.ToString().Length);
        var (a, b) = (Changed(random, text, amendments / 2), Changed(random, text, amendments / 2));
        var (aMarkdown, bMarkdown) = (a.ToString(), b.ToString());

        Row(said, "read Markdown", size, () => Read(markdown, 1));
        Row(said, "compare, blocks with ids", size, () => Comparison.Of(text, a));
        Row(
            said,
            "compare, ids found first",
            size,
            () => Comparison.Of(text, Matching.Attach(text, Read(aMarkdown, 2)))
        );
        Row(
            said,
            "DiffPlex, by words",
            size,
            () =>
                Differ.Instance.CreateDiffs(
                    markdown,
                    aMarkdown,
                    ignoreWhiteSpace: false,
                    ignoreCase: false,
                    new WordChunker()
                )
        );
        Row(said, "merge two versions", size, () => Compose.Merge(text, a, b));
        Row(
            said,
            "DiffPlex, three ways by words",
            size,
            () =>
                ThreeWayDiffer.Instance.CreateMerge(
                    markdown,
                    aMarkdown,
                    bMarkdown,
                    ignoreWhiteSpace: false,
                    ignoreCase: false,
                    new WordChunker()
                )
        );
        Git(said, size, markdown, aMarkdown, bMarkdown);
        var set = Set(random, text, amendments);
        Row(
            said,
            string.Create(CultureInfo.InvariantCulture, $"compose {amendments} amendments"),
            size,
            () => Compose.All(text, set)
        );
        if (!said || Compose.All(text, set) is not Composed.Done(var done))
            return;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| ... of which | {size} | {done.Conflicts.Length} conflicts, {done.Adjacent.Length} adjacent | |"
            )
        );
    }

    private static void Row(bool said, string what, int size, Action work)
    {
        work();
        GC.Collect();
        var (before, started) = (
            GC.GetTotalAllocatedBytes(precise: true),
            Process.GetCurrentProcess().TotalProcessorTime
        );
        work();
        var (took, bytes) = (
            Process.GetCurrentProcess().TotalProcessorTime - started,
            GC.GetTotalAllocatedBytes(precise: true) - before
        );
        if (said)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {what} | {size} | {took.TotalMilliseconds:F0} ms | {bytes / 1048576.0:F0} MB |"
                )
            );
    }

    private static readonly string[] Names = ["base", "a", "b"];

    private static readonly string[] Merging = ["merge-file", "-q", "-p", "a", "base", "b"];

    private static void Git(bool said, int size, params string[] texts)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-bench-");
        try
        {
            foreach (var (name, text) in Names.Zip(texts))
                File.WriteAllText(
                    Path.Combine(folder.FullName, name),
                    text.Replace(" ", "\n", StringComparison.Ordinal)
                );
            var start = new ProcessStartInfo("git", Merging)
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            using var git = Process.Start(start)!;
            git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (said)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| git merge-file, a word a line | {size} | {git.TotalProcessorTime.TotalMilliseconds:F0} ms | |"
                    )
                );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            if (said)
                Console.WriteLine("| git merge-file | | git is not here | |");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TextVersion Read(string markdown, byte seed) =>
        MarkdownReader.Read(markdown, BlockIds.Seeded([seed])) is TextReading.Read(var text, _)
            ? text
            : throw new InvalidOperationException("the programme is too large");

    // Chapters of paragraphs with three to six sentences; words as often as words of a language are.
    private static TextVersion Programme(Random random, int characters)
    {
        var text = new StringBuilder();
        for (var paragraph = 0; text.Length < characters; paragraph++)
        {
            if (paragraph % 12 == 0)
                text.Append("## ").Append(Sentence(random, 4)).Append("\n\n");
            for (var sentence = 3 + random.Next(4); sentence > 0; sentence--)
                text.Append(Sentence(random, 9 + random.Next(14)))
                    .Append(sentence > 1 ? ". " : ".\n\n");
        }
        return Read(text.ToString(), 0);
    }

    private static string Sentence(Random random, int words) =>
        string.Join(
            ' ',
            Enumerable.Range(0, words).Select(_ => "w" + (int)Math.Exp(random.NextDouble() * 9))
        );

    private static TextVersion Changed(Random random, TextVersion text, int changes) =>
        Compose.All(text, Set(random, text, changes)) is Composed.Done(var done)
            ? done.Text
            : throw new InvalidOperationException("amendments that do not fit");

    // As filed at real congresses: most change some words, some insert, strike or move whole paragraphs.
    private static List<Amendment> Set(Random random, TextVersion text, int amendments)
    {
        var ids = BlockIds.Seeded(BitConverter.GetBytes(random.Next()));
        return
        [
            .. Enumerable
                .Range(1, amendments)
                .Select(number => new Amendment(
                    number,
                    string.Create(CultureInfo.InvariantCulture, $"A{number}"),
                    [Drawn(random, text, ids[number])]
                )),
        ];
    }

    private static Change Drawn(Random random, TextVersion text, BlockId id)
    {
        var block = text.Blocks[random.Next(text.Blocks.Length)];
        var from = random.Next(block.Text.Count);
        return random.Next(20) switch
        {
            0 => new Change.Delete(block.Id),
            1 => new Change.Move(
                block.Id,
                text.Blocks[random.Next(text.Blocks.Length)] is var other && other.Id != block.Id
                    ? other.Id
                    : BlockId.Start
            ),
            < 6 => new Change.Insert(block.Id, Block.Paragraph(id, Sentence(random, 30) + ".")),
            < 10 => new Change.Replace(
                block.Id,
                from,
                from,
                Prose.Fragment(" " + Sentence(random, 5))
            ),
            _ => new Change.Replace(
                block.Id,
                from,
                Math.Min(block.Text.Count, from + 1 + random.Next(6)),
                Prose.Fragment(" " + Sentence(random, 4))
            ),
        };
    }
}
