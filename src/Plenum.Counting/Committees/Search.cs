using System.Numerics;

namespace Plenum.Counting.Committees;

/// <summary>Every committee of a size, compared one by one; sequences, every tie followed.</summary>
internal static class Search
{
    /// <summary>More committees than this are not compared.</summary>
    public const int MostCommittees = 500_000;

    /// <summary>More ways than this through the ties of a sequence are not followed.</summary>
    public const int MostWays = 20_000;

    public static BigInteger Choose(int of, int some)
    {
        var ways = BigInteger.One;
        for (var i = 1; i <= some; i++)
            ways = ways * (of - some + i) / i;
        return ways;
    }

    /// <summary>All sets of that size within a set, in ascending order of their number.</summary>
    public static IEnumerable<ulong> Committees(ulong among, int size)
    {
        var members = CommitteeCount.Members(among).Select(c => c.Index).ToArray();
        if (size > members.Length)
            yield break;
        var chosen = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return chosen.Aggregate(0UL, (set, i) => set | 1UL << members[i]);
            var last = size - 1;
            while (last >= 0 && chosen[last] == members.Length - size + last)
                last--;
            if (last < 0)
                yield break;
            chosen[last]++;
            for (var i = last + 1; i < size; i++)
                chosen[i] = chosen[i - 1] + 1;
        }
    }

    /// <summary>The committees with the best score.</summary>
    public static List<ulong> Best<T>(IEnumerable<ulong> committees, Func<ulong, T> score)
        where T : IComparable<T>
    {
        var best = new List<ulong>();
        var most = default(T)!;
        foreach (var committee in committees)
        {
            var now = score(committee);
            var compared = best.Count == 0 ? 1 : now.CompareTo(most);
            if (compared > 0)
                best.Clear();
            if (compared < 0)
                continue;
            most = now;
            best.Add(committee);
        }
        return best;
    }

    /// <summary>
    /// Follows a sequence of choices through every tie; null when there are too many ways. Ways that come to the same go on as
    /// one.
    /// </summary>
    public static List<T>? Follow<T>(T start, int steps, Func<T, IEnumerable<T>> next)
        where T : IEquatable<T>
    {
        var ways = new List<T> { start };
        for (var step = 0; step < steps; step++)
        {
            ways = [.. ways.SelectMany(next).Distinct()];
            if (ways.Count > MostWays)
                return null;
        }
        return ways;
    }
}
