using Plenum.Counting.Ballots;

namespace Plenum.Counting.Stages;

/// <summary>
/// What a paper means to a count by transfers: the candidates standing, in order of preference.
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
    private readonly int[] namedOn = new int[standing.Length];
    private readonly short[] order = new short[standing.Length];
    private int papers;

    /// <summary>Candidate numbers; only until the next paper is read.</summary>
    public ReadOnlySpan<short> Of(scoped ReadOnlySpan<int> marks)
    {
        Span<short> all =
            marks.Length <= 256 ? stackalloc short[marks.Length] : new short[marks.Length];
        for (var i = 0; i < marks.Length; i++)
            all[i] = (short)marks[i];
        return Of(all);
    }

    /// <summary>Candidate numbers; only until the next paper is read.</summary>
    public ReadOnlySpan<short> Of(scoped ReadOnlySpan<short> marks)
    {
        papers++;
        var (length, sharers) = (0, 0);
        foreach (var mark in marks)
        {
            var newRank = mark >= 0;
            if (newRank && sharers > 1)
                break;
            sharers = newRank ? 0 : sharers;
            var candidate = Math.Abs((int)mark) - 1;
            if (candidate < 0 || !standing[candidate] || namedOn[candidate] == papers)
                continue;
            namedOn[candidate] = papers;
            order[length++] = (short)(candidate + 1);
            sharers++;
        }
        return order.AsSpan(0, sharers > 1 ? length - sharers : length);
    }
}
