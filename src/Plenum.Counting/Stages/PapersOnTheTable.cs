using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Stages;

/// <summary>The papers of a set, read as preferences among those who stand.</summary>
internal sealed record PapersOnTheTable(
    bool[] Stands,
    PreferenceTree Tree,
    long ValidPapers,
    long InvalidPapers,
    int Threads
)
{
    public static PapersOnTheTable Of(BallotSet ballots)
    {
        var stands = StandsOf(ballots);
        var tree = PreferenceTree.Of(ballots, stands);
        var valid = tree.Papers(tree.Root);
        return new PapersOnTheTable(stands, tree, valid, ballots.Number - valid, ballots.Threads);
    }

    /// <summary>Everybody but those who withdrew.</summary>
    public static bool[] StandsOf(BallotSet ballots)
    {
        var stands = new bool[ballots.Names.Length];
        Array.Fill(stands, true);
        foreach (var candidate in ballots.Withdrawn)
            stands[candidate.Index] = false;
        return stands;
    }

    /// <summary>All of them on a sheet, each worth a vote.</summary>
    public CountingSheet Sheet(Lots lots) => new(Stands, Tree, [(Tree.Root, Votes.Of(1))], lots);

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
            () => sheet.Held(ballots)
        );
}
