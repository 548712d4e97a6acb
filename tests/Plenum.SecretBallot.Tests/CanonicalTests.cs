using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Ballots;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Making;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Tallies;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>What is decrypted is a ranking only in the one form it has.</summary>
public sealed class CanonicalTests
{
    [Theory, InlineData(0), InlineData(900)]
    public void A_ranking_in_another_form_spoils_its_row_where_strong_proofs_tell_whose_it_is(
        int bit
    )
    {
        var group = (ModularGroup)Group.Find("RFC-3526-2048")!;
        var key = TrusteeKey.New(group);
        var trustees = Encoding.ASCII.GetBytes($"[[\"Single\",{key.PublicJson()}]]");
        var bytes = Election.Write(
            Credential.Uuid(),
            "",
            "",
            key.Public,
            Template.Read(Encoding.UTF8.GetBytes(Shapes.Ranked)).Questions
        );
        var election = Election.Read(bytes);
        var secrets = new[] { group.RandomExponent(), group.RandomExponent() };
        var credentials = Encoding.ASCII.GetBytes(
            "["
                + string.Join(
                    ',',
                    secrets.Select(s => $"\"{group.Power(group.Generator, s).Text}\"")
                )
                + "]"
        );
        // An element with the numbers of a ranking, and more.
        var plain = group.Embed([1, 2, 3]);
        while (plain.Equals(group.Embed([1, 2, 3])))
            plain = Next(group, group.Number(plain), BigInteger.One << bit);
        Assert.Equal([1, 2, 3], group.Extract(plain, 3));
        var archive = new ArchiveWriter(1_800_000_000);
        archive.Add(
            EventKind.Setup,
            bytes,
            trustees,
            credentials,
            SetupWriting.Write(bytes, trustees, credentials)
        );
        byte[][] cast =
        [
            new BallotMaker(election).Make(
                secrets[0],
                [
                    [3, 1, 2],
                ]
            ),
            Odd(election, secrets[1], plain),
        ];
        foreach (var ballot in cast)
            archive.Add(EventKind.Ballot, ballot);
        archive.Add(EventKind.EndBallots);
        var tally = Tally.Of(
            election,
            Electorate.Read(credentials, group, ranked: true),
            cast.Select(b => Ballot.Read(election, b, "ballot"))
        );
        archive.Add(
            EventKind.EncryptedTally,
            tally.Bytes(),
            tally.Sized(Digest.Hex(tally.Bytes()))
        );
        var shuffle = Shuffling.Make(election, tally.Rankings);
        archive.Add(EventKind.Shuffle, shuffle.Bytes(), Owned.Write(1, shuffle.Bytes()));
        archive.Add(EventKind.EndShuffles);
        tally = tally.Shuffled(shuffle.Lists);
        var (part, strong) = Decryption.Make(tally, 1, key);
        archive.Add(EventKind.PartialDecryption, part.Bytes(), Owned.Write(1, part.Bytes()));
        archive.Add(EventKind.Result, Opening.Of(tally, part.Factors).Bytes());
        var proofs = new StrongProofs(
            ImmutableSortedDictionary<int, ImmutableArray<ImmutableArray<Proof>>>.Empty.Add(
                1,
                strong
            )
        );

        var without = Assert.IsType<Verification.Rejected>(Verifier.Verify(archive.ToArray()));
        Assert.Equal("plaintext.canonical", without.Reason.Code);
        var with = Assert.IsType<Verification.Valid>(
            Verifier.Verify(archive.ToArray(), proofs.Bytes(election))
        );
        var rankings = Assert.IsType<QuestionResult.Rankings>(Assert.Single(with.Election.Results));
        Assert.Equal("1,2,3", string.Join(',', rankings.Rows[Assert.Single(rankings.Spoiled)]));
        Assert.Single(with.Warnings);

        // Proofs of one factor do not hold for another.
        var swapped = new StrongProofs(
            ImmutableSortedDictionary<int, ImmutableArray<ImmutableArray<Proof>>>.Empty.Add(
                1,
                [
                    [strong[0][1], strong[0][0]],
                ]
            )
        );
        Assert.Equal(
            "decryption.strong",
            Assert
                .IsType<Verification.Rejected>(
                    Verifier.Verify(archive.ToArray(), swapped.Bytes(election))
                )
                .Reason.Code
        );
        Assert.Equal(
            "strong.missing",
            Assert
                .IsType<Verification.Rejected>(
                    Verifier.Verify(archive.ToArray(), StrongProofs.None.Bytes(election))
                )
                .Reason.Code
        );
    }

    private static Element Next(ModularGroup group, BigInteger before, BigInteger step)
    {
        for (var value = before + step; ; value += step)
            if (group.Of(value) is var element && group.Contains(element))
                return element;
    }

    private static byte[] Odd(Election election, BigInteger secret, Element plain)
    {
        var hand = new Hand(election.Group);
        var credential = hand.Generate(secret).Text;
        var randomness = election.Group.RandomExponent();
        var choice = hand.Encrypt(election.PublicKey, plain, randomness);
        var answer = new Answer.Ranked(
            choice,
            hand.ProveKnowledge(randomness, new Statements(election, credential).Randomness(choice))
        );
        var unsigned = Ballot.Unsigned(election, credential, [answer]);
        var digest = Digest.Short(Encoding.UTF8.GetBytes(unsigned));
        return Encoding.UTF8.GetBytes(
            unsigned[..^1]
                + Ballot.SignatureJson(
                    digest,
                    hand.ProveKnowledge(secret, Ballot.SignaturePrefix(digest))
                )
        );
    }
}
