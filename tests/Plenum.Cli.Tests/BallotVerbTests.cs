using System.Text.Json;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary><c>plenum ballot</c>: an election on this machine, what is said of archives, and how the program ends.</summary>
public sealed class BallotVerbTests : IDisposable
{
    private static readonly string Samples = Path.Combine(Golden.Root, "testdata", "belenios");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ballot-verb");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_rehearsal_verifies_and_has_the_result_it_wrote_down()
    {
        var questions = Path.Combine(_folder.FullName, "questions.json");
        await File.WriteAllTextAsync(
            questions,
            """[{"answers":["Ann","Bo"],"blank":true,"min":1,"max":1,"question":"Who?"}]""",
            TestContext.Current.CancellationToken
        );
        var to = Path.Combine(_folder.FullName, "out");
        string[] rehearse =
        [
            "ballot",
            "rehearse",
            "--voters",
            "4",
            "--questions",
            questions,
            "--trustees",
            "3",
            "--threshold",
            "2",
            "--revotes",
            "1",
            "--out",
            to,
        ];
        var rehearsed = await Shell.Run(rehearse);
        Assert.Equal((0, ""), (rehearsed.Exit, rehearsed.Err));
        var archive = Directory.EnumerateFiles(to, "*.bel").Single();
        var strong = Directory.EnumerateFiles(to, "*.strong-proofs.json").Single();
        if (!OperatingSystem.IsWindows())
            foreach (var secret in Directory.EnumerateFiles(to, "*.priv*"))
                Assert.Equal(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    File.GetUnixFileMode(secret)
                );

        var verified = await Shell.Run("ballot", "verify", archive, "--strong-proofs", strong);
        Assert.Equal((0, ""), (verified.Exit, verified.Err));
        Assert.Contains("VERIFIED", verified.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", verified.Out, StringComparison.Ordinal);
        Assert.Contains("Ann", verified.Out, StringComparison.Ordinal);

        var without = await Shell.Run("es_ES.UTF-8", ["ballot", "verify", archive]);
        Assert.Equal(0, without.Exit);
        Assert.Contains("AVISO", without.Out, StringComparison.Ordinal);

        var result = await Shell.Run("ballot", "result", archive, "--json");
        Assert.Equal(0, result.Exit);
        using var told = JsonDocument.Parse(result.Out);
        Assert.Equal(
            (
                await File.ReadAllTextAsync(
                    Path.Combine(to, "result.json"),
                    TestContext.Current.CancellationToken
                )
            ).Trim(),
            told.RootElement.GetProperty("result").GetRawText()
        );

        var again = await Shell.Run("ballot", "append", archive, "end-ballots");
        Assert.Equal(1, again.Exit);
        Assert.Contains("event.order", again.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_honest_ends_with_1_and_what_is_no_archive_with_2()
    {
        var replayed = Directory
            .EnumerateFiles(Path.Combine(Samples, "negative", "same-ballot-twice-replay-"))
            .Single();
        var rejected = await Shell.Run("ballot", "verify", replayed);
        Assert.Equal((1, ""), (rejected.Exit, rejected.Out));
        Assert.Contains("ballot.twice", rejected.Err, StringComparison.Ordinal);
        var json = await Shell.Run("ballot", "verify", replayed, "--json");
        Assert.Equal((1, ""), (json.Exit, json.Err));
        using (var told = JsonDocument.Parse(json.Out))
        {
            Assert.False(told.RootElement.GetProperty("valid").GetBoolean());
            Assert.Equal(
                "ballot.twice",
                told.RootElement.GetProperty("reason").GetProperty("code").GetString()
            );
        }

        var page = Path.Combine(Samples, "README.md");
        Assert.Equal(2, (await Shell.Run("ballot", "verify", page)).Exit);
        Assert.Equal(2, (await Shell.Run("ballot", "verify", page + ".absent")).Exit);
        Assert.Equal(1, (await Shell.Run("ballot", "result", replayed)).Exit);
    }
}
