using System.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>Elections in the group Ed25519, which the tool of Debian 12 does not know: held against ourselves alone.</summary>
public sealed class EdwardsTests
{
    [Theory]
    [InlineData("blank")]
    [InlineData("several, weights, revotes, texts")]
    [InlineData("two of three")]
    [InlineData("ranked, three shuffles, two of three")]
    [InlineData("mixed")]
    public void An_election_made_here_verifies_here(string shape)
    {
        var held = Held.Of(
            Shapes.Of(shape) is { MostWeight: > 1 } weighted
                ? weighted with
                {
                    Group = "Ed25519",
                    MostWeight = 1000,
                }
                : Shapes.Of(shape) with
                {
                    Group = "Ed25519",
                }
        );
        var valid = Assert.IsType<Verification.Valid>(Verifier.Verify(held.Archive, held.Strong));
        Assert.Empty(valid.Warnings);
        Assert.Equal("Ed25519", valid.Election.Group);
    }

    [Fact]
    public void What_stands_in_the_result_is_what_was_voted()
    {
        var held = Held.Of(Shapes.Of("ranked, two shuffles") with { Group = "Ed25519" });
        Assert.Equal(
            held.Text("votes.txt")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(v => v[1..^1])
                .Order(StringComparer.Ordinal),
            Encoding
                .UTF8.GetString(held.File("result.json"))
                .Trim()[2..^2]
                .Replace("],[", "]\n[", StringComparison.Ordinal)
                .Split('\n')
                .Order(StringComparer.Ordinal)
        );
    }
}
