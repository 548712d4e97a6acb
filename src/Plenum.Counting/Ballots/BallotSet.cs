using System.Collections.Immutable;
using Plenum.Counting.Constraints;

namespace Plenum.Counting.Ballots;

/// <summary>A number of papers that all say the same.</summary>
/// <param name="Ranking">What they say.</param>
/// <param name="Number">How many of them there are; at least one in a ballot set.</param>
public readonly record struct Papers(Ranking Ranking, long Number);

/// <summary>
/// Everything a count starts from: title, names in file order, seats, the papers (identical ones together, in
/// canonical order, so that two sets with the same papers are counted and written alike), and who withdrew.
/// </summary>
/// <remarks>
/// Nothing in a set ever changes: any number of threads may read and count the same one. Two sets are equal when every
/// count of them is; how many threads they are counted on is no part of that.
/// </remarks>
public sealed class BallotSet : IEquatable<BallotSet>
{
    /// <summary>The most papers one line of a file or one entry given to <c>Of</c> may stand for: 2^53. A set holds at most 2^62.</summary>
    public const long MostPapersOfOneRanking = 1L << 53;

    /// <summary>The most candidates a set may have.</summary>
    public const int MostCandidates = short.MaxValue;

    internal const long MostPapers = 1L << 62;

    private readonly Lazy<ImmutableArray<Papers>> papers;
    private BallotSet? graded;

    private BallotSet(
        string title,
        ImmutableArray<string> names,
        int seats,
        SortedPapers sorted,
        ImmutableArray<Candidate> withdrawn,
        ImmutableArray<Candidate> tieOrder
    )
    {
        (Title, Names, Seats, Sorted, Withdrawn, TieOrder) = (
            title,
            names,
            seats,
            sorted,
            withdrawn,
            tieOrder
        );
        // A set is mostly counted without anybody looking at its papers one by one.
        papers = new Lazy<ImmutableArray<Papers>>(() =>
            [
                .. Enumerable
                    .Range(0, sorted.Length)
                    .Select(row => new Papers(
                        Ranking.OfMarks(sorted.Marks(row)),
                        sorted.Number(row)
                    )),
            ]
        );
    }

    /// <summary>What the election is called; may be empty.</summary>
    public string Title { get; }

    /// <summary>Names in file order; candidate 1 is the first.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Seats to fill.</summary>
    public int Seats { get; }

    /// <summary>Papers, identical ones together, in canonical order, none with number zero.</summary>
    public ImmutableArray<Papers> Papers => papers.Value;

    internal SortedPapers Sorted { get; }

    /// <summary>How many threads at most count the papers; 0 for as many as there are cores.</summary>
    internal int Threads { get; private set; }

    /// <summary>Candidates who withdrew: every rule reads the papers as if they were not there.</summary>
    public ImmutableArray<Candidate> Withdrawn { get; }

    /// <summary>An order for breaking ties that the file itself gives (<c>[tie ...]</c>); mostly empty.</summary>
    public ImmutableArray<Candidate> TieOrder { get; }

    /// <summary>
    /// How many grades papers give, the first rank being the best and a skipped rank a grade nobody has; 0 where ranks are
    /// only an order.
    /// </summary>
    public int Grades { get; private init; }

    /// <summary>The same papers read as grades, where they carry grades; else null.</summary>
    public BallotSet? Graded => Grades > 0 ? this : graded?.WithSeats(Seats).WithLimits(Limits);

    /// <summary>Places for groups of candidates, or null.</summary>
    public PlaceLimits? Limits { get; private set; }

    /// <summary>Whether a paper approves its first rank alone, and not everybody it names.</summary>
    public bool ApprovesFirstRank { get; private init; }

    /// <summary>How many papers there are, blank ones included.</summary>
    public long Number => Sorted.Total;

    /// <summary>The same papers for another number of seats.</summary>
    /// <param name="seats">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one seat.</exception>
    public BallotSet WithSeats(int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        return Like(seats);
    }

    /// <summary>The same papers with places for groups.</summary>
    /// <param name="limits">They, or null for none.</param>
    /// <exception cref="ArgumentException">
    /// A group names somebody who does not stand here, or there are more than <see cref="PlaceLimits.MostKinds" /> kinds of
    /// candidates.
    /// </exception>
    public BallotSet WithLimits(PlaceLimits? limits)
    {
        if (
            limits is not null
            && limits
                .Groups.SelectMany(group => group.Members)
                .Any(member => member.Number < 1 || member.Number > Names.Length)
        )
            throw new ArgumentException("There is no candidate of that number.", nameof(limits));
        if (limits?.Kinds(Names.Length) > PlaceLimits.MostKinds)
            throw new ArgumentException("Too many kinds of candidates.", nameof(limits));
        var same = Like(Seats);
        same.Limits = limits;
        return same;
    }

    /// <summary>The same papers, read as grades.</summary>
    /// <param name="grades">How many there are, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one grade.</exception>
    public BallotSet Grading(int grades)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grades, 1);
        return new BallotSet(Title, Names, Seats, Sorted, Withdrawn, TieOrder)
        {
            Grades = grades,
            Threads = Threads,
        };
    }

    /// <summary>The same papers, counted by so many threads at most; no digit depends on how many there are.</summary>
    /// <param name="most">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one thread.</exception>
    public BallotSet OnThreads(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var same = Like(Seats);
        same.Threads = most;
        same.graded = graded?.OnThreads(most);
        return same;
    }

    internal BallotSet WithGraded(BallotSet grades)
    {
        var same = Like(Seats);
        same.graded = grades;
        return same;
    }

    /// <summary>The same papers, each approving its first rank alone.</summary>
    public BallotSet ApprovingFirstRank() =>
        new(Title, Names, Seats, Sorted, Withdrawn, TieOrder)
        {
            Grades = Grades,
            ApprovesFirstRank = true,
            Threads = Threads,
        };

    private BallotSet Like(int seats) =>
        new(Title, Names, seats, Sorted, Withdrawn, TieOrder)
        {
            Grades = Grades,
            ApprovesFirstRank = ApprovesFirstRank,
            Threads = Threads,
            Limits = Limits,
            graded = graded,
        };

    /// <summary>Builds a set; papers of number zero vanish, identical rankings are put together.</summary>
    /// <param name="title">What the election is called.</param>
    /// <param name="names">Names, candidate 1 first; at least one.</param>
    /// <param name="seats">Seats to fill, at least 1.</param>
    /// <param name="papers">The papers in any order.</param>
    /// <param name="withdrawn">Who withdrew; nobody when absent.</param>
    /// <param name="tieOrder">An order for breaking ties; none when absent.</param>
    /// <exception cref="ArgumentNullException">Title, names or papers are null.</exception>
    /// <exception cref="ArgumentException">
    /// A name or a ranking is null (as in the default value of <see cref="Ballots.Papers" />), a number is out of range, or
    /// the papers are more than 2^62.
    /// </exception>
    public static BallotSet Of(
        string title,
        IEnumerable<string> names,
        int seats,
        IEnumerable<Papers> papers,
        IEnumerable<Candidate>? withdrawn = null,
        IEnumerable<Candidate>? tieOrder = null
    )
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(papers);
        ImmutableArray<string> allNames = [.. names];
        if (allNames.Any(name => name is null))
            throw new ArgumentException("A name is missing.", nameof(names));
        var rows = new PaperRows();
        var total = 0L;
        foreach (var (ranking, number) in papers)
        {
            if (ranking is null)
                throw new ArgumentException("Papers without a ranking.", nameof(papers));
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(papers));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(
                number,
                MostPapersOfOneRanking,
                nameof(papers)
            );
            ArgumentOutOfRangeException.ThrowIfGreaterThan(
                ranking.HighestNumber,
                Math.Min(allNames.Length, MostCandidates),
                nameof(papers)
            );
            ArgumentOutOfRangeException.ThrowIfGreaterThan(
                number,
                MostPapers - total,
                nameof(papers)
            );
            if (number == 0)
                continue;
            total += number;
            rows.Add(ranking.Marks, number);
        }
        return Of(title, allNames, seats, rows, withdrawn, tieOrder);
    }

    internal static BallotSet Of(
        string title,
        ImmutableArray<string> names,
        int seats,
        PaperRows rows,
        IEnumerable<Candidate>? withdrawn,
        IEnumerable<Candidate>? tieOrder,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        ArgumentOutOfRangeException.ThrowIfZero(names.Length, nameof(names));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, MostCandidates, nameof(names));
        ImmutableArray<Candidate> gone = [.. (withdrawn ?? []).Distinct().Order()];
        ImmutableArray<Candidate> order = [.. tieOrder ?? []];
        foreach (var (some, what) in new[] { (gone, nameof(withdrawn)), (order, nameof(tieOrder)) })
        {
            if (some.Any(c => c.Number < 1 || c.Number > names.Length))
                throw new ArgumentOutOfRangeException(
                    what,
                    "There is no candidate of that number."
                );
        }
        var sorted = PaperSort.Together(rows, names.Length, threads);
        return new BallotSet(title, names, seats, sorted, gone, order) { Threads = threads };
    }

    /// <summary>Whether both say the same: names, seats, limits, who withdrew, how papers are read, and every paper.</summary>
    /// <param name="other">The other set.</param>
    public bool Equals(BallotSet? other) =>
        other is not null
        && (
            ReferenceEquals(this, other)
            || (
                (Title, Seats, Grades, ApprovesFirstRank, Number)
                    == (
                        other.Title,
                        other.Seats,
                        other.Grades,
                        other.ApprovesFirstRank,
                        other.Number
                    )
                && Lists.Same(Names, other.Names)
                && Lists.Same(Withdrawn, other.Withdrawn)
                && Lists.Same(TieOrder, other.TieOrder)
                && Limits == other.Limits
                && Sorted.Same(other.Sorted)
                && Equals(graded, other.graded)
            )
        );

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as BallotSet);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Title, Seats, Number, Sorted.Length, Lists.Hash(Names));
}
