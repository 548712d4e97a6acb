using System.Collections.Immutable;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Marks;

/// <summary>
/// Counts papers as they were marked: instant run-off and STV by whole or four-place thresholds with rules for voters'
/// errors, as RCTab (Universal RCV Tabulator) lays them down in its configuration and shows in its test reports.
/// </summary>
/// <remarks>
/// A paper counts for the first candidate on it who still stands; on the way to them, ranks skipped, overvotes and
/// repeats make it inactive or are passed over as the rules say. A surplus is carried on by every paper at what it is
/// worth times surplus over votes, both cut to the places; what the cutting leaves is residual surplus. Aliases are
/// resolved before marks are looked at.
/// </remarks>
public static class Tabulator
{
    /// <summary>Counts; one tabulation, or one for each seat when seats are filled seat by seat.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="papers">The papers; every choice must be a candidate's name, an overvote or a write-in.</param>
    /// <param name="lots">For ties that the origin asks about (<see cref="MarkTies.Lot" />).</param>
    /// <returns>At least one tabulation.</returns>
    public static ImmutableArray<Tabulation> Count(
        MarkRules rules,
        IEnumerable<MarkedPaper> papers,
        Lots lots
    )
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(lots);
        ImmutableArray<(MarkedPaper, long)> together =
        [
            .. papers
                .GroupBy(paper => paper.Key, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.First(), group.LongCount())),
        ];
        if (rules.SeatsBy != SeatsBy.SeatBySeat)
            return [new TabulationSheet(rules, together, lots).Run()];
        var passes = new List<Tabulation>();
        var pass = rules with { Seats = 1 };
        while (passes.Count < rules.Seats)
        {
            var one = new TabulationSheet(pass, together, lots).Run();
            passes.Add(one);
            if (one.Elected.Length != 1)
                break;
            pass = pass with
            {
                Candidates =
                [
                    .. pass.Candidates.Select(c =>
                        c with
                        {
                            Excluded = c.Excluded || c.Name == one.Elected[0],
                        }
                    ),
                ],
            };
        }
        return [.. passes];
    }
}
