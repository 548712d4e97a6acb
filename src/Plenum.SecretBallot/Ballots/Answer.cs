using System.Collections.Immutable;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Ballots;

/// <summary>The encrypted answer to one question, with what proves that it is one.</summary>
internal abstract record Answer
{
    private Answer() { }

    public sealed record Additive(
        ImmutableArray<Ciphertext> Choices,
        ImmutableArray<ImmutableArray<Proof>> Individual,
        ImmutableArray<Proof> Overall,
        ImmutableArray<Proof> BlankProof
    ) : Answer;

    public sealed record Ranked(Ciphertext Choice, Proof Proof) : Answer;

    public static Answer Read(Group group, Question question, Json value, string place)
    {
        if (question is not Question.Additive additive)
        {
            var parts = Shape.Fields(value, place, "choices", "proof");
            return new Ranked(
                Ciphertext.Read(group, parts[0], place + ".choices"),
                Proof.Read(group, parts[1], place + ".proof")
            );
        }
        ReadOnlySpan<string> names = additive.Blank
            ? ["choices", "individual_proofs", "overall_proof", "blank_proof"]
            : ["choices", "individual_proofs", "overall_proof"];
        var fields = Shape.Fields(value, place, names);
        var choices = Shape.Items(fields[0], place + ".choices", question.Length);
        var proofs = Shape.Items(fields[1], place + ".individual_proofs", question.Length);
        return new Additive(
            [.. choices.Select((c, at) => Ciphertext.Read(group, c, $"{place}.choices[{at}]"))],
            [
                .. proofs.Select(
                    (p, at) => Proof.ReadAll(group, p, $"{place}.individual_proofs[{at}]", 2)
                ),
            ],
            Proof.ReadAll(
                group,
                fields[2],
                place + ".overall_proof",
                additive.Most - additive.Least + (additive.Blank ? 2 : 1)
            ),
            additive.Blank ? Proof.ReadAll(group, fields[3], place + ".blank_proof", 2) : []
        );
    }

    public string Json() =>
        this switch
        {
            Additive a =>
                $"{{\"choices\":{List(a.Choices)},\"individual_proofs\":[{string.Join(',', a.Individual.Select(p => List(p)))}],\"overall_proof\":{List(a.Overall)}{(a.BlankProof.IsEmpty ? "" : ",\"blank_proof\":" + List(a.BlankProof))}}}",
            Ranked r => $"{{\"choices\":{r.Choice},\"proof\":{r.Proof}}}",
        };

    private static string List<T>(ImmutableArray<T> items) => "[" + string.Join(',', items) + "]";
}
