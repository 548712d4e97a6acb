using System.Collections.Immutable;
using System.Numerics;

namespace Plenum.Domain.Statutes;

/// <summary>
/// Votes by members, cut where they would let one section command the others (C6). The cap of a section is worked out
/// from the members of the others alone, so that no section gains a vote by growing past it (F05), whatever becomes of
/// its seats.
/// </summary>
internal static class Caps
{
    // Of four sections or more at most two can have more than a third, and two are enough for fewer than three to win.
    private const int MayCommand = 3;

    // Among more than these nobody decides much more often than by votes; that a section does still calls for most sections.
    private const int PowerIsCounted = 200;

    private static readonly Ratio Third = new(1, 3);

    /// <summary>The votes of sections of so many members, in the same order. Fewer than four have no cap: there most sections are needed.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<int> members, Ratio needed)
    {
        if (members.Length < 4)
            return members;
        var largest = Enumerable.Range(0, members.Length).OrderByDescending(i => members[i]);
        var votes = members.ToBuilder();
        foreach (var section in largest.Take(MayCommand))
            votes[section] = Math.Min(members[section], Cap(section, members, needed));
        return votes.ToImmutable();
    }

    /// <summary>Whether one section commands the others, or fewer than three do.</summary>
    public static bool IsCommanded(ImmutableArray<int> votes, Ratio needed)
    {
        var largest = votes.IndexOf(votes.Max());
        return Share(votes, largest).CompareTo(Third) > 0
            || PowerIndex.FewestToWin(votes, Domination.Quota(votes, needed)) < 3
            || votes.Length <= PowerIsCounted && Power(votes, largest, needed) * 3 > 1000;
    }

    public static Ratio Share(ImmutableArray<int> votes, int place) =>
        new(votes[place], (int)Math.Max(1, votes.Sum(v => (long)v)));

    /// <summary>The share of all swings, in tenths of a percent, rounded down.</summary>
    public static int Power(ImmutableArray<int> votes, int place, Ratio needed)
    {
        var counted = PowerIndex.Countable(votes);
        var swings = PowerIndex.Swings(counted, Domination.Quota(counted, needed));
        var all = swings.Aggregate(BigInteger.Zero, (a, b) => a + b);
        return all.IsZero ? 0 : (int)(swings[place] * 1000 / all);
    }

    // Halving, over a range that knows only the others, so that the same others always give the same cap.
    private static int Cap(int section, ImmutableArray<int> members, Ratio needed)
    {
        var (most, tooMany) = (
            1,
            (int)Math.Min(int.MaxValue, members.Sum(m => (long)m) - members[section] + 1)
        );
        while (tooMany - most > 1)
        {
            var tried = most + (tooMany - most) / 2;
            if (
                IsCommanded(
                    [.. members.Select((m, i) => i == section ? tried : Math.Min(m, tried))],
                    needed
                )
            )
                tooMany = tried;
            else
                most = tried;
        }
        return most;
    }
}
