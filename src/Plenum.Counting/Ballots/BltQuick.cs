using System.Collections.Immutable;
using System.Text;

namespace Plenum.Counting.Ballots;

/// <summary>
/// The plain case of a BLT file, read from its bytes by several threads: numbers and blanks only up to the lone 0, every
/// paper on a line of its own with its final 0. Whatever is otherwise, or wrong, is left to <see cref="BltParse" />, which
/// also tells where; so this never has to.
/// </summary>
internal sealed class BltQuick
{
    private const int OneChunk = 1 << 18;

    private readonly BallotLimits limits;
    private readonly int threads;
    private readonly List<Candidate> withdrawn = [];
    private int candidates;
    private int seats;

    private BltQuick(BallotLimits limits, int threads) =>
        (this.limits, this.threads) = (limits, threads);

    /// <summary>What a stretch of lines came to.</summary>
    private sealed record Stretch(PaperRows Rows, long Papers, int End, bool Ended, bool Odd);

    /// <summary>The papers before they are sorted, and everything else; null when the file is not plain.</summary>
    internal sealed record Unsorted(
        string Title,
        ImmutableArray<string> Names,
        int Seats,
        PaperRows Rows,
        ImmutableArray<Candidate> Withdrawn
    );

    public static BallotSet? Read(ReadOnlyMemory<byte> bytes, BallotLimits limits, int threads) =>
        Parse(bytes, limits, threads) is { } read ? Sorted(read, threads) : null;

    internal static BallotSet Sorted(Unsorted read, int threads) =>
        BallotSet.Of(read.Title, read.Names, read.Seats, read.Rows, read.Withdrawn, null, threads);

    internal static Unsorted? Parse(ReadOnlyMemory<byte> bytes, BallotLimits limits, int threads) =>
        new BltQuick(limits, threads).Run(bytes);

    private Unsorted? Run(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var at = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!Head(bytes, ref at) || Papers(file, ref at) is not { } rows)
            return null;
        var text = BltText.Decode(bytes[at..]);
        var names = new BltNames(text, new BltTokens(text), limits);
        if (names.Read(candidates) is not null)
            return null;
        return new Unsorted(names.Title, names.Names, seats, rows, [.. withdrawn]);
    }

    // The two numbers and the withdrawals; afterwards at the beginning of a line.
    private bool Head(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (
            !Number(bytes, ref at, out var c)
            || !Number(bytes, ref at, out var s)
            || c < 1
            || c > limits.Candidates
            || s < 1
            || s > limits.Candidates
        )
            return false;
        (candidates, seats) = ((int)c, (int)s);
        while (true)
        {
            if (!EndOfLine(bytes, ref at))
                return false;
            var line = at;
            Blanks(bytes, ref line);
            if (line >= bytes.Length || bytes[line] != '-')
                return true;
            at = line + 1;
            if (!Number(bytes, ref at, out var gone) || gone < 1 || gone > candidates)
                return false;
            withdrawn.Add(new Candidate((int)gone));
        }
    }

    private PaperRows? Papers(ReadOnlyMemory<byte> file, ref int at)
    {
        var begins = Chunks(file.Span, at);
        var stretches = new Stretch[begins.Count - 1];
        if (stretches.Length == 1)
            stretches[0] = Lines(file.Span, begins[0], begins[1]);
        else
            Parallel.For(
                0,
                stretches.Length,
                new ParallelOptions { MaxDegreeOfParallelism = threads < 1 ? -1 : threads },
                i => stretches[i] = Lines(file.Span, begins[i], begins[i + 1])
            );
        var last = Array.FindIndex(stretches, stretch => stretch.Ended || stretch.Odd);
        if (last < 0 || stretches[last].Odd)
            return null;
        // Beyond this the sums of single rankings have to be watched.
        if (
            stretches.Take(last + 1).Sum(stretch => (decimal)stretch.Papers)
            > BallotSet.MostPapersOfOneRanking
        )
            return null;
        at = stretches[last].End;
        return PaperRows.Of([.. stretches.Take(last + 1).Select(stretch => stretch.Rows)]);
    }

    private static List<int> Chunks(ReadOnlySpan<byte> bytes, int from)
    {
        var begins = new List<int> { from };
        var size = Math.Max(OneChunk, (bytes.Length - from) / 32);
        while (bytes.Length - begins[^1] > 2 * size)
        {
            var line = bytes[(begins[^1] + size)..].IndexOf((byte)'\n');
            if (line < 0)
                break;
            begins.Add(begins[^1] + size + line + 1);
        }
        begins.Add(bytes.Length);
        return begins;
    }

    private Stretch Lines(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var rows = new PaperRows((to - from) / 24 + 16, (to - from) / 4 + 64);
        var marks = new short[limits.MarksOfOneLine];
        var (at, papers) = (from, 0L);
        while (at < to)
        {
            Blanks(bytes, ref at);
            if (at < to && EndOfLine(bytes, ref at))
                continue;
            if (at >= to)
                break;
            if (!Number(bytes, ref at, out var weight) || weight > limits.PapersOfOneLine)
                return Odd();
            if (weight == 0)
                return EndOfLine(bytes, ref at)
                    ? new Stretch(rows, papers, at, true, false)
                    : Odd();
            var length = 0;
            while (true)
            {
                if (!Number(bytes, ref at, out var mark) || mark > candidates)
                    return Odd();
                if (mark == 0)
                    break;
                if (length == marks.Length)
                    return Odd();
                marks[length++] = (short)mark;
            }
            if (!EndOfLine(bytes, ref at))
                return Odd();
            rows.Add(marks.AsSpan(0, length), weight);
            papers += weight;
            if (papers > BallotSet.MostPapersOfOneRanking)
                return Odd();
        }
        return new Stretch(rows, papers, at, false, false);

        Stretch Odd() => new(rows, papers, at, false, true);
    }

    private static void Blanks(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
            at++;
    }

    // Past the end of the line, when nothing but blanks lies before it.
    private static bool EndOfLine(ReadOnlySpan<byte> bytes, ref int at)
    {
        var line = at;
        Blanks(bytes, ref line);
        if (line < bytes.Length && bytes[line] == '\r')
            line++;
        if (line >= bytes.Length || bytes[line] != '\n')
            return false;
        at = line + 1;
        return true;
    }

    // Digits, after blanks, with a blank or an end of line behind them; no more than a long can hold for certain.
    private static bool Number(ReadOnlySpan<byte> bytes, ref int at, out long number)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
            at++;
        number = 0;
        var from = at;
        for (; at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            if (at - from == 18)
                return false;
            number = (number * 10) + (bytes[at] - '0');
        }
        return at > from
            && at < bytes.Length
            && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
    }
}
