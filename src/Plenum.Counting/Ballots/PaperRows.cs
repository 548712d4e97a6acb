using System.Runtime.InteropServices;

namespace Plenum.Counting.Ballots;

/// <summary>Papers as they are read, in any order, held without an object a paper.</summary>
internal sealed class PaperRows
{
    private short[] marks;
    private int[] ends;
    private long[]? numbers;
    private int used;

    public PaperRows(int rows = 16, int allMarks = 64) =>
        (marks, ends) = (new short[allMarks], new int[rows]);

    public int Length { get; private set; }

    public int AllMarks => used;

    public ReadOnlySpan<short> Marks(int row)
    {
        var start = row == 0 ? 0 : ends[row - 1];
        return marks.AsSpan(start, ends[row] - start);
    }

    public long Number(int row) => numbers is null ? 1 : numbers[row];

    /// <summary>Whether every row stands for one paper.</summary>
    public bool Singles => numbers is null;

    public void Add(ReadOnlySpan<short> row, long number)
    {
        if (used + row.Length > marks.Length)
            Array.Resize(ref marks, Larger(marks.Length, used + row.Length));
        if (Length == ends.Length)
        {
            Array.Resize(ref ends, Larger(ends.Length, Length + 1));
            if (numbers is not null)
                Array.Resize(ref numbers, ends.Length);
        }
        row.CopyTo(marks.AsSpan(used));
        used += row.Length;
        ends[Length] = used;
        if (number != 1 && numbers is null)
        {
            numbers = new long[ends.Length];
            Array.Fill(numbers, 1, 0, Length);
        }
        if (numbers is not null)
            numbers[Length] = number;
        Length++;
    }

    public void Add(ReadOnlySpan<int> row, long number)
    {
        Span<short> all = row.Length <= 256 ? stackalloc short[row.Length] : new short[row.Length];
        for (var i = 0; i < row.Length; i++)
            all[i] = (short)row[i];
        Add(all, number);
    }

    /// <summary>Adds what a paper says; ranks skipped after the last mark say nothing.</summary>
    public void Add(List<int> row, long number)
    {
        var length = row.Count;
        while (length > 0 && row[length - 1] == 0)
            length--;
        Add(CollectionsMarshal.AsSpan(row)[..length], number);
    }

    /// <summary>The highest candidate number marked.</summary>
    public int Highest()
    {
        var highest = 0;
        foreach (var mark in marks.AsSpan(0, used))
            highest = Math.Max(highest, Math.Abs((int)mark));
        return highest;
    }

    /// <summary>Several heaps as one, in their order.</summary>
    public static PaperRows Of(IReadOnlyList<PaperRows> heaps)
    {
        if (heaps.Count == 1)
            return heaps[0];
        var all = new PaperRows(heaps.Sum(heap => heap.Length), heaps.Sum(heap => heap.used));
        if (heaps.Any(heap => heap.numbers is not null))
            all.numbers = new long[all.ends.Length];
        foreach (var heap in heaps)
        {
            heap.marks.AsSpan(0, heap.used).CopyTo(all.marks.AsSpan(all.used));
            for (var row = 0; row < heap.Length; row++)
                all.ends[all.Length + row] = all.used + heap.ends[row];
            if (all.numbers is not null && heap.numbers is null)
                Array.Fill(all.numbers, 1, all.Length, heap.Length);
            else
                heap.numbers?.AsSpan(0, heap.Length).CopyTo(all.numbers.AsSpan(all.Length));
            all.used += heap.used;
            all.Length += heap.Length;
        }
        return all;
    }

    // A list that doubles its room ends by twice what it needs; a half more is enough.
    private static int Larger(int length, int needed) =>
        (int)Math.Min(Array.MaxLength, Math.Max((length * 3L / 2) + 16, needed));
}
