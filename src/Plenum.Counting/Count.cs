using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>What a rule reads on papers.</summary>
public enum PapersSay
{
    /// <summary>An order of candidates.</summary>
    Rankings,

    /// <summary>Who is approved.</summary>
    Approvals,

    /// <summary>A grade for each candidate.</summary>
    Grades,
}

/// <summary>A rule that papers can be counted by: the one door to all of them, which refuses what a rule cannot count.</summary>
/// <remarks>
/// There are only those of <see cref="All" />, equal by their id. A rule remembers nothing: any number of threads may count by
/// the same one.
/// </remarks>
public sealed class CountingRule : IEquatable<CountingRule>
{
    private readonly Func<BallotSet, Lots, CountStory> count;

    internal CountingRule(
        string id,
        string name,
        string source,
        PapersSay reads,
        bool oneSeatOnly,
        Func<BallotSet, Lots, CountStory> count,
        params (string Name, string Value)[] parameters
    )
    {
        (Id, Name, Source, Reads, OneSeatOnly) = (id, name, source, reads, oneSeatOnly);
        this.count = count;
        Parameters = [.. parameters];
    }

    /// <summary>The name statutes and command lines use.</summary>
    public string Id { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where it is laid down.</summary>
    public string Source { get; }

    /// <summary>What it reads on papers.</summary>
    public PapersSay Reads { get; }

    /// <summary>Whether it fills one seat and no more.</summary>
    public bool OneSeatOnly { get; }

    /// <summary>What is fixed in it: quota, arithmetic, order of surpluses.</summary>
    public ImmutableArray<(string Name, string Value)> Parameters { get; }

    /// <summary>Every rule there is.</summary>
    public static ImmutableArray<CountingRule> All => CountingRules.All;

    /// <summary>The rule of that id, or null.</summary>
    /// <param name="id">For instance <c>scottish-stv</c>.</param>
    public static CountingRule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    /// <summary>Counts; the same papers, rule and lots give an equal story, to the last digit, on any number of threads.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    /// <returns>What the count tells, or <see cref="CountStory.Refused" />; it never throws for what papers say.</returns>
    public CountStory Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(lots);
        if (OneSeatOnly && ballots.Seats != 1)
            return new CountStory.Refused(
                "count.seats",
                Text(ballots.Seats),
                $"one seat, as {Id} fills no more"
            );
        if (ballots.Limits is { } limits)
        {
            if (!KeepsLimits)
                return new CountStory.Refused(
                    "count.constraints",
                    Id,
                    string.Join(" or ", All.Where(rule => rule.KeepsLimits))
                );
            var standing = Enumerable
                .Range(1, ballots.Names.Length)
                .Select(number => new Candidate(number))
                .Except(ballots.Withdrawn)
                .ToList();
            if (limits.Contradiction(standing, ballots.Seats) is { } contradiction)
                return new CountStory.Refused(
                    "count.contradiction",
                    contradiction,
                    "limits that can all be held"
                );
        }
        if (Reads == PapersSay.Rankings)
            return count(ballots, lots);
        if (Reads == PapersSay.Approvals && ballots.Names.Length > MostApproved)
            return new CountStory.Refused(
                "count.candidates",
                Text(ballots.Names.Length) + " candidates",
                $"at most {Text(MostApproved)}"
            );
        if (ballots.Graded is { } graded)
            return count(graded, lots);
        return Reads == PapersSay.Approvals
            ? count(ballots, lots)
            : new CountStory.Refused(
                "count.grades",
                "papers without grades",
                $"papers that grade candidates, for {Id}"
            );
    }

    /// <summary>Whether places can be reserved and limited for groups of candidates.</summary>
    public bool KeepsLimits => Limited.Contains(Id, StringComparer.Ordinal);

    private static readonly string[] Limited =
    [
        "wigm",
        "wigm-prf",
        "meek",
        "meek-prf",
        "meek-shared",
        "meek-fixed",
        "meek-fixed-equalized",
        "warren",
        "pav",
        "cc",
    ];

    private const int MostApproved = Committees.Approvals.MostCandidates;

    private static string Text(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public bool Equals(CountingRule? other) =>
        other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CountingRule);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <inheritdoc />
    public override string ToString() => Id;
}
