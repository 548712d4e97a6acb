using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>Orders two values of one kind by what they demand everywhere; where each demands more somewhere, there is no order.</summary>
internal static class Order
{
    public const int MostMembers = 300_000;

    /// <summary>1 when the second is more, -1 when it is less, 0 when they mean the same; null when they cannot be ordered.</summary>
    public static int? Of(Kind kind, string before, string after) =>
        kind switch
        {
            Kind.Whole => Sign(Values.Whole(before), Values.Whole(after)),
            Kind.Part => Sign(Values.Part(before), Values.Part(after)),
            Kind.Amount => Values.Amount(before) is { } b && Values.Amount(after) is { } a
                ? Amounts(b, a)
                : null,
            Kind.Majority => Values.Majority(before) is { } b && Values.Majority(after) is { } a
                ? Majorities(b, a)
                : null,
            Kind.Time => Values.Time(before) is { } b && Values.Time(after) is { } a
                ? Times(b, a)
                : null,
            Kind.Prose or Kind.YesNo or Kind.Word or Kind.Body or Kind.ListOf or Kind.Table => null,
        };

    private static int? Sign<T>(T? before, T? after)
        where T : struct, IComparable<T> =>
        before is { } b && after is { } a ? Math.Sign(a.CompareTo(b)) : null;

    private static int? Together(IEnumerable<int> signs)
    {
        var (more, less) = (false, false);
        foreach (var sign in signs)
        {
            more |= sign > 0;
            less |= sign < 0;
        }
        return more && less ? null
            : more ? 1
            : less ? -1
            : 0;
    }

    // Every number of members there can be.
    private static int? Amounts(Quantity before, Quantity after)
    {
        var (b, a) = (Curve(before), Curve(after));
        return Together(Enumerable.Range(0, MostMembers).Select(i => a[i].CompareTo(b[i])));
    }

    private static long[] Curve(Quantity quantity) =>
        quantity switch
        {
            Quantity.Number number => Every(_ => number.Count),
            Quantity.Share share => Every(n => share.Of.CeilingOf(n)),
            Quantity.Root root => Every(n => RootCeiling(root.Times, n)),
            Quantity.Greatest greatest => Joined(greatest.Parts, Math.Max),
            Quantity.Least least => Joined(least.Parts, Math.Min),
        };

    private static long[] Every(Func<int, long> among)
    {
        var curve = new long[MostMembers];
        for (var i = 0; i < curve.Length; i++)
            curve[i] = among(i + 1);
        return curve;
    }

    private static long[] Joined(EquatableArray<Quantity> parts, Func<long, long, long> join) =>
        parts
            .Items.Select(Curve)
            .Aggregate(
                (one, other) =>
                {
                    for (var i = 0; i < one.Length; i++)
                        one[i] = join(one[i], other[i]);
                    return one;
                }
            );

    // The same whole number as Quantity.Among gives, found from a guess: there are 300,000 of them to find.
    private static long RootCeiling(Ratio times, int members)
    {
        if (times.Under == 0)
            return 0;
        var over = (Int128)times.Over * times.Over * members;
        var under = (Int128)times.Under * times.Under;
        var k = (long)(times.Over * Math.Sqrt(members) / times.Under);
        while (k > 0 && Reaches(k - 1))
            k--;
        while (!Reaches(k))
            k++;
        return k;

        bool Reaches(long count) => (Int128)count * count * under >= over;
    }

    // Votes cast are some of those present, those present some of the roll, and the roll of a body some of its seats.
    private static int? Majorities(Threshold before, Threshold after)
    {
        var share = Math.Sign(after.Share.CompareTo(before.Share));
        var part = share != 0 ? share : after.Strict.CompareTo(before.Strict);
        if (before.Base == after.Base)
            return Math.Sign(part);
        if (before.Base == VoteBase.Sections || after.Base == VoteBase.Sections)
            return null;
        return Together([Math.Sign(part), after.Base > before.Base ? 1 : -1]);
    }

    private static readonly LocalDateTime[] Starts =
    [
        .. Enumerable
            .Range(0, 4 * 366)
            .Select(d => new LocalDateTime(2096, 1, 1, 0, 0).PlusDays(d)),
        .. Enumerable
            .Range(0, 4 * 366)
            .Select(d => new LocalDateTime(2023, 6, 1, 0, 0).PlusDays(d)),
    ];

    // A month is not 30 days: every start in years with and without a leap day, forwards and backwards.
    private static int? Times(Period before, Period after) =>
        Together(
            Starts
                .Select(s => (s + after).CompareTo(s + before))
                .Concat(Starts.Select(s => (s - before).CompareTo(s - after)))
                .Select(Math.Sign)
        );
}
