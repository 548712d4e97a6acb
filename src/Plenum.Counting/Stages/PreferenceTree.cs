using Plenum.Counting.Ballots;

namespace Plenum.Counting.Stages;

/// <summary>Papers whose first preferences are the same, so many of them.</summary>
internal readonly record struct Branch(int From, int To, int Depth);

/// <summary>
/// Preferences as a tree: papers that begin alike are one branch, so that what a rule does with a beginning is done once
/// for all of them.
/// </summary>
internal sealed class PreferenceTree
{
    private readonly SortedPapers rows;

    // Which row of the ballot set each row was; null where they are the same.
    private readonly int[]? was;

    private PreferenceTree(SortedPapers rows, int[]? was, int valid) =>
        (this.rows, this.was, Root) = (rows, was, new Branch(valid, rows.Length, 0));

    /// <summary>Every paper with a preference.</summary>
    public Branch Root { get; }

    public static PreferenceTree Of(BallotSet ballots, bool[] stands)
    {
        var set = ballots.Sorted;
        if (set.Plain && Array.TrueForAll(stands, stands => stands))
            return new PreferenceTree(set, null, set.PastEnded(0, set.Length, 0));
        var reader = new Preferences(stands);
        var preferences = new PaperRows(set.Length);
        for (var row = 0; row < set.Length; row++)
            preferences.Add(reader.Of(set.Marks(row)), set.Number(row));
        var (sorted, was) = PaperSort.Apart(preferences, stands.Length, ballots.Threads);
        return new PreferenceTree(sorted, was, sorted.PastEnded(0, sorted.Length, 0));
    }

    /// <summary>Heaps of preferences, each a branch of its own.</summary>
    public static (PreferenceTree Tree, Branch[] Heaps) Of(
        IReadOnlyList<PaperRows> heaps,
        int candidates
    )
    {
        var (all, begins) = SortedPapers.Of([
            .. heaps.Select(heap => PaperSort.Together(heap, candidates, threads: 1)),
        ]);
        Branch[] branches =
        [
            .. heaps.Select((_, heap) => new Branch(begins[heap], begins[heap + 1], 0)),
        ];
        return (new PreferenceTree(all, null, 0), branches);
    }

    /// <summary>All papers in parts of about so many rows; papers that begin alike may lie in two of them.</summary>
    /// <param name="rows">The most rows of a part.</param>
    public IReadOnlyList<Branch> Parts(int rows)
    {
        var all = Root.To - Root.From;
        var parts = Math.Max(1, 1 + ((all - 1) / rows));
        int Begin(int part) => Root.From + (int)((long)all * part / parts);
        return [.. Enumerable.Range(0, parts).Select(p => new Branch(Begin(p), Begin(p + 1), 0))];
    }

    /// <summary>The preferences of a row, candidates by number from 1.</summary>
    public ReadOnlySpan<short> Preferences(int row) => rows.Marks(row);

    public long Papers(Branch branch) => rows.Number(branch.From, branch.To);

    /// <summary>The papers that go on to the next candidate after those that end here, and the branch of them; false when none is left.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="at">The row to go on from; the beginning of the branch at first.</param>
    /// <param name="candidate">Who is preferred next.</param>
    /// <param name="next">Those who prefer them.</param>
    public bool Next(Branch branch, ref int at, out int candidate, out Branch next)
    {
        if (at == branch.From)
            at = rows.PastEnded(at, branch.To, branch.Depth);
        if (at >= branch.To)
        {
            (candidate, next) = (-1, default);
            return false;
        }
        var end = rows.EndOfRun(at, branch.To, branch.Depth);
        candidate = rows.Mark(at, branch.Depth) - 1;
        next = new Branch(at, end, branch.Depth + 1);
        at = end;
        return true;
    }

    /// <summary>Every list of preferences, candidates by index, and how many papers say it; not one of them is empty.</summary>
    public IEnumerable<(int[] Preferences, long Papers)> All()
    {
        for (var row = Root.From; row < Root.To; row++)
        {
            var marks = rows.Marks(row);
            var preferences = new int[marks.Length];
            for (var i = 0; i < marks.Length; i++)
                preferences[i] = marks[i] - 1;
            yield return (preferences, rows.Number(row));
        }
    }

    /// <summary>The rows of a branch in the ballot set, and how many papers each stands for.</summary>
    public IEnumerable<(int Row, long Papers)> Rows(Branch branch)
    {
        for (var row = branch.From; row < branch.To; row++)
            yield return (was is null ? row : was[row], rows.Number(row));
    }
}
