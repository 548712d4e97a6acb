using System.Collections.Immutable;
using System.Numerics;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Tallies;

/// <summary>Puts the factors of the trustees together: of all who stand alone, and of enough of each group.</summary>
internal static class Combination
{
    public static ImmutableArray<ImmutableArray<Element>> Of(
        Tally tally,
        TrusteeList trustees,
        IReadOnlyDictionary<int, PartialDecryption> parts
    )
    {
        var group = tally.Election.Group;
        List<(PartialDecryption Part, BigInteger Exponent)> used = [];
        var first = 1;
        foreach (var item in trustees.Groups)
        {
            switch (item)
            {
                case TrusteeGroup.Single:
                    used.Add((parts[first], BigInteger.One));
                    first++;
                    break;
                case TrusteeGroup.Threshold(var needed, var keys):
                    var members = Enumerable
                        .Range(1, keys.Length)
                        .Where(m => parts.ContainsKey(first + m - 1))
                        .Take(needed)
                        .ToArray();
                    foreach (var member in members)
                        used.Add((parts[first + member - 1], Lagrange(group, member, members)));
                    first += keys.Length;
                    break;
            }
        }
        return
        [
            .. tally.Questions.Select(
                (question, q) =>
                {
                    var factors = new Element[question.Length];
                    Cores.Each(
                        factors.Length,
                        at =>
                            factors[at] = used.Aggregate(
                                group.One,
                                (product, u) =>
                                    product
                                    * (
                                        u.Exponent.IsOne
                                            ? u.Part.Factors[q][at]
                                            : group.Power(u.Part.Factors[q][at], u.Exponent)
                                    )
                            )
                    );
                    return factors.ToImmutableArray();
                }
            ),
        ];
    }

    /// <summary>What one of some points counts when the polynomial is read at nought.</summary>
    public static BigInteger Lagrange(Group group, int member, IEnumerable<int> members)
    {
        var (above, below) = (BigInteger.One, BigInteger.One);
        foreach (var other in members.Where(m => m != member))
        {
            above = above * other % group.Order;
            below = group.Subtract(below * (other - member) % group.Order, 0);
        }
        return above * BigInteger.ModPow(below, group.Order - 2, group.Order) % group.Order;
    }
}
