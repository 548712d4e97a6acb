using System.Globalization;

namespace Plenum.Domain.Ballots;

/// <summary>Papers of a box in which sections are counted apart as well: each says which part of the roll it came from (C6).</summary>
public static class BySections
{
    private const char Mark = '/';

    /// <summary>The paper of somebody in the part with that number; no number for whoever is in none of them.</summary>
    public static string Written(int part, string paper) =>
        part == 0 ? paper : string.Create(CultureInfo.InvariantCulture, $"{part}{Mark}{paper}");

    /// <summary>What was chosen, without the part.</summary>
    public static string Bare(string paper) => paper[(paper.IndexOf(Mark) + 1)..];

    public static int PartOf(string paper) =>
        paper.IndexOf(Mark) is var mark and > 0
            ? int.Parse(paper.AsSpan(0, mark), CultureInfo.InvariantCulture)
            : 0;
}
