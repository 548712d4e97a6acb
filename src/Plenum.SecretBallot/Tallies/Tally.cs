using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Ballots;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>What is decrypted: sums of choices, and lists of rankings that belong to nobody any more.</summary>
internal sealed record Tally(
    Election Election,
    int Counted,
    BigInteger Weight,
    ImmutableArray<ImmutableArray<Ciphertext>> Questions
)
{
    /// <summary>Of the last ballot of every credential.</summary>
    public static Tally Of(Election election, Electorate electorate, IEnumerable<Ballot> ballots)
    {
        var last = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var ballot in ballots)
            last[ballot.Credential] = ballot;
        var counted = last.Values.ToList();
        return new(
            election,
            counted.Count,
            counted.Aggregate(BigInteger.Zero, (sum, b) => sum + electorate.Weights[b.Credential]),
            [
                .. election.Questions.Select(
                    (question, at) =>
                        question switch
                        {
                            Question.Additive => Sum(
                                election.Group,
                                question,
                                electorate,
                                counted,
                                at
                            ),
                            Question.Ranked => Sorted(election.Group, counted, at),
                        }
                ),
            ]
        );
    }

    private static ImmutableArray<Ciphertext> Sum(
        Group group,
        Question question,
        Electorate electorate,
        List<Ballot> ballots,
        int at
    )
    {
        var sums = new Ciphertext[question.Length];
        for (var choice = 0; choice < sums.Length; choice++)
        {
            var chosen = ballots
                .Select(b =>
                    (
                        Of: ((Answer.Additive)b.Answers[at]).Choices[choice],
                        Weight: electorate.Weights[b.Credential]
                    )
                )
                .ToList();
            sums[choice] = new(
                Weighted(group, [.. chosen.Select(c => new Factor(c.Of.Alpha.Limbs, c.Weight))]),
                Weighted(group, [.. chosen.Select(c => new Factor(c.Of.Beta.Limbs, c.Weight))])
            );
        }
        return [.. sums];
    }

    private static Element Weighted(Group group, IReadOnlyList<Factor> factors) =>
        factors.All(f => f.Exponent.IsOne)
            ? group.Product(factors.Select(f => new Element(group, f.Base)))
            : group.Product(factors);

    // In an order that comes from the ciphertexts alone, so that everybody works out the same bytes.
    private static ImmutableArray<Ciphertext> Sorted(Group group, List<Ballot> ballots, int at)
    {
        var sorted = ballots.Select(b => ((Answer.Ranked)b.Answers[at]).Choice).ToList();
        sorted.Sort(
            (left, right) =>
                group.Compare(left.Alpha, right.Alpha) is var first and not 0
                    ? first
                    : group.Compare(left.Beta, right.Beta)
        );
        return [.. sorted];
    }

    public byte[] Bytes() =>
        Encoding.ASCII.GetBytes(
            "["
                + string.Join(
                    ',',
                    Questions.Select(question => "[" + string.Join(',', question) + "]")
                )
                + "]"
        );

    public byte[] Sized(string hash) =>
        Encoding.ASCII.GetBytes(
            $"{{\"num_tallied\":{Decimals.Text(Counted)},\"total_weight\":{Electorate.Count(Weight)},\"encrypted_tally\":\"{hash}\"}}"
        );

    /// <summary>Demands that what was recorded is what follows from the ballots.</summary>
    public void Demand(ArchivedTally recorded, string place)
    {
        var bytes = Bytes();
        if (!recorded.Sized.AsSpan().SequenceEqual(Sized(Digest.Hex(bytes))))
            throw new RejectedException(
                "tally.counts",
                place,
                "The recorded numbers of ballots and votes, or the digest of the sums, are not those that follow from the ballots."
            );
        if (!recorded.Tally.AsSpan().SequenceEqual(bytes))
            throw new RejectedException(
                "tally.sums",
                place,
                "The recorded sums are not those that follow from the ballots."
            );
    }

    /// <summary>With the last shuffle in the place of the rankings.</summary>
    public Tally Shuffled(IReadOnlyList<ImmutableArray<Ciphertext>> rankings)
    {
        var next = 0;
        return this with
        {
            Questions =
            [
                .. Questions.Select(
                    (q, at) => Election.Questions[at] is Question.Ranked ? rankings[next++] : q
                ),
            ],
        };
    }

    /// <summary>The lists that are shuffled.</summary>
    public ImmutableArray<ImmutableArray<Ciphertext>> Rankings =>
        [.. Questions.Where((_, at) => Election.Questions[at] is Question.Ranked)];
}

/// <summary>Both objects of the event that records a tally.</summary>
internal sealed record ArchivedTally(byte[] Tally, byte[] Sized);
