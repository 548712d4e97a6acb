using System.Collections.Immutable;
using System.Globalization;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Constraints;

/// <summary>What came of reading limits on places: the limits, or every reason why not.</summary>
public abstract record PlaceLimitsReading
{
    private PlaceLimitsReading() { }

    /// <summary>The file was understood.</summary>
    /// <param name="Limits">What it holds.</param>
    public sealed record Read(PlaceLimits Limits) : PlaceLimitsReading;

    /// <summary>The file was not understood.</summary>
    /// <param name="Findings">At least one, in the order of the file; at most 20.</param>
    public sealed record Malformed(ImmutableArray<Finding> Findings) : PlaceLimitsReading
    {
        /// <inheritdoc />
        public bool Equals(Malformed? other) =>
            other is not null && Lists.Same(Findings, other.Findings);

        /// <inheritdoc />
        public override int GetHashCode() => Lists.Hash(Findings);
    }
}

/// <summary>
/// Reads limits as OpenTally's CON files have them: a line a group, <c>"category" "group" least most candidate ...</c>,
/// candidates by number; <c>#</c> begins a comment. Every candidate is in exactly one group of each category. Total: any bytes
/// give an answer, never an exception.
/// </summary>
public static class PlaceLimitsReader
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Reads them.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="candidates">How many candidates there are.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <exception cref="ArgumentNullException">The file's name is null; it may be empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No candidates.</exception>
    public static PlaceLimitsReading Read(
        ReadOnlySpan<byte> bytes,
        int candidates,
        string file = ""
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (bytes.Length > MostBytes)
            return new PlaceLimitsReading.Malformed([
                new Finding("constraints.too-large", file, 1, 1, "a large file", "at most 1 MB"),
            ]);
        var groups = new List<PlaceGroup>();
        foreach (var (index, raw) in BltText.Decode(bytes).Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (Group(line, candidates) is { } group)
                groups.Add(group);
            else
                findings.Add(
                    new Finding(
                        "constraints.line",
                        file,
                        index + 1,
                        1,
                        line.Length > 60 ? line[..60] : line,
                        $"\"category\" \"group\" least most and candidates from 1 to {candidates}"
                    )
                );
        }
        foreach (var category in groups.GroupBy(g => g.Category, StringComparer.Ordinal))
        {
            var all = category.SelectMany(g => g.Members).Order().ToList();
            if (!all.SequenceEqual(Enumerable.Range(1, candidates).Select(n => new Candidate(n))))
                findings.Add(
                    new Finding(
                        "constraints.category",
                        file,
                        1,
                        1,
                        category.Key,
                        "every candidate in exactly one of its groups"
                    )
                );
        }
        var limits = new PlaceLimits([.. groups]);
        if (findings.Count == 0 && limits.Kinds(candidates) > PlaceLimits.MostKinds)
            findings.Add(
                new Finding(
                    "constraints.kinds",
                    file,
                    1,
                    1,
                    "too many kinds of candidates",
                    $"at most {PlaceLimits.MostKinds}"
                )
            );
        return findings.Count == 0
            ? new PlaceLimitsReading.Read(limits)
            : new PlaceLimitsReading.Malformed([.. findings.Take(20)]);
    }

    private static PlaceGroup? Group(string line, int candidates)
    {
        var words = Words(line);
        var numbers = new List<int>();
        foreach (var word in words.Skip(2))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                return null;
            numbers.Add(n);
        }
        return
            numbers.Count < 2
            || numbers.Skip(2).Any(n => n < 1 || n > candidates)
            || numbers.Skip(2).Distinct().Count() != numbers.Count - 2
            ? null
            : new PlaceGroup(
                words[0],
                words[1],
                numbers[0],
                numbers[1],
                [.. numbers.Skip(2).Select(n => new Candidate(n))]
            );
    }

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        for (var at = 0; at < line.Length; )
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }
            var quoted = line[at] == '"';
            var end = quoted ? line.IndexOf('"', at + 1) : line.IndexOfAny([' ', '\t'], at);
            end = end < 0 ? line.Length : end;
            words.Add(line[(quoted ? at + 1 : at)..end]);
            at = end + 1;
        }
        return words;
    }
}
