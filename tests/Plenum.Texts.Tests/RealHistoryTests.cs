using System.Formats.Tar;
using System.IO.Compression;
using Plenum.Testing;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;

namespace Plenum.Texts.Tests;

/// <summary>A programme that people really wrote and changed by vote (testdata/texts): every step is reproduced.</summary>
public sealed class RealHistoryTests
{
    private static readonly SortedDictionary<string, byte[]> Files = Unpacked();

    [Theory]
    [InlineData("democracy", 43)]
    [InlineData("education", 26)]
    [InlineData("health", 22)]
    [InlineData("environment", 14)]
    public void Every_version_is_made_of_the_one_before_by_its_changes(string chapter, int versions)
    {
        var files = Files
            .Where(file => file.Key.StartsWith(chapter + "/", StringComparison.Ordinal))
            .Select(file => file.Value)
            .ToList();
        Assert.Equal(versions, files.Count);
        var text = Read(files[0], 0);
        foreach (var file in files.Skip(1))
        {
            var written = Read(file, 1);
            var next = Matching.Attach(text, written);
            Assert.Equal(written.ToString(), next.ToString());
            var changes = Comparison.Of(text, next).Changes;
            Assert.Equal(next, ChangeTests.Applied(text, [.. changes]));
            Assert.Equal(text, ChangeTests.Applied(next, [.. Comparison.Of(next, text).Changes]));
            // Most of a text stays from one version to the next, and its blocks are called as before.
            Assert.True(
                changes.Count(change => change is Change.Insert or Change.Delete)
                    <= text.Blocks.Length + written.Blocks.Length
            );
            Assert.Equal(
                text.ToString(),
                Read(System.Text.Encoding.UTF8.GetBytes(text.ToString()), 2).ToString()
            );
            text = next;
        }
    }

    [Fact]
    public void Real_merges_lose_no_word_and_most_need_nobody()
    {
        var (clean, all, alike) = (0, 0, 0);
        foreach (
            var folder in Files
                .Keys.Where(name => name.StartsWith("merges/", StringComparison.Ordinal))
                .Select(name => name[..10])
                .Distinct(StringComparer.Ordinal)
        )
        {
            var text = Read(Files[folder + "/base.md"], 0);
            var a = Matching.Attach(text, Read(Files[folder + "/a.md"], 1));
            var b = Matching.Attach(text, Read(Files[folder + "/b.md"], 2));
            var merged = Compose.Merge(text, a, b);
            MergeTests.Accounted(text, [a, b], merged);
            all++;
            if (!merged.Conflicts.IsEmpty)
                continue;
            clean++;
            alike +=
                merged.Text.ToString() == Read(Files[folder + "/merged.md"], 3).ToString() ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{all} merges, {clean} without a conflict, {alike} of them as people merged them"
        );
        Assert.Equal(140, all);
        Assert.True(clean >= 105, $"{clean} of {all} without a conflict");
        Assert.True(alike >= 97, $"{alike} of {clean} as people merged them");
    }

    private static TextVersion Read(byte[] file, byte seed) =>
        Assert
            .IsType<TextReading.Read>(MarkdownReader.Read(file, BlockIds.Seeded([seed, .. file])))
            .Text;

    private static SortedDictionary<string, byte[]> Unpacked()
    {
        using var file = File.OpenRead(
            Path.Combine(Golden.Root, "testdata", "texts", "openpolitics.tar.gz")
        );
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
            if (entry.DataStream is { } data)
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                files.Add(entry.Name.TrimStart('.', '/'), bytes.ToArray());
            }
        return files;
    }
}
