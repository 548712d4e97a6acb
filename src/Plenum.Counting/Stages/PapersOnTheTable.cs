using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Stages;

/// <summary>The valid papers of a set, read as preferences among those who stand.</summary>
internal sealed record PapersOnTheTable(
    bool[] Stands,
    CountingSheet.Bundle[] Bundles,
    long ValidPapers,
    long InvalidPapers
)
{
    public static PapersOnTheTable Of(BallotSet ballots)
    {
        var stands = new bool[ballots.Names.Length];
        Array.Fill(stands, true);
        foreach (var candidate in ballots.Withdrawn)
            stands[candidate.Index] = false;
        var reader = new Preferences(stands);
        var bundles = new List<CountingSheet.Bundle>(ballots.Papers.Length);
        var (valid, invalid) = (0L, 0L);
        foreach (var (ranking, number) in ballots.Papers)
        {
            var preferences = reader.Of(ranking);
            if (preferences.Length == 0)
            {
                invalid += number;
                continue;
            }
            valid += number;
            bundles.Add(new CountingSheet.Bundle(ranking, preferences, number, Votes.Of(1)));
        }
        return new PapersOnTheTable(stands, [.. bundles], valid, invalid);
    }

    public ElectionCount Finish(string rule, BallotSet ballots, Votes quota, CountingSheet sheet) =>
        new(
            rule,
            ballots,
            ValidPapers,
            InvalidPapers,
            quota,
            [.. sheet.Stages],
            [.. sheet.Elected],
            [.. sheet.Ties],
            sheet.Held
        );
}
