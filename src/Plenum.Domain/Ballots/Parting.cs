namespace Plenum.Domain.Ballots;

/// <summary>Papers of a box in which those who were there before an influx are counted apart as well (C19).</summary>
public static class Parting
{
    private const string Mark = "Earlier:";

    /// <summary>The paper as it falls into the box: an earlier member's says that it is one, and nothing else of them.</summary>
    public static string Written(Box box, MemberNo voter, string paper) =>
        box.IsParted && box.Earlier.Contains(voter) ? Mark + paper : paper;

    /// <summary>A line of the hat in its one written form; the marked papers are the earlier members'.</summary>
    public static string Normal(Box box, string line)
    {
        var isEarlier =
            box.IsParted && line.Trim().StartsWith(Mark, StringComparison.OrdinalIgnoreCase);
        var paper = Papers.Normal(box, isEarlier ? line.Trim()[Mark.Length..] : line);
        return isEarlier && paper.Length > 0 ? Mark + paper : paper;
    }

    public static bool IsEarlier(string paper) => paper.StartsWith(Mark, StringComparison.Ordinal);

    public static Choice ChoiceOn(string paper) =>
        Enum.Parse<Choice>(IsEarlier(paper) ? paper[Mark.Length..] : BySections.Bare(paper));

    /// <summary>How many papers of each kind were handed out.</summary>
    public static int Issued(Box box, bool earlier) =>
        box.Marks.Count(m =>
            m.Value == Ballots.Mark.Paper && box.Earlier.Contains(m.Key) == earlier
        );
}
