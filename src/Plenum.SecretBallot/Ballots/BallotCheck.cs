using System.Numerics;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Ballots;

/// <summary>Checks every proof of ballots of one election; tables are made once for all of them.</summary>
internal sealed partial class BallotCheck(Election election, Electorate electorate, int expected)
{
    private readonly Group _group = election.Group;

    private readonly Lazy<Arithmetic.FixedBase> _generator = new(() =>
        election.Group.Table(election.Group.Generator, expected * 4)
    );

    private readonly Lazy<Arithmetic.FixedBase> _key = new(() =>
        election.Group.Table(election.PublicKey, expected * 4)
    );

    public void Holds(Ballot ballot, string place)
    {
        if (!electorate.Keys.TryGetValue(ballot.Credential, out var credential))
            throw new RejectedException(
                "ballot.credential",
                place + ".credential",
                "Nobody who may vote has this credential."
            );
        var commitment = Commit(
            _group.Power(credential, ballot.Signature.Challenge),
            ballot.Signature.Response
        );
        if (
            _group.Challenge(Ballot.SignaturePrefix(ballot.SignedDigest), commitment)
            != ballot.Signature.Challenge
        )
            throw new RejectedException(
                "ballot.signature",
                place + ".signature",
                "The ballot is not signed with the credential it names."
            );
        var statements = new Statements(election, ballot.Credential);
        for (var at = 0; at < ballot.Answers.Length; at++)
        {
            var here = $"{place}.answers[{at}]";
            switch (ballot.Answers[at], election.Questions[at])
            {
                case (Answer.Additive answer, Question.Additive question):
                    Additive(statements, question, answer, here);
                    break;
                case (Answer.Ranked answer, _):
                    Ranked(statements, answer, here);
                    break;
            }
        }
    }

    private void Additive(
        Statements statements,
        Question.Additive question,
        Answer.Additive answer,
        string place
    )
    {
        var blank = question.Blank;
        var first = blank ? new[] { (answer.BlankProof[0], 0), (answer.Overall[0], 1) } : [];
        var ofBlank = Array.Empty<Element>();
        for (var at = 0; at < answer.Choices.Length; at++)
        {
            var proofs = answer.Individual[at];
            var here = $"{place}.choices[{at}]";
            (Proof, int)[] bits = [(proofs[0], 0), (proofs[1], 1)];
            var found = Branches(answer.Choices[at], at == 0 ? [.. bits, .. first] : bits, here);
            Demand(
                Statements.Disjunction(statements.Voter, answer.Choices[at]),
                found[..4],
                proofs,
                "ballot.choice",
                here,
                "The proof that this choice is 0 or 1 does not hold."
            );
            if (at == 0)
                ofBlank = found[4..];
        }
        var about = statements.Answer(answer.Choices);
        var sum = answer.Choices.Skip(blank ? 1 : 0).Aggregate((left, right) => left * right);
        var counts = answer.Overall.Skip(blank ? 1 : 0).Select((p, at) => (p, question.Least + at));
        if (!blank)
        {
            Demand(
                Statements.Disjunction(about, sum),
                Branches(sum, [.. counts], null),
                answer.Overall,
                "ballot.number",
                place,
                "The proof that as many answers are chosen as may be does not hold."
            );
            return;
        }
        var ofSum = Branches(sum, [(answer.BlankProof[1], 0), .. counts], null);
        Demand(
            Statements.BlankOrNothing(about),
            [.. ofBlank[..2], .. ofSum[..2]],
            answer.BlankProof,
            "ballot.blank",
            place,
            "The proof that a blank answer chooses nothing does not hold."
        );
        Demand(
            Statements.BlankOrChosen(about),
            [.. ofBlank[2..], .. ofSum[2..]],
            answer.Overall,
            "ballot.number",
            place,
            "The proof that the answer is blank, or chooses as many as it may, does not hold."
        );
    }

    private void Ranked(Statements statements, Answer.Ranked answer, string place)
    {
        var powers = new Element[1];
        if (!_group.Powers(answer.Choice.Alpha, [answer.Proof.Challenge], powers))
            throw Shape.Outside(_group, place + ".choices.alpha");
        if (!_group.Contains(answer.Choice.Beta))
            throw Shape.Outside(_group, place + ".choices.beta");
        var commitment = Commit(powers[0], answer.Proof.Response);
        if (
            _group.Challenge(statements.Randomness(answer.Choice), commitment)
            != answer.Proof.Challenge
        )
            throw new RejectedException(
                "ballot.ranking",
                place + ".proof",
                "The proof that the voter encrypted this answer does not hold."
            );
    }

    private Element Commit(Element power, BigInteger response)
    {
        using var scratch = _group.Engine.Rent(1);
        scratch.Load(scratch[0], power.Limbs);
        _generator.Value.Multiply(scratch, scratch[0], response);
        return new(_group, scratch.Stored(scratch[0]));
    }

    private void Demand(
        string prefix,
        IReadOnlyList<Element> commitments,
        IReadOnlyList<Proof> proofs,
        string code,
        string place,
        string sentence
    )
    {
        var sum = proofs.Aggregate(BigInteger.Zero, (total, p) => total + p.Challenge);
        if (_group.Challenge(prefix, commitments) != sum % _group.Order)
            throw new RejectedException(code, place, sentence);
    }
}
