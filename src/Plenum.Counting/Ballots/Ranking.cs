using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.Counting.Ballots;

/// <summary>
/// What one paper says, as it was marked: ranks from the most preferred on, each naming one candidate, several
/// (equal ranks) or none (a skipped rank). Faithful to the paper: repeats and equal ranks are kept, and each
/// counting rule says what they mean to it.
/// </summary>
public sealed class Ranking : IEquatable<Ranking>, IComparable<Ranking>
{
    // One number a mark: n = candidate n at a new rank, -n = candidate n sharing the rank before, 0 = a skipped rank.
    private readonly int[] marks;
    private readonly int hash;

    private Ranking(int[] marks)
    {
        this.marks = marks;
        var h = new HashCode();
        foreach (var mark in marks)
            h.Add(mark);
        hash = h.ToHashCode();
    }

    /// <summary>A paper on which nothing is marked.</summary>
    public static Ranking Blank { get; } = new([]);

    /// <summary>A plain ranking without equal or skipped ranks.</summary>
    /// <param name="candidates">Candidate numbers, most preferred first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1.</exception>
    public static Ranking Of(params ReadOnlySpan<int> candidates)
    {
        foreach (var candidate in candidates)
            ArgumentOutOfRangeException.ThrowIfLessThan(candidate, 1, nameof(candidates));
        return new Ranking(candidates.ToArray());
    }

    /// <summary>A ranking given rank by rank; an empty rank is a skipped one.</summary>
    /// <param name="ranks">The ranks, most preferred first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1.</exception>
    public static Ranking OfRanks(IEnumerable<ImmutableArray<Candidate>> ranks)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        var all = new List<int>();
        foreach (var rank in ranks)
        {
            if (rank.IsDefaultOrEmpty)
                all.Add(0);
            var sharing = false;
            foreach (var candidate in Lists.Made(rank).Order())
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(candidate.Number, 1, nameof(ranks));
                all.Add(sharing ? -candidate.Number : candidate.Number);
                sharing = true;
            }
        }
        return OfMarks(all);
    }

    internal static Ranking OfMarks(List<int> all)
    {
        // A rank skipped after the last mark says nothing.
        var length = all.Count;
        while (length > 0 && all[length - 1] == 0)
            length--;
        return new Ranking([.. all.Take(length)]);
    }

    internal static Ranking OfMarks(ReadOnlySpan<short> all)
    {
        if (all.IsEmpty)
            return Blank;
        var copy = new int[all.Length];
        for (var i = 0; i < copy.Length; i++)
            copy[i] = all[i];
        return new Ranking(copy);
    }

    internal ReadOnlySpan<int> Marks => marks;

    /// <summary>The same with those who share a rank by number, so that 2=1 and 1=2 are one paper.</summary>
    internal Ranking ByNumber()
    {
        if (!marks.Any(mark => mark < 0))
            return this;
        var all = marks.ToList();
        for (var (from, to) = (0, 1); from < all.Count; from = to++)
        {
            while (to < all.Count && all[to] < 0)
                to++;
            if (to - from == 1)
                continue;
            all[from] = -all[from];
            all.Sort(from, to - from, null);
            all.Reverse(from, to - from);
            all[from] = -all[from];
        }
        return OfMarks(all);
    }

    /// <summary>Whether nothing is marked.</summary>
    public bool IsBlank => marks.Length == 0;

    /// <summary>The ranks, most preferred first.</summary>
    public ImmutableArray<ImmutableArray<Candidate>> Ranks
    {
        get
        {
            var ranks = new List<List<Candidate>>();
            foreach (var mark in marks)
            {
                if (mark >= 0)
                    ranks.Add([]);
                if (mark != 0)
                    ranks[^1].Add(new Candidate(Math.Abs(mark)));
            }
            return [.. ranks.Select(rank => rank.ToImmutableArray())];
        }
    }

    /// <summary>The highest candidate number that is marked; 0 on a blank paper.</summary>
    public int HighestNumber => marks.Length == 0 ? 0 : marks.Max(Math.Abs);

    /// <inheritdoc />
    public bool Equals(Ranking? other) =>
        other is not null && hash == other.hash && marks.AsSpan().SequenceEqual(other.marks);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Ranking);

    /// <inheritdoc />
    public override int GetHashCode() => hash;

    /// <summary>Canonical order: by candidate numbers, a shorter paper before its continuations.</summary>
    public int CompareTo(Ranking? other) =>
        other is null ? 1 : marks.AsSpan().SequenceCompareTo(other.marks);

    /// <summary>Whether both papers say the same.</summary>
    public static bool operator ==(Ranking? left, Ranking? right) => Equals(left, right);

    /// <summary>Whether the papers differ.</summary>
    public static bool operator !=(Ranking? left, Ranking? right) => !Equals(left, right);

    /// <summary>Canonical order.</summary>
    public static bool operator <(Ranking left, Ranking right) =>
        Comparer<Ranking>.Default.Compare(left, right) < 0;

    /// <summary>Canonical order.</summary>
    public static bool operator >(Ranking left, Ranking right) =>
        Comparer<Ranking>.Default.Compare(left, right) > 0;

    /// <summary>Canonical order.</summary>
    public static bool operator <=(Ranking left, Ranking right) =>
        Comparer<Ranking>.Default.Compare(left, right) <= 0;

    /// <summary>Canonical order.</summary>
    public static bool operator >=(Ranking left, Ranking right) =>
        Comparer<Ranking>.Default.Compare(left, right) >= 0;

    /// <summary>The marks as a BLT line carries them: <c>3 1=2 - 4</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var mark in marks)
        {
            if (mark >= 0 && text.Length > 0)
                text.Append(' ');
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(mark < 0 ? "=" : "")}{(mark == 0 ? "-" : Math.Abs(mark).ToString(CultureInfo.InvariantCulture))}"
            );
        }
        return text.ToString();
    }
}
