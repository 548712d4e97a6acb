namespace Plenum.Domain.Statutes;

/// <summary>One section as a power index sees it: its members and its votes.</summary>
public sealed record SectionFact(string Section, int Members, int Votes);

/// <summary>What is known about the sections that vote together; none, and C6 cannot be examined.</summary>
public sealed record SectionFacts(EquatableArray<SectionFact> Sections)
{
    public static readonly SectionFacts None = new([]);
}
