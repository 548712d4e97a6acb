using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>One section as a power index sees it: its members and its votes.</summary>
public sealed record SectionFact(string Section, int Members, int Votes);

/// <summary>What is known about the sections that vote together; none, and C6 cannot be examined.</summary>
public sealed record SectionFacts(EquatableArray<SectionFact> Sections)
{
    private const int MostSections = 2_000;

    public static readonly SectionFacts None = new([]);

    /// <summary>Reads lines of <c>section,members,votes</c> under that heading; lines that begin with # are remarks.</summary>
    public static FactsRead Parse(string csv)
    {
        var facts = ImmutableArray.CreateBuilder<SectionFact>();
        var lines = csv.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (
                line.Length == 0
                || line.StartsWith('#')
                || (facts.Count == 0 && line == "section,members,votes")
            )
                continue;
            if (Fact(line) is not { } fact || facts.Count == MostSections)
                return new FactsRead.Unreadable(i + 1);
            facts.Add(fact);
        }
        return new FactsRead.Read(new SectionFacts(facts.ToEquatable()));
    }

    // The name may hold commas; the two numbers stand last.
    private static SectionFact? Fact(string line)
    {
        var parts = line.Split(',');
        return
            parts.Length >= 3
            && int.TryParse(
                parts[^2].Trim(),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var members
            )
            && Values.Whole(parts[^1].Trim()) is { } votes
            ? new(string.Join(',', parts[..^2]).Trim('"', ' '), members, votes)
            : null;
    }
}

/// <summary>A file of facts, read or not.</summary>
public abstract record FactsRead
{
    private FactsRead() { }

    public sealed record Read(SectionFacts Facts) : FactsRead;

    public sealed record Unreadable(int Line) : FactsRead;
}
