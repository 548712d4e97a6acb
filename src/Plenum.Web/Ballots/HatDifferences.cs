using System.Collections.Immutable;
using Plenum.Domain.Ballots;

namespace Plenum.Web.Ballots;

/// <summary>One kind of paper that two people counted differently.</summary>
public sealed record HatDifference(string Paper, int First, int Second);

/// <summary>Where two entries of one hat differ, so that only those papers are looked at again.</summary>
public static class HatDifferences
{
    public static ImmutableArray<HatDifference> Of(PaperEntry first, PaperEntry second)
    {
        var (one, other) = (Piles(first), Piles(second));
        return
        [
            .. one
                .Keys.Union(other.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(paper => new HatDifference(
                    paper,
                    one.GetValueOrDefault(paper),
                    other.GetValueOrDefault(paper)
                ))
                .Where(d => d.First != d.Second),
        ];
    }

    private static Dictionary<string, int> Piles(PaperEntry entry) =>
        entry
            .Written.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(p => p, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
