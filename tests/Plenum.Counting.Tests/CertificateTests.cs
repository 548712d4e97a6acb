using System.Text;
using System.Text.Json;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

public sealed class CertificateTests
{
    private static readonly byte[] Gemini = Encoding.UTF8.GetBytes(
        "3 2\n4 1 2 0\n2 3 0\n0\nCastor\nPollux\nHelen\nGemini"
    );

    [Theory]
    [InlineData("scottish-stv")]
    [InlineData("meek")]
    [InlineData("pav")]
    public void A_certificate_is_valid_over_its_own_papers_alone(string rule)
    {
        var written = CertificateCommand.Write(
            Gemini,
            new CountOptions(rule, Json: true, Seed: "00ff")
        );
        var claimed = Encoding.UTF8.GetBytes(written.Text);
        var other = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Gemini).Replace("4 1 2", "5 1 2", StringComparison.Ordinal)
        );
        var forged = Encoding.UTF8.GetBytes(
            written.Text.Replace("Helen", "Hector", StringComparison.Ordinal)
        );

        Assert.Equal(0, CertificateCommand.Verify(claimed, Gemini, "", json: true).ExitCode);
        Assert.Equal(1, CertificateCommand.Verify(claimed, other, "", json: true).ExitCode);
        Assert.Equal(1, CertificateCommand.Verify(forged, Gemini, "", json: true).ExitCode);
        Assert.Equal(2, CertificateCommand.Verify("{}"u8, Gemini, "", json: true).ExitCode);
        Assert.Equal(2, CertificateCommand.Verify("no"u8, Gemini, "", json: true).ExitCode);
    }

    // printf '\0002 3' | sha256sum, and so on up the tree.
    [Fact]
    public void The_root_is_that_of_a_tree_anybody_can_hash()
    {
        var leaf = System.Security.Cryptography.SHA256.HashData([0, .. "4 1 2"u8]);
        var other = System.Security.Cryptography.SHA256.HashData([0, .. "2 3"u8]);
        var root = System.Security.Cryptography.SHA256.HashData([1, .. leaf, .. other]);
        Assert.Equal(Convert.ToHexStringLower(root), PapersRoot.Of(Elections.Blt(Gemini)));
    }

    [Fact]
    public void The_list_of_rules_is_for_programs()
    {
        using var json = JsonDocument.Parse(RuleList.Json());
        Assert.Contains(
            json.RootElement.GetProperty("rules").EnumerateArray(),
            rule => rule.GetProperty("id").GetString() == "meek-prf"
        );
    }
}
