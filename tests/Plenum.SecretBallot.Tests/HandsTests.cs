using System.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>An election by hands that never share a secret, step by step, as people hold it.</summary>
public sealed class HandsTests
{
    [Fact]
    public void Hands_hold_a_ranked_election_with_a_group_of_trustees()
    {
        const string group = "RFC-3526-2048";
        var uuid = Hands.NewUuid();
        var members = Enumerable
            .Range(1, 3)
            .Select(n => Files(Hands.TrusteeCertificate(group, 3, 2, n)))
            .ToArray();
        var certificates = members.Select(m => m["certificate.json"]).ToArray();
        var polynomials = members
            .Select(m =>
                Files(Hands.TrusteePolynomial(Text(m["trustee.seed"]), certificates))[
                    "polynomial.json"
                ]
            )
            .ToArray();
        var keys = members
            .Select(m =>
                Files(Hands.TrusteeShare(Text(m["trustee.seed"]), certificates, polynomials))
            )
            .ToArray();
        var together = Files(
            Hands.TrusteesTogether(
                certificates,
                polynomials,
                [.. keys.Select(k => k["trustee.pubkey"])]
            )
        )["threshold.json"];
        var alone = Files(Hands.TrusteeAlone(group));
        var trustees = Files(Hands.Trustees(group, [alone["trustee.pubkey"], together]))[
            "trustees.json"
        ];
        var credentials = Files(Hands.Credentials(uuid, group, [1, 1]));
        var archive = Files(
            Hands.Open(
                uuid,
                Encoding.UTF8.GetBytes(Shapes.Ranked),
                group,
                trustees,
                credentials[$"{uuid}.pubcreds"],
                1_800_000_000
            )
        )[$"{uuid}.bel"];
        var secrets = Text(credentials[$"{uuid}.privcreds"]).Split('\n');
        var first = Files(Hands.Cast(archive, secrets[0], "[[1,2,3]]"));
        archive = Added(archive, "ballot", first["ballot.json"]);
        archive = Added(
            archive,
            "ballot",
            Files(Hands.Cast(archive, secrets[1], "[[3,2,1]]"))["ballot.json"]
        );
        archive = Added(
            archive,
            "ballot",
            Files(Hands.Cast(archive, secrets[1], "[[0,1,0]]"))["ballot.json"]
        );
        Assert.Equal("ballot.twice", Refused(archive, "ballot", first["ballot.json"]));
        Assert.Equal("event.order", Refused(archive, "tally"));
        archive = Added(archive, "end-ballots");
        Assert.Equal(
            "shuffle.time",
            Assert.IsType<Handed.Refused>(Hands.Shuffle(archive)).Reason.Code
        );
        archive = Added(archive, "tally");
        archive = Added(archive, "s", Files(Hands.Shuffle(archive))["shuffle.json"], 2);
        Assert.Equal(
            "append.trustee",
            Refused(archive, "s", Files(Hands.Shuffle(archive))["shuffle.json"])
        );
        archive = Added(archive, "s", Files(Hands.Shuffle(archive))["shuffle.json"], 1);
        Assert.Equal(
            "decryption.time",
            Assert
                .IsType<Handed.Refused>(Hands.Decrypt(archive, alone["trustee.privkey"], null))
                .Reason.Code
        );
        archive = Added(archive, "end-shuffles");
        byte[]? strong = null;
        foreach (var key in new[] { keys[2], alone, keys[0] })
        {
            Assert.Equal("decryption.missing", Refused(archive, "result"));
            var part = Files(Hands.Decrypt(archive, key["trustee.privkey"], strong));
            archive = Added(archive, "d", part["decryption.json"]);
            strong = part["strong-proofs.json"];
        }
        archive = Added(archive, "result");
        var valid = Assert.IsType<Verification.Valid>(Verifier.Verify(archive, strong));
        Assert.Empty(valid.Warnings);
        Assert.Contains(Text(first["tracker.txt"]).Trim(), valid.Election.Trackers);
        Assert.Equal(2, valid.Election.Trackers.Distinct(StringComparer.Ordinal).Count());
        var rows = Assert
            .IsType<QuestionResult.Rankings>(Assert.Single(valid.Election.Results))
            .Rows;
        Assert.Equal(
            ["0,1,0", "1,2,3"],
            rows.Select(r => string.Join(',', r)).Order(StringComparer.Ordinal)
        );
        Tool.Require();
        using var tool = new Tool();
        File.WriteAllBytes(tool[uuid + ".bel"], archive);
        tool.Run("election verify");
    }

    [Theory]
    [InlineData("[[1,1,1,0]]", "vote")]
    [InlineData("[[0,1,1,1]]", "vote")]
    [InlineData("[[0,0,0,0]]", "vote")]
    [InlineData("[[0,2,0,0]]", "vote")]
    [InlineData("[[0,1,0]]", "vote")]
    [InlineData("[[0,1,0,0],[1]]", "vote")]
    [InlineData("[[0,-1,0,0]]", "json.kind")]
    [InlineData("[0,1,0,0]", "json.kind")]
    [InlineData("yes", "json.form")]
    public void A_vote_the_election_does_not_allow_is_told_before_it_is_encrypted(
        string vote,
        string code
    )
    {
        var held = Held.Of(Shapes.Of("blank") with { Voters = 1, Trustees = 1 });
        var refused = Assert.IsType<Handed.Refused>(
            Hands.Cast(held.Archive, held.Text(".privcreds").Trim(), vote)
        );
        Assert.Equal(code, refused.Reason.Code);
    }

    [Fact]
    public void A_credential_of_another_election_has_no_vote()
    {
        var held = Held.Of(Shapes.Of("blank") with { Voters = 1, Trustees = 1 });
        var other = Held.Of(Shapes.Of("blank") with { Voters = 1, Trustees = 1 });
        Assert.Equal(
            "ballot.credential",
            Assert
                .IsType<Handed.Refused>(
                    Hands.Cast(held.Archive, other.Text(".privcreds").Trim(), "[[1,0,0,0]]")
                )
                .Reason.Code
        );
        Assert.Equal(
            "credential.form",
            Assert
                .IsType<Handed.Refused>(Hands.Cast(held.Archive, "abc", "[[1,0,0,0]]"))
                .Reason.Code
        );
    }

    [Fact]
    public void A_member_of_a_group_finds_a_piece_that_is_not_right()
    {
        var seeds = Enumerable
            .Range(1, 2)
            .Select(n => Files(Hands.TrusteeCertificate("BELENIOS-2048", 2, 2, n)))
            .ToArray();
        var certificates = seeds.Select(m => m["certificate.json"]).ToArray();
        byte[] Polynomial(int n) =>
            Files(Hands.TrusteePolynomial(Text(seeds[n]["trustee.seed"]), certificates))[
                "polynomial.json"
            ];
        var (one, other, again) = (Polynomial(0), Polynomial(1), Polynomial(1));
        Files(Hands.TrusteeShare(Text(seeds[0]["trustee.seed"]), certificates, [one, other]));
        // Pieces of one polynomial with the published coefficients of another.
        var mixed = Encoding.UTF8.GetBytes(
            Text(other)[..Text(other).IndexOf(",\"coefexps\"", StringComparison.Ordinal)]
                + Text(again)[Text(again).IndexOf(",\"coefexps\"", StringComparison.Ordinal)..]
        );
        Assert.Equal(
            "ceremony.piece",
            Assert
                .IsType<Handed.Refused>(
                    Hands.TrusteeShare(Text(seeds[0]["trustee.seed"]), certificates, [one, mixed])
                )
                .Reason.Code
        );
        // Another certificate than the others saw.
        var stranger = Files(Hands.TrusteeCertificate("BELENIOS-2048", 2, 2, 2))[
            "certificate.json"
        ];
        Assert.Equal(
            "threshold.agreement",
            Assert
                .IsType<Handed.Refused>(
                    Hands.TrusteeShare(
                        Text(seeds[0]["trustee.seed"]),
                        [certificates[0], stranger],
                        [one, other]
                    )
                )
                .Reason.Code
        );
    }

    private static Dictionary<string, byte[]> Files(Handed handed) =>
        handed switch
        {
            Handed.Given(var files) => files.ToDictionary(
                f => f.Name,
                f => f.Content,
                StringComparer.Ordinal
            ),
            Handed.Refused(var reason) => throw new InvalidOperationException(reason.ToString()),
        };

    private static byte[] Added(
        byte[] archive,
        string word,
        byte[]? content = null,
        int? trustee = null
    ) =>
        Appended.To(archive, word, content, trustee) switch
        {
            Appended.Verified(var tail, _) => [.. archive, .. tail],
            Appended.Refused(var reason) => throw new InvalidOperationException(reason.ToString()),
        };

    private static string Refused(byte[] archive, string word, byte[]? content = null) =>
        Assert.IsType<Appended.Refused>(Appended.To(archive, word, content)).Reason.Code;

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
