using Plenum.Searcher;

namespace Plenum.Cli.Tests;

/// <summary>A secret vote in the real house, killed in its middle, with everything it writes recorded and searched.</summary>
public sealed class SearchedDiskTests
{
    [Fact]
    public async Task A_secret_vote_is_read_from_the_disk_neither_while_it_runs_nor_paired_after_its_close()
    {
        Assert.SkipUnless(
            Recording.IsPossible,
            "Recording what is written needs strace on Linux (apt-get install strace)."
        );
        using var passing = new PassingFolder();
        var (found, voters) = await Search.Run(passing.Path);

        Assert.True(
            voters.Select(v => v.Paper).Distinct().Count() == 8,
            string.Join("; ", voters.Select(v => $"{v.Person} {v.Paper}"))
        );
        Assert.True(found.Counted);
        Assert.Empty(found.InTheClearBefore);
        Assert.Equal(0, found.PairedBefore);
        Assert.Equal(0, found.PairedAfter);
        // That this search would find them: with the key six and more of eight are paired, and one by chance alone, which
        // is why it is destroyed. Two may be written in one breath, and their order is broken then.
        Assert.InRange(found.PairedWithTheKey, 6, 8);
        Assert.Equal(0, found.PiecesOfTheKeyLeft);
        // What no call shows: only what SQLite shares between connections, which holds numbers of pages.
        Assert.All(found.MappedFiles, file => Assert.EndsWith(".db-shm", file));
        Assert.Empty(found.Copies);
        TestContext.Current.SendDiagnosticMessage(
            found.PairedOnTheDisk is null
                ? "No disk could be mounted here, so that freed blocks were not searched."
                : "Freed blocks of an ext4 disk were searched too."
        );
        Assert.Equal(0, found.PairedOnTheDisk ?? 0);
        Assert.Equal(0, found.PiecesOfTheKeyOnTheDisk ?? 0);
    }
}
