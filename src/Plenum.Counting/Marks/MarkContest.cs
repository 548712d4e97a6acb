using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Marks;

/// <summary>A file of cast vote records a configuration names; places are counted from 1.</summary>
/// <param name="Path">Where it is, as the configuration has it.</param>
/// <param name="Provider"><c>ess</c>, <c>cdf</c>, <c>genericCsv</c> or <c>clearBallot</c>.</param>
public sealed record MarkSource(string Path, string Provider)
{
    /// <summary>Which contest of the file.</summary>
    public string Contest { get; init; } = "";

    /// <summary>The column of the first rank.</summary>
    public int FirstColumn { get; init; } = 1;

    /// <summary>The row of the first paper.</summary>
    public int FirstRow { get; init; } = 2;

    /// <summary>What stands between several names in a cell; empty when cells hold one.</summary>
    public string Between { get; init; } = "";

    /// <summary>What a cell says for an overvote.</summary>
    public string Overvote { get; init; } = "";

    /// <summary>What a cell says for a skipped rank.</summary>
    public string Skipped { get; init; } = "";

    /// <summary>What a cell says for somebody nobody declared.</summary>
    public string WriteIn { get; init; } = "";

    /// <summary>Whether an empty cell is a write-in.</summary>
    public bool BlankIsWriteIn { get; init; }
}

/// <summary>What came of reading rules or papers: the thing, or what is wrong.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public abstract record MarkReading<T>
{
    private MarkReading() { }

    /// <summary>It was understood.</summary>
    /// <param name="Value">What it says.</param>
    public sealed record Read(T Value) : MarkReading<T>;

    /// <summary>It was not.</summary>
    /// <param name="Findings">Why; at least one.</param>
    public sealed record Malformed(ImmutableArray<Finding> Findings) : MarkReading<T>
    {
        /// <inheritdoc />
        public bool Equals(Malformed? other) =>
            other is not null && Lists.Same(Findings, other.Findings);

        /// <inheritdoc />
        public override int GetHashCode() => Lists.Hash(Findings);
    }

    internal static MarkReading<T> Bad(string code, string file, string found, string expected) =>
        new Malformed([new Finding(code, file, 1, 1, found, expected)]);
}

/// <summary>A contest: its rules and where its papers are.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Sources">The files.</param>
public sealed record MarkContest(MarkRules Rules, ImmutableArray<MarkSource> Sources)
{
    /// <summary>The files.</summary>
    public ImmutableArray<MarkSource> Sources { get; init; } = Lists.Made(Sources);

    /// <inheritdoc />
    public bool Equals(MarkContest? other) =>
        other is not null && Rules == other.Rules && Lists.Same(Sources, other.Sources);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rules, Lists.Hash(Sources));
}
