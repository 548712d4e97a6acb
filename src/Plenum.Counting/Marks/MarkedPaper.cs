using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.Counting.Marks;

/// <summary>A mark on a paper: at which rank, and what is marked there.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Choice">A candidate's name as the record has it, <see cref="Overvote" /> or <see cref="WriteIn" />.</param>
public readonly record struct Mark(int Rank, string Choice)
{
    /// <summary>The record says that more was marked at a rank than one candidate, and not what.</summary>
    public const string Overvote = "overvote";

    /// <summary>Somebody was written in whom nobody declared.</summary>
    public const string WriteIn = "Undeclared Write-ins";
}

/// <summary>
/// One paper as the voter marked it, skipped ranks, overvotes and repeats included: what voter-error rules look at, and what
/// a <see cref="Ballots.Ranking" /> no longer says.
/// </summary>
/// <param name="Marks">The marks by rank; several at one rank are an overvote.</param>
public sealed record MarkedPaper(ImmutableArray<Mark> Marks)
{
    /// <summary>The marks by rank; several at one rank are an overvote.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = Lists.Made(Marks);

    /// <inheritdoc />
    public bool Equals(MarkedPaper? other) => other is not null && Lists.Same(Marks, other.Marks);

    /// <inheritdoc />
    public override int GetHashCode() => Lists.Hash(Marks);

    // Papers that are marked alike go the same way.
    internal string Key
    {
        get
        {
            var text = new StringBuilder();
            foreach (var mark in Marks)
                text.Append(CultureInfo.InvariantCulture, $"{mark.Rank}:{mark.Choice}\n");
            return text.ToString();
        }
    }

    internal static MarkedPaper Of(IEnumerable<Mark> marks) =>
        new([.. marks.OrderBy(mark => mark.Rank)]);
}
