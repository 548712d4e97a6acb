namespace Plenum.Counting.Ballots;

/// <summary>A candidate of one election, by number: 1 for the first name in the file, as in BLT files.</summary>
/// <remarks>The default value, number 0, is nobody: whoever is asked about it throws.</remarks>
/// <param name="Number">1-based place in the list of names.</param>
public readonly record struct Candidate(int Number) : IComparable<Candidate>
{
    internal int Index => Number - 1;

    /// <summary>The place in a list of so many, for what others ask about.</summary>
    internal static int Within(Candidate candidate, int candidates) =>
        candidate.Number >= 1 && candidate.Number <= candidates
            ? candidate.Index
            : throw new ArgumentOutOfRangeException(
                nameof(candidate),
                candidate.Number,
                "There is no candidate of that number."
            );

    internal static Candidate At(int index) => new(index + 1);

    /// <inheritdoc />
    public int CompareTo(Candidate other) => Number.CompareTo(other.Number);

    /// <summary>Whether the left candidate stands earlier in the list.</summary>
    public static bool operator <(Candidate left, Candidate right) => left.Number < right.Number;

    /// <summary>Whether the left candidate stands later in the list.</summary>
    public static bool operator >(Candidate left, Candidate right) => left.Number > right.Number;

    /// <summary>Whether the left candidate is the same or stands earlier in the list.</summary>
    public static bool operator <=(Candidate left, Candidate right) => left.Number <= right.Number;

    /// <summary>Whether the left candidate is the same or stands later in the list.</summary>
    public static bool operator >=(Candidate left, Candidate right) => left.Number >= right.Number;

    /// <inheritdoc />
    public override string ToString() =>
        Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
