using System.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>Elections made here, held against our verifier and against the independent tool.</summary>
public sealed class BothWaysTests
{
    public static TheoryData<string> All => Shapes.All;

    [Theory, MemberData(nameof(All))]
    public void An_election_made_here_verifies_here_and_there(string shape)
    {
        var held = Held.Of(Shapes.Of(shape));
        var valid = Assert.IsType<Verification.Valid>(Verifier.Verify(held.Archive, held.Strong));
        Assert.Empty(valid.Warnings);
        Assert.Contains(valid.Checks, c => c.Code == "strong-proofs");
        Tool.Require();
        using var tool = new Tool();
        File.WriteAllBytes(tool[held.Uuid + ".bel"], held.Archive);
        Assert.Contains(
            "all checks passed",
            tool.Try("election verify").Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Encoding.UTF8.GetString(held.File("result.json")).Trim(),
            tool.Run("election compute-result").Trim()["{\"result\":".Length..^1]
        );
    }
}
