using System.Collections.Immutable;
using System.Numerics;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot.Making;

/// <summary>Works out the result from the tally and the factors of the trustees.</summary>
internal static class Opening
{
    // So that the table of small steps stays small.
    private static readonly BigInteger LargestSum = BigInteger.One << 42;

    public static Outcome Of(Tally tally, ImmutableArray<ImmutableArray<Element>> factors)
    {
        var group = tally.Election.Group;
        return new([
            .. tally.Questions.Select<ImmutableArray<Ciphertext>, Counted>(
                (question, q) =>
                {
                    var inverses = group.Inverses(factors[q]);
                    var plain = question.Select((c, at) => c.Beta * inverses[at]).ToArray();
                    return tally.Election.Questions[q] switch
                    {
                        Question.Additive => new Counted.Sums([.. Logarithms(tally, plain)]),
                        Question.Ranked ranked => new Counted.Rows([
                            .. plain.Select(p =>
                                group
                                    .Extract(p, ranked.Length)
                                    .Select(n => (int)n)
                                    .ToImmutableArray()
                            ),
                        ]),
                    };
                }
            ),
        ]);
    }

    // Small steps and giant steps (Shanks 1971), for all sums with one table.
    private static IEnumerable<BigInteger> Logarithms(Tally tally, Element[] values)
    {
        var group = tally.Election.Group;
        if (tally.Weight > LargestSum)
            throw new RejectedException(
                "result.weight",
                "result",
                "The weights are so large together that sums cannot be read."
            );
        var steps = 1;
        while ((BigInteger)steps * steps <= tally.Weight)
            steps *= 2;
        // By a mark of 64 bits; what is found is worked out again, so that two with one mark do no harm.
        var small = new Dictionary<ulong, int>(steps);
        var power = group.One;
        for (var step = 0; step < steps; step++)
        {
            small.TryAdd(group.Mark(power), step);
            power *= group.Generator;
        }
        var giant = group.Inverse(power);
        foreach (var value in values)
        {
            var (at, sum) = (value, BigInteger.Zero);
            int rest;
            while (
                !small.TryGetValue(group.Mark(at), out rest)
                || !group.Power(group.Generator, sum + rest).Equals(value)
            )
            {
                at *= giant;
                sum += steps;
                if (sum > tally.Weight)
                    throw new RejectedException(
                        "result.sum",
                        "result",
                        "What was decrypted is no number of votes that can have been cast: a factor is wrong."
                    );
            }
            yield return sum + rest;
        }
    }
}
