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

    // What an older program wrote differs where it put equals in the order of the file; a keeper of one is told what that means.
    [Fact]
    public void A_certificate_of_version_1_is_valid_or_said_to_be_from_before_and_who_is_elected_today()
    {
        var written = CertificateCommand.Write(Gemini, new CountOptions("irv", Seats: 1)).Text;
        var (code, text) = Verified(
            written.Replace("\"certificate\": 2", "\"certificate\": 1", StringComparison.Ordinal),
            Gemini
        );
        Assert.Equal(
            (0, "valid\nit is of version 1; counted today it is the same\n"),
            (code, text)
        );
        Assert.Equal(
            2,
            Verified(
                written.Replace(
                    "\"certificate\": 2",
                    "\"certificate\": 3",
                    StringComparison.Ordinal
                ),
                Gemini
            ).ExitCode
        );

        var file = File.ReadAllBytes(CountedElsewhereTests.Case("14-two-elected-at-one-stage.blt"));
        var today = CertificateCommand.Write(file, new CountOptions("scottish-stv")).Text;
        const string elected = "\"elected\": [\n    2,\n    1\n  ],";
        Assert.Contains(elected, today, StringComparison.Ordinal);
        var before = today
            .Replace("\"certificate\": 2", "\"certificate\": 1", StringComparison.Ordinal)
            .Replace(elected, "\"elected\": [\n    1,\n    2\n  ],", StringComparison.Ordinal);
        (code, text) = Verified(before, file);
        Assert.Equal(1, code);
        Assert.StartsWith("differs from line ", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "counted today, the same are elected, in another order\n",
            text,
            StringComparison.Ordinal
        );
    }

    private static CountAnswer Verified(string certificate, byte[] file) =>
        CertificateCommand.Verify(Encoding.UTF8.GetBytes(certificate), file, "", json: false);

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
