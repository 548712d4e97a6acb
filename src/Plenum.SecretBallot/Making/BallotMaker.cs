using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Ballots;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>Makes a voter's ballot.</summary>
internal sealed class BallotMaker(Election election, bool throwaway = false)
{
    private readonly Group _group = election.Group;
    private readonly Hand _hand = new(election.Group, throwaway);

    /// <summary>The ballot as bytes; a vote that the election does not allow is refused.</summary>
    public byte[] Make(BigInteger secret, ImmutableArray<ImmutableArray<int>> votes)
    {
        Votes.Demand(election.Questions, votes);
        var credential = _hand.Generate(secret).Text;
        var statements = new Statements(election, credential);
        var answers = election
            .Questions.Select(
                (question, at) =>
                    question switch
                    {
                        Question.Additive additive => Additive(statements, additive, votes[at]),
                        Question.Ranked => Ranked(statements, votes[at]),
                    }
            )
            .ToImmutableArray();
        var unsigned = Ballot.Unsigned(election, credential, answers);
        var digest = Digest.Short(Encoding.UTF8.GetBytes(unsigned));
        var signature = _hand.ProveKnowledge(secret, Ballot.SignaturePrefix(digest));
        return Encoding.UTF8.GetBytes(unsigned[..^1] + Ballot.SignatureJson(digest, signature));
    }

    private Answer Ranked(Statements statements, ImmutableArray<int> ranks)
    {
        var randomness = _group.RandomExponent();
        var choice = _hand.Encrypt(
            election.PublicKey,
            _group.Embed([.. ranks.Select(r => (byte)r)]),
            randomness
        );
        return new Answer.Ranked(
            choice,
            _hand.ProveKnowledge(randomness, statements.Randomness(choice))
        );
    }

    private Answer Additive(
        Statements statements,
        Question.Additive question,
        ImmutableArray<int> vote
    )
    {
        var randomness = vote.Select(_ => _group.RandomExponent()).ToArray();
        var choices = vote.Select(
                (bit, at) =>
                    _hand.Encrypt(
                        election.PublicKey,
                        // Both are worked out, so that time does not tell which.
                        bit == 1
                            ? _group.Generator
                            : _group.One,
                        randomness[at]
                    )
            )
            .ToImmutableArray();
        var disjunction = new Disjunction(_hand, election.PublicKey);
        var individual = vote.Select(
                (bit, at) =>
                    disjunction.Prove(
                        Statements.Disjunction(statements.Voter, choices[at]),
                        bit,
                        [new(choices[at], randomness[at], 0), new(choices[at], randomness[at], 1)]
                    )
            )
            .ToImmutableArray();
        var about = statements.Answer(choices);
        var skip = question.Blank ? 1 : 0;
        var sum = choices.Skip(skip).Aggregate((left, right) => left * right);
        var ofSum =
            randomness.Skip(skip).Aggregate(BigInteger.Zero, (left, right) => left + right)
            % _group.Order;
        var chosen = vote.Skip(skip).Sum();
        var counts = Enumerable
            .Range(question.Least, question.Most - question.Least + 1)
            .Select(number => new Branch(sum, ofSum, number))
            .ToArray();
        if (!question.Blank)
            return new Answer.Additive(
                choices,
                individual,
                disjunction.Prove(
                    Statements.Disjunction(about, sum),
                    chosen - question.Least,
                    counts
                ),
                []
            );
        var isBlank = vote[0] == 1;
        return new Answer.Additive(
            choices,
            individual,
            disjunction.Prove(
                Statements.BlankOrChosen(about),
                isBlank ? 0 : chosen - question.Least + 1,
                [new(choices[0], randomness[0], 1), .. counts]
            ),
            disjunction.Prove(
                Statements.BlankOrNothing(about),
                isBlank ? 1 : 0,
                [new(choices[0], randomness[0], 0), new(sum, ofSum, 0)]
            )
        );
    }
}

/// <summary>One statement of several: that a ciphertext encrypts a number, and with which randomness.</summary>
internal readonly record struct Branch(Ciphertext Ciphertext, BigInteger Randomness, int Number);

/// <summary>Proves that one of several statements is true and hides which: the others are simulated.</summary>
internal sealed class Disjunction(Hand hand, Element key)
{
    private readonly Group _group = hand.Group;

    public ImmutableArray<Proof> Prove(string prefix, int truth, IReadOnlyList<Branch> branches)
    {
        var proofs = new Proof[branches.Count];
        var commitments = new Element[2 * branches.Count];
        var mask = _group.RandomExponent();
        var others = BigInteger.Zero;
        for (var at = 0; at < proofs.Length; at++)
        {
            var (ciphertext, _, number) = branches[at];
            if (at == truth)
            {
                commitments[2 * at] = hand.Generate(mask);
                commitments[2 * at + 1] = hand.Raise(key, mask);
                continue;
            }
            var proof = new Proof(_group.RandomExponent(), _group.RandomExponent());
            proofs[at] = proof;
            others += proof.Challenge;
            // beta less the number, raised to the challenge.
            commitments[2 * at] =
                hand.Generate(proof.Response)
                * _group.PowerSecret(ciphertext.Alpha, proof.Challenge);
            commitments[2 * at + 1] =
                hand.Raise(key, proof.Response)
                * _group.PowerSecret(ciphertext.Beta, proof.Challenge)
                * hand.Generate(_group.Subtract(0, number * proof.Challenge % _group.Order));
        }
        var challenge = _group.Subtract(
            _group.Challenge(prefix, commitments),
            others % _group.Order
        );
        proofs[truth] = new(
            challenge,
            Secrets.Respond(_group, mask, branches[truth].Randomness, challenge)
        );
        return [.. proofs];
    }
}
