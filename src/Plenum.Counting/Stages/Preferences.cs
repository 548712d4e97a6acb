using System.Collections;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Stages;

/// <summary>
/// What a paper means to a count by transfers: the candidates standing, in order of preference, 0-based.
/// </summary>
/// <remarks>
/// Who is not standing is struck out first, and so is every later mark for a candidate already named. A skipped rank
/// closes up: the order stays clear. A rank shared by several who stand leaves the voter's next preference uncertain
/// (SSI 2011/399 rule 45 rejects papers void for uncertainty), so the paper says nothing from there on: with a shared
/// first rank it is invalid, with a later one it becomes non-transferable at that point, even if all but one of those
/// who share the rank have left the count by then.
/// </remarks>
internal sealed class Preferences(bool[] standing)
{
    private readonly BitArray named = new(standing.Length);
    private readonly List<int> order = [];

    public int[] Of(Ranking ranking)
    {
        named.SetAll(false);
        order.Clear();
        var sharers = 0;
        foreach (var mark in ranking.Marks)
        {
            var newRank = mark >= 0;
            if (newRank && sharers > 1)
                break;
            sharers = newRank ? 0 : sharers;
            var candidate = Math.Abs(mark) - 1;
            if (candidate < 0 || !standing[candidate] || named[candidate])
                continue;
            named[candidate] = true;
            order.Add(candidate);
            sharers++;
        }
        if (sharers > 1)
            order.RemoveRange(order.Count - sharers, sharers);
        return [.. order];
    }
}
