using System.Numerics;

namespace Plenum.Counting.Committees;

/// <summary>What happens when the money of the papers buys nobody more and seats are left.</summary>
internal enum Completion
{
    /// <summary>Phragmen goes on, and what money is left is a load already lifted.</summary>
    Phragmen,

    /// <summary>Those with the most approvals fill the rest.</summary>
    Approvals,

    /// <summary>Nobody fills it.</summary>
    Nobody,
}

/// <summary>
/// The Method of Equal Shares (D. Peters and P. Skowron, 2020): every paper has the same money, a seat costs 1, and those
/// who approve a member pay for them as equally as they can.
/// </summary>
internal static class EqualShares
{
    public static List<ulong>? Committees(Approvals approvals, int size, Completion completion)
    {
        var money = new Fraction(size, BigInteger.Max(1, approvals.Valid));
        var start = new Loaded(0, [.. approvals.Papers.Select(_ => money)]);
        var (open, done) = (new List<Loaded> { start }, new List<Loaded>());
        while (open.Count > 0)
        {
            var further = new List<Loaded>();
            foreach (var way in open)
            {
                var next = Buy(approvals, way).ToList();
                if (next.Count == 0 || BitOperations.PopCount(way.Committee) == size)
                    done.Add(way);
                else
                    further.AddRange(next);
            }
            open = [.. further.Distinct()];
            if (open.Count + done.Count > Search.MostWays)
                return null;
        }
        var complete = new List<ulong>();
        foreach (var way in done)
        {
            if (Complete(approvals, way, size, completion) is not { } more)
                return null;
            complete.AddRange(more);
        }
        return [.. complete.Distinct()];
    }

    private static List<ulong>? Complete(
        Approvals approvals,
        Loaded way,
        int size,
        Completion completion
    )
    {
        var left = size - BitOperations.PopCount(way.Committee);
        if (left == 0)
            return [way.Committee];
        return completion switch
        {
            Completion.Nobody => [way.Committee],
            Completion.Phragmen => Search
                .Follow(
                    new Loaded(way.Committee, [.. way.Loads.Select(money => -money)]),
                    left,
                    each => Phragmen.Next(approvals, each)
                )
                ?.ConvertAll(each => each.Committee),
            Completion.Approvals => Search.Follow(
                way.Committee,
                left,
                committee =>
                    Search.Best(
                        Thiele
                            .Singles(approvals.Standing & ~committee)
                            .Select(one => committee | one),
                        larger =>
                            approvals.PapersFor(
                                BitOperations.TrailingZeroCount(larger & ~committee)
                            )
                    )
            ),
        };
    }

    // Whoever costs each payer least, in every way a tie allows; nobody when the money does not suffice.
    private static IEnumerable<Loaded> Buy(Approvals approvals, Loaded way)
    {
        var priced = Thiele
            .Singles(approvals.Standing & ~way.Committee)
            .Select(one => (One: one, Price: Price(approvals, way, one)))
            .Where(each => each.Price is not null)
            .ToList();
        if (priced.Count == 0)
            yield break;
        var least = priced.Min(each => each.Price!.Value);
        foreach (var (one, _) in priced.Where(each => each.Price!.Value == least))
        {
            var money = way.Loads.ToArray();
            for (var p = 0; p < money.Length; p++)
            {
                if ((approvals.Papers[p].Candidates & one) != 0)
                    money[p] = money[p] > least ? money[p] - least : Fraction.Zero;
            }
            yield return new Loaded(way.Committee | one, money);
        }
    }

    // The least each payer has to give when nobody gives more than they have: the poorer give all.
    private static Fraction? Price(Approvals approvals, Loaded way, ulong one)
    {
        var payers = Enumerable
            .Range(0, approvals.Papers.Length)
            .Where(p => (approvals.Papers[p].Candidates & one) != 0)
            .OrderBy(p => way.Loads[p])
            .ToList();
        var rest = payers.Sum(p => approvals.Papers[p].Papers);
        var missing = Fraction.One;
        foreach (var p in payers)
        {
            if (way.Loads[p] * rest >= missing)
                return missing / rest;
            missing -= way.Loads[p] * approvals.Papers[p].Papers;
            rest -= approvals.Papers[p].Papers;
        }
        return null;
    }
}
