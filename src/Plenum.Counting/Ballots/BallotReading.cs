using System.Collections.Immutable;

namespace Plenum.Counting.Ballots;

/// <summary>One thing that is wrong in a file, and where.</summary>
/// <param name="Code">A stable code, for programs: <c>blt.unknown-candidate</c>.</param>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column, in characters.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What may stand there.</param>
public sealed record Finding(
    string Code,
    string File,
    int Line,
    int Column,
    string Found,
    string Expected
)
{
    /// <summary>One line for people who write files: <c>ward.blt:3:7: found "x", expected a candidate from 1 to 5</c>.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{File}:{Line}:{Column}: found {Found}, expected {Expected}"
        );
}

/// <summary>What came of reading a file: the papers, or every reason why not.</summary>
public abstract record BallotReading
{
    private BallotReading() { }

    /// <summary>The file was understood.</summary>
    /// <param name="Ballots">What it holds.</param>
    public sealed record Read(BallotSet Ballots) : BallotReading;

    /// <summary>The file was not understood.</summary>
    /// <param name="Findings">At least one, in the order of the file; at most 20.</param>
    public sealed record Malformed(ImmutableArray<Finding> Findings) : BallotReading
    {
        /// <inheritdoc />
        public bool Equals(Malformed? other) =>
            other is not null && Lists.Same(Findings, other.Findings);

        /// <inheritdoc />
        public override int GetHashCode() => Lists.Hash(Findings);
    }
}

/// <summary>How large a file may be before it is refused unread.</summary>
/// <param name="Bytes">Bytes of the file.</param>
/// <param name="Candidates">Candidates, and seats.</param>
/// <param name="PapersOfOneLine">The weight of one line; at most 2^53.</param>
/// <param name="MarksOfOneLine">Marks on one paper.</param>
/// <param name="NameLength">Characters of a name or title.</param>
public sealed record BallotLimits(
    int Bytes = 256 * 1024 * 1024,
    int Candidates = 1_000,
    long PapersOfOneLine = BallotSet.MostPapersOfOneRanking,
    int MarksOfOneLine = 10_000,
    int NameLength = 1_000
)
{
    /// <summary>The limits used when none are named.</summary>
    public static BallotLimits Usual { get; } = new();

    // No more candidates than a set may have.
    internal BallotLimits Possible() =>
        Candidates <= BallotSet.MostCandidates
            ? this
            : this with
            {
                Candidates = BallotSet.MostCandidates,
            };
}
