using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>Stories as plain text for people at a terminal.</summary>
public static class StoryText
{
    /// <summary>Writes a story.</summary>
    /// <param name="story">The story.</param>
    public static string Write(CountStory story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var text = new StringBuilder();
        switch (story)
        {
            case CountStory.ByStages(var count):
                return CountText.Write(count);
            case CountStory.ByRounds(var count):
                Head(text, count.Rule, count.Ballots, count.ValidPapers, count.InvalidPapers);
                foreach (var round in count.Rounds)
                    Round(text, count.Ballots, round);
                foreach (var note in count.Places)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"stage {note.Round}: {note.Candidate} {(note.Guarded ? "guarded" : "doomed")}, {note.Left} {note.Group} left for {note.Places} places\n"
                    );
                Tail(text, count.Ballots, count.Elected, count.Ties);
                break;
            case CountStory.ByPairs(var count):
                var pairs = count.Pairs;
                Head(text, count.Rule, count.Ballots, pairs.ValidPapers, pairs.InvalidPapers);
                foreach (var (place, equal) in count.Order.Index())
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{place + 1}. {string.Join(" = ", equal.Select(c => count.Ballots.Names[c.Index]))}\n"
                    );
                Tail(text, count.Ballots, count.Elected, count.Ties);
                break;
            case CountStory.ByScores(var count):
                Head(text, count.Rule, count.Ballots, count.ValidPapers, count.InvalidPapers);
                foreach (var (name, score) in count.Ballots.Names.Zip(count.Scores))
                    text.Append(CultureInfo.InvariantCulture, $"{score}  {name}\n");
                Tail(text, count.Ballots, count.Elected, count.Ties);
                break;
            case CountStory.ByCommittees(var count):
                Head(text, count.Rule, count.Ballots, count.ValidPapers, count.InvalidPapers);
                foreach (var committee in count.Committees)
                    text.Append("committee: ").AppendJoin(", ", committee).Append('\n');
                Tail(text, count.Ballots, count.Elected, count.Ties);
                break;
            case CountStory.Refused(_, var found, var expected):
                text.Append(CultureInfo.InvariantCulture, $"found {found}, expected {expected}\n");
                break;
        }
        return text.ToString();
    }

    private static void Head(
        StringBuilder text,
        string rule,
        BallotSet ballots,
        long valid,
        long invalid
    )
    {
        if (ballots.Title.Length > 0)
            text.Append(ballots.Title).Append('\n');
        text.Append(
            CultureInfo.InvariantCulture,
            $"rule {rule}   seats {ballots.Seats}   valid papers {valid}   invalid {invalid}\n\n"
        );
    }

    private static void Round(StringBuilder text, BallotSet ballots, Round round)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"stage {round.Number}: {What(round.Action)}, quota {round.Quota}{(round.Needed is { } needed ? $", needed {needed}" : "")}\n"
        );
        foreach (var (i, votes) in round.Votes.Index())
        {
            var keep = round.Keep.IsEmpty ? "" : $"  keep {round.Keep[i]}";
            var elected = round.Elected.Contains(new Candidate(i + 1)) ? " elected" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {votes, 24}{keep}  {ballots.Names[i]}{elected}\n"
            );
        }
        text.Append(CultureInfo.InvariantCulture, $"  {round.NonTransferable, 24}  -\n\n");
    }

    private static string What(RoundAction action) =>
        action switch
        {
            RoundAction.Sorting => "sorted",
            RoundAction.Surplus(var from, var excess) => $"surplus {excess} of {from}",
            RoundAction.Exclusion(var excluded) => $"{string.Join(", ", excluded)} out",
            RoundAction.Batch(var excluded, var value) =>
                $"{string.Join(", ", excluded)} out, papers at {value}",
            RoundAction.Iteration(var steps, _) => string.Create(
                CultureInfo.InvariantCulture,
                $"iterated {steps} times"
            ),
            RoundAction.Quotient(var elected) => $"{elected} by quotient",
            RoundAction.Filling => "last places",
        };

    private static void Tail(
        StringBuilder text,
        BallotSet ballots,
        ImmutableArray<Candidate> elected,
        ImmutableArray<Tie> ties
    )
    {
        foreach (var (place, candidate) in elected.Index())
            text.Append(
                CultureInfo.InvariantCulture,
                $"elected {place + 1}: {candidate} {ballots.Names[candidate.Index]}\n"
            );
        foreach (var tie in ties)
            text.Append(
                CultureInfo.InvariantCulture,
                $"tie at stage {tie.Stage}: {string.Join(", ", tie.Tied)} -> {tie.Chosen} by {(tie.Steps.All(step => step is TieStep.Lot) ? "lot" : string.Join(", ", tie.Steps.Select(CountText.How)))}\n"
            );
    }
}
