using System.Globalization;
using System.Text;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>A count as a plain-text table for people at a terminal: one row a candidate, one column a stage.</summary>
internal static class CountText
{
    private const int NameWidth = 30;

    /// <summary>Writes a count.</summary>
    /// <param name="count">The count.</param>
    public static string Write(ElectionCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        var text = new StringBuilder();
        if (count.Ballots.Title.Length > 0)
            text.Append(count.Ballots.Title).Append('\n');
        text.Append(
            CultureInfo.InvariantCulture,
            $"rule {count.Rule}   seats {count.Ballots.Seats}   valid papers {count.ValidPapers}   invalid {count.InvalidPapers}   quota {count.Quota}\n\n"
        );
        Table(text, count);
        text.Append('\n');
        for (var i = 0; i < count.Elected.Length; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"elected {i + 1}: {count.Elected[i]} {count.NameOf(count.Elected[i])}\n"
            );
        foreach (var tie in count.Ties)
            text.Append(
                CultureInfo.InvariantCulture,
                $"tie at stage {tie.Stage}: {string.Join(", ", tie.Tied)} -> {tie.Chosen} by {string.Join(", then ", tie.Steps.Select(How))}\n"
            );
        return text.ToString();
    }

    private static void Table(StringBuilder text, ElectionCount count)
    {
        var votes = count.Stages.Select(stage =>
            stage.Votes.Append(stage.NonTransferable).Append(stage.LostInRounding)
        );
        var width =
            2 + Math.Max(9, votes.SelectMany(column => column).Max(each => each.ToString().Length));
        Row(text, "", count.Stages.Select(stage => $"stage {stage.Number}"), width);
        Row(text, "", count.Stages.Select(stage => What(stage.Action)), width);
        for (var c = 0; c < count.Ballots.Names.Length; c++)
        {
            var name =
                $"{(c + 1).ToString(CultureInfo.InvariantCulture), 3} {count.Ballots.Names[c]}";
            Row(
                text,
                name,
                count.Stages.Select(stage => stage.Votes[c] + Mark(stage, c + 1)),
                width
            );
        }
        Row(
            text,
            "    non-transferable",
            count.Stages.Select(stage => $"{stage.NonTransferable} "),
            width
        );
        Row(
            text,
            "    lost in rounding",
            count.Stages.Select(stage => $"{stage.LostInRounding} "),
            width
        );
    }

    private static string Mark(Stage stage, int number) =>
        stage.Elected.Any(election => election.Candidate.Number == number) ? "*" : " ";

    private static void Row(StringBuilder text, string head, IEnumerable<string> cells, int width)
    {
        var row = new StringBuilder(
            head.Length > NameWidth ? head[..NameWidth] : head.PadRight(NameWidth)
        );
        foreach (var cell in cells)
            row.Append(cell.PadLeft(width));
        text.Append(row.ToString().TrimEnd()).Append('\n');
    }

    private static string What(StageAction action) =>
        action switch
        {
            StageAction.Sorting => "sorted",
            StageAction.Surplus(var from, _) => $"{from} +>",
            StageAction.Exclusion(var excluded) => $"{excluded} out",
        };

    internal static string How(TieStep step) =>
        step switch
        {
            TieStep.EarlierStage(var stage, _, _, _) => Stage(stage),
            TieStep.EarliestRound(var round, _, _, _) => Stage(round),
            TieStep.Lot(var number, _, _, _) => string.Create(
                CultureInfo.InvariantCulture,
                $"lot {number}"
            ),
        };

    private static string Stage(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"stage {number}");
}
