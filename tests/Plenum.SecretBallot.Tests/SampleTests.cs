using Plenum.Testing;

namespace Plenum.SecretBallot.Tests;

/// <summary>Elections made by others: every honest one verifies, every other is refused for what is wrong with it.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Golden.Root, "testdata", "belenios");

    public static TheoryData<string> Honest =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.bel", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path))
                .Where(path => !path.StartsWith("negative", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Theory, MemberData(nameof(Honest))]
    public void An_election_others_made_verifies(string path)
    {
        var verification = Verifier.Verify(File.ReadAllBytes(Path.Combine(Folder, path)));
        var valid = Assert.IsType<Verification.Valid>(verification);
        Assert.Equal(ElectionStage.Finished, valid.Election.Stage);
        Assert.Contains(
            valid.Warnings,
            w => w.StartsWith("No strong proofs", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("ballot-extra-field-leading-zero-inside-answers", "json.fields")]
    [InlineData("ballot-with-one-space", "json.form")]
    [InlineData("junk-data-record-not-referenced", "archive.unreferenced")]
    [InlineData("no-endballots-at-all", "event.order")]
    [InlineData("same-ballot-twice-replay-", "ballot.twice")]
    [InlineData("wrong-encryptedtally-payload", "tally.counts")]
    public void A_dishonest_archive_is_refused_for_what_is_wrong_with_it(string name, string code)
    {
        var path = Directory.EnumerateFiles(Path.Combine(Folder, "negative", name)).Single();
        var rejected = Assert.IsType<Verification.Rejected>(
            Verifier.Verify(File.ReadAllBytes(path))
        );
        Assert.Equal(code, rejected.Reason.Code);
    }
}
