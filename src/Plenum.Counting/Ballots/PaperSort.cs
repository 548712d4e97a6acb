using System.Numerics;

namespace Plenum.Counting.Ballots;

/// <summary>
/// Puts papers in canonical order and identical ones together. The first marks of a paper make a key of 64 bits; rows
/// are thrown into buckets by the head of the key, and the buckets are sorted each for itself, by as many threads as
/// there may be. Only papers that say more than a key holds are ever compared mark by mark.
/// </summary>
internal sealed class PaperSort
{
    private const int HeadBits = 11;
    private const int OneBucket = 4_096;

    private readonly PaperRows rows;
    private readonly bool together;
    private readonly ParallelOptions threads;
    private readonly int bits;
    private readonly int inKey;
    private readonly int lift;
    private readonly ulong[] keys;
    private readonly int[]? items;
    private readonly long[] numbers;
    private readonly bool plain;
    private readonly int[] begins;
    private readonly int[] kept;
    private readonly long[] keptMarks;

    private PaperSort(PaperRows rows, int highest, bool together, int threads)
    {
        (this.rows, this.together) = (rows, together);
        this.threads = new ParallelOptions { MaxDegreeOfParallelism = threads < 1 ? -1 : threads };
        var (unranked, repeated, longest) = Survey(highest);
        plain = !unranked && !repeated;
        // Marks that share or skip a rank are lifted above nought, so that nought can stand for the end of a paper.
        lift = unranked ? highest + 1 : 0;
        bits = Math.Max(1, BitOperations.Log2((uint)(highest + lift)) + 1);
        inKey = 64 / bits;
        numbers = new long[rows.Length];
        var needed = !together || !rows.Singles || longest > inKey;
        (keys, items, begins) = Buckets(needed);
        (kept, keptMarks) = (new int[begins.Length], new long[begins.Length]);
    }

    /// <summary>Sorts, with identical papers together.</summary>
    /// <param name="rows">The papers.</param>
    /// <param name="highest">The highest candidate number there can be.</param>
    /// <param name="threads">At most so many; 0 for as many as there are cores.</param>
    public static SortedPapers Together(PaperRows rows, int highest, int threads) =>
        new PaperSort(rows, highest, together: true, threads).Run().Sorted;

    /// <summary>Sorts, each row kept apart; and which row each was.</summary>
    /// <param name="rows">The papers.</param>
    /// <param name="highest">The highest candidate number there can be.</param>
    /// <param name="threads">At most so many; 0 for as many as there are cores.</param>
    public static (SortedPapers Sorted, int[] Was) Apart(PaperRows rows, int highest, int threads)
    {
        var (sorted, was) = new PaperSort(rows, highest, together: false, threads).Run();
        return (sorted, was!);
    }

    private (SortedPapers Sorted, int[]? Was) Run()
    {
        Each(begins.Length - 1, SortBucket);
        var (row, mark) = (0, 0L);
        for (var b = 0; b < begins.Length; b++)
        {
            (kept[b], row) = (row, row + kept[b]);
            (keptMarks[b], mark) = (mark, mark + keptMarks[b]);
        }
        var all = new short[mark];
        var starts = new int[row + 1];
        var upTo = new long[row + 1];
        Each(begins.Length - 1, bucket => WriteBucket(bucket, all, starts, upTo));
        starts[row] = (int)mark;
        for (var i = 1; i <= row; i++)
            upTo[i] += upTo[i - 1];
        return (new SortedPapers(all, starts, upTo, plain), together ? null : items);
    }

    private void Each(int count, Action<int> act)
    {
        if (count == 1)
            act(0);
        else
            Parallel.For(0, count, threads, act);
    }

    private (bool Unranked, bool Repeated, int Longest) Survey(int highest)
    {
        var found = new (bool Unranked, bool Repeated, int Longest)[Parts];
        Each(
            Parts,
            part =>
            {
                var seen = new int[highest + 1];
                var (unranked, repeated, longest) = (false, false, 0);
                for (var (row, to) = Part(part); row < to; row++)
                {
                    var marks = rows.Marks(row);
                    longest = Math.Max(longest, marks.Length);
                    foreach (var mark in marks)
                    {
                        unranked |= mark <= 0;
                        ref var last = ref seen[Math.Abs((int)mark)];
                        repeated |= last == row + 1;
                        last = row + 1;
                    }
                }
                found[part] = (unranked, repeated, longest);
            }
        );
        return (found.Any(f => f.Unranked), found.Any(f => f.Repeated), found.Max(f => f.Longest));
    }

    private int Parts => rows.Length <= OneBucket ? 1 : 16;

    private (int From, int To) Part(int part) =>
        ((int)((long)rows.Length * part / Parts), (int)((long)rows.Length * (part + 1) / Parts));

    private ulong Key(int row)
    {
        var (key, shift) = (0UL, 64);
        var marks = rows.Marks(row);
        for (var i = 0; i < marks.Length && i < inKey; i++)
        {
            shift -= bits;
            key |= (ulong)(marks[i] + lift) << shift;
        }
        return key;
    }

    // Rows in buckets by the head of their keys: counted, then thrown.
    private (ulong[] Keys, int[]? Items, int[] Begins) Buckets(bool withItems)
    {
        var sorted = new ulong[rows.Length];
        var which = withItems ? new int[rows.Length] : null;
        if (Parts == 1)
        {
            for (var row = 0; row < sorted.Length; row++)
                sorted[row] = Key(row);
            for (var row = 0; row < which?.Length; row++)
                which[row] = row;
            return (sorted, which, [0, rows.Length]);
        }
        var unsorted = new ulong[rows.Length];
        var places = new int[Parts][];
        Each(
            Parts,
            part =>
            {
                var count = new int[1 << HeadBits];
                for (var (row, to) = Part(part); row < to; row++)
                {
                    unsorted[row] = Key(row);
                    count[unsorted[row] >> (64 - HeadBits)]++;
                }
                places[part] = count;
            }
        );
        var first = new int[(1 << HeadBits) + 1];
        var at = 0;
        for (var head = 0; head < 1 << HeadBits; head++)
        {
            first[head] = at;
            for (var part = 0; part < Parts; part++)
                (places[part][head], at) = (at, at + places[part][head]);
        }
        first[^1] = at;
        Each(
            Parts,
            part =>
            {
                var place = places[part];
                for (var (row, to) = Part(part); row < to; row++)
                {
                    var to_ = place[unsorted[row] >> (64 - HeadBits)]++;
                    sorted[to_] = unsorted[row];
                    if (which is not null)
                        which[to_] = row;
                }
            }
        );
        return (sorted, which, first);
    }

    private void SortBucket(int bucket)
    {
        var (from, to) = (begins[bucket], begins[bucket + 1]);
        RadixSort.Sort(
            keys.AsSpan(from, to - from),
            items is null ? default : items.AsSpan(from, to - from)
        );
        var (next, marks) = (from, 0L);
        for (var i = from; i < to; )
        {
            var end = i + 1;
            while (end < to && keys[end] == keys[i])
                end++;
            if (items is not null && end - i > 1)
                SortAlike(i, end);
            for (; i < end; i++)
            {
                var number = items is null ? 1 : rows.Number(items[i]);
                if (
                    together
                    && next > from
                    && keys[next - 1] == keys[i]
                    && SaysTheSame(next - 1, i)
                )
                {
                    numbers[next - 1] += number;
                    continue;
                }
                keys[next] = keys[i];
                if (items is not null)
                    items[next] = items[i];
                numbers[next] = number;
                marks += MarksAt(next);
                next++;
            }
        }
        (kept[bucket], keptMarks[bucket]) = (next - from, marks);
    }

    private int MarksAt(int place) =>
        items is not null ? rows.Marks(items[place]).Length
        : keys[place] == 0 ? 0
        : ((63 - BitOperations.TrailingZeroCount(keys[place])) / bits) + 1;

    private bool SaysTheSame(int one, int other) =>
        items is null
        || rows.Marks(items[one]).Length < inKey
        || rows.Marks(items[one]).SequenceEqual(rows.Marks(items[other]));

    // Papers with one key that go on after it.
    private void SortAlike(int from, int to)
    {
        if (!together || rows.Marks(items![from]).Length >= inKey)
            items
                .AsSpan(from, to - from)
                .Sort(
                    (one, other) =>
                        rows.Marks(one).SequenceCompareTo(rows.Marks(other)) is var order and not 0
                            ? order
                            : one.CompareTo(other)
                );
    }

    private void WriteBucket(int bucket, short[] all, int[] starts, long[] upTo)
    {
        var (row, mark) = (kept[bucket], (int)keptMarks[bucket]);
        var from = begins[bucket];
        for (var place = from; row < kept[bucket + 1]; place++, row++)
        {
            starts[row] = mark;
            upTo[row + 1] = numbers[place];
            var length = MarksAt(place);
            if (length > inKey)
            {
                rows.Marks(items![place]).CopyTo(all.AsSpan(mark));
                mark += length;
                continue;
            }
            var mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
            for (var (i, shift) = (0, 64 - bits); i < length; i++, shift -= bits)
                all[mark++] = (short)((int)((keys[place] >> shift) & mask) - lift);
        }
    }
}
