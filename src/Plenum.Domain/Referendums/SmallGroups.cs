using System.Collections.Immutable;
using Plenum.Domain.Ballots;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Referendums;

/// <summary>Of a secret vote nobody is told the figures of a group so small that one could tell who chose what.</summary>
public static class SmallGroups
{
    /// <summary>Fewer papers than this are shown only together with others: as many as make a section (C6).</summary>
    public const int Smallest = Labels.LeastMembers;

    /// <summary>
    /// The parts whose figures may stand alone. The others stand together, and when together they are still too few the
    /// smallest of those that could stand alone joins them: otherwise they would be what is left of the whole.
    /// </summary>
    public static ImmutableSortedDictionary<int, int> Shown(
        ImmutableArray<Choice[]> counted,
        bool secret
    )
    {
        var sizes = counted.Select((c, part) => (Part: part, Size: c.Length)).Skip(1).ToArray();
        if (!secret)
            return sizes.ToImmutableSortedDictionary(s => s.Part, s => s.Size);
        var shown = sizes.Where(s => s.Size >= Smallest).OrderBy(s => s.Size).ToList();
        var rest = counted.Sum(c => c.Length) - shown.Sum(s => s.Size);
        while (rest is > 0 and < Smallest && shown.Count > 0)
        {
            rest += shown[0].Size;
            shown.RemoveAt(0);
        }
        return shown.ToImmutableSortedDictionary(s => s.Part, s => s.Size);
    }
}
