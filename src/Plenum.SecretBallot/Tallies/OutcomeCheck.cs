using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;

namespace Plenum.SecretBallot.Tallies;

/// <summary>
/// Checks a recorded result against the factors, without opening anything again: encrypted with them, it must give the
/// tally. A ranking that is not the one embedding of any numbers is no ranking, whatever its numbers would be.
/// </summary>
internal static class OutcomeCheck
{
    /// <summary>Demands it and returns the rows, question and number from 0, whose voter sent no proper ranking.</summary>
    public static ImmutableArray<(int Question, int Row)> Demand(
        Tally tally,
        ImmutableArray<ImmutableArray<Element>> factors,
        Outcome outcome,
        bool factorsAreBound,
        string place
    )
    {
        var spoiled = new System.Collections.Concurrent.ConcurrentBag<(int, int)>();
        for (var q = 0; q < outcome.Questions.Length; q++)
        {
            var question = q;
            var here = string.Create(CultureInfo.InvariantCulture, $"{place}, question {q + 1}");
            switch (outcome.Questions[q])
            {
                case Counted.Sums(var votes):
                    for (var at = 0; at < votes.Length; at++)
                        Sum(tally, tally.Questions[q][at], factors[q][at], votes[at], here);
                    break;
                case Counted.Rows(var rows):
                    if (rows.Length != tally.Questions[q].Length)
                        throw new RejectedException(
                            "result.length",
                            here,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{rows.Length} rankings are recorded, and {tally.Questions[q].Length} were decrypted."
                            )
                        );
                    Cores.Each(
                        rows.Length,
                        at =>
                        {
                            var place = string.Create(
                                CultureInfo.InvariantCulture,
                                $"{here}, ranking {at + 1}"
                            );
                            if (
                                !Row(
                                    tally,
                                    tally.Questions[question][at],
                                    factors[question][at],
                                    rows[at],
                                    factorsAreBound,
                                    place
                                )
                            )
                                spoiled.Add((question, at));
                        }
                    );
                    break;
            }
        }
        return [.. spoiled.Order()];
    }

    private static void Sum(
        Tally tally,
        Ciphertext sum,
        Element factor,
        BigInteger votes,
        string place
    )
    {
        var group = tally.Election.Group;
        if (votes > tally.Weight)
            throw new RejectedException(
                "result.sum",
                place,
                "More votes are recorded than were cast."
            );
        if (!(factor * group.Power(group.Generator, votes)).Equals(sum.Beta))
            throw new RejectedException(
                "result.sum",
                place,
                "The recorded number of votes is not what was decrypted."
            );
    }

    private static bool Row(
        Tally tally,
        Ciphertext ranking,
        Element factor,
        ImmutableArray<int> row,
        bool factorsAreBound,
        string place
    )
    {
        var group = tally.Election.Group;
        var numbers = Numbers(row);
        if ((factor * group.Embed(numbers)).Equals(ranking.Beta))
            return true;
        var plain = ranking.Beta * group.Inverse(factor);
        if (!group.Extract(plain, row.Length).AsSpan().SequenceEqual(numbers))
            throw new RejectedException(
                "result.row",
                place,
                "The recorded ranking is not what was decrypted."
            );
        // Only where each factor is bound to its ciphertext can it be the voter, and nobody else, who sent this.
        return factorsAreBound
            ? false
            : throw new RejectedException(
                "plaintext.canonical",
                place,
                "What was decrypted is no ranking in the one form it must have, and without strong proofs of decryption nobody can tell whether a voter sent it or a trustee made it so."
            );
    }

    public static byte[] Numbers(ImmutableArray<int> row) => [.. row.Select(n => (byte)n)];
}
