namespace Plenum.Counting.Ballots;

/// <summary>
/// Papers in canonical order, their marks one after the other in one array. Papers that begin alike lie together, so
/// this is also the tree of their beginnings, without a node being held in memory.
/// </summary>
internal sealed class SortedPapers
{
    private readonly short[] marks;
    private readonly int[] starts;
    private readonly long[] upTo;

    /// <summary>A table that is in order already.</summary>
    /// <param name="marks">All marks.</param>
    /// <param name="starts">Where the marks of each paper start, and the end of the last.</param>
    /// <param name="upTo">How many papers lie before each row, and before the end.</param>
    /// <param name="plain">Whether every paper names candidates once each, at ranks of their own, skipping none.</param>
    public SortedPapers(short[] marks, int[] starts, long[] upTo, bool plain) =>
        (this.marks, this.starts, this.upTo, Plain) = (marks, starts, upTo, plain);

    public int Length => starts.Length - 1;

    public bool Plain { get; }

    public long Total => upTo[^1];

    public ReadOnlySpan<short> Marks(int row) =>
        marks.AsSpan(starts[row], starts[row + 1] - starts[row]);

    public int MarksOf(int row) => starts[row + 1] - starts[row];

    public long Number(int row) => upTo[row + 1] - upTo[row];

    public long Number(int from, int to) => upTo[to] - upTo[from];

    /// <summary>Whether both hold the same papers as often.</summary>
    public bool Same(SortedPapers other)
    {
        if (Length != other.Length)
            return false;
        for (var row = 0; row < Length; row++)
        {
            if (Number(row) != other.Number(row) || !Marks(row).SequenceEqual(other.Marks(row)))
                return false;
        }
        return true;
    }

    /// <summary>The highest candidate number marked; 0 when nobody is.</summary>
    public int Highest()
    {
        var highest = 0;
        foreach (var mark in marks.AsSpan(0, starts[^1]))
            highest = Math.Max(highest, Math.Abs((int)mark));
        return highest;
    }

    /// <summary>The first row from <paramref name="at" /> on that marks something after so many marks.</summary>
    public int PastEnded(int at, int to, int depth)
    {
        while (at < to && starts[at + 1] - starts[at] == depth)
            at++;
        return at;
    }

    public short Mark(int row, int depth) => marks[starts[row] + depth];

    /// <summary>The end of the rows that go on as the first does; all of them begin alike and go on.</summary>
    public int EndOfRun(int from, int to, int depth)
    {
        var mark = Mark(from, depth);
        var (last, step) = (from, 1);
        while (last + step < to && Mark(last + step, depth) == mark)
        {
            last += step;
            step *= 2;
        }
        var end = Math.Min(last + step, to);
        while (end - last > 1)
        {
            var middle = last + ((end - last) / 2);
            if (Mark(middle, depth) == mark)
                last = middle;
            else
                end = middle;
        }
        return end;
    }

    /// <summary>Tables one after the other, and where each begins.</summary>
    public static (SortedPapers All, int[] Begins) Of(IReadOnlyList<SortedPapers> tables)
    {
        var begins = new int[tables.Count + 1];
        var (all, at) = (new short[tables.Sum(table => table.starts[^1])], 0);
        for (var t = 0; t < tables.Count; t++)
            begins[t + 1] = begins[t] + tables[t].Length;
        var allStarts = new int[begins[^1] + 1];
        var allUpTo = new long[begins[^1] + 1];
        for (var t = 0; t < tables.Count; t++)
        {
            var table = tables[t];
            table.marks.AsSpan(0, table.starts[^1]).CopyTo(all.AsSpan(at));
            for (var row = 0; row < table.Length; row++)
            {
                allStarts[begins[t] + row] = at + table.starts[row];
                allUpTo[begins[t] + row + 1] = allUpTo[begins[t] + row] + table.Number(row);
            }
            at += table.starts[^1];
        }
        allStarts[^1] = at;
        return (
            new SortedPapers(all, allStarts, allUpTo, tables.All(table => table.Plain)),
            begins
        );
    }
}
