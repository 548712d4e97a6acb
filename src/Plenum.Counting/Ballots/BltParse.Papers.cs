namespace Plenum.Counting.Ballots;

/// <summary>The papers, from the first weight to the lone 0.</summary>
internal sealed partial class BltParse
{
    private readonly PaperRows papers = new();
    private readonly List<int> marks = [];
    private readonly Dictionary<int, int> namedOn = [];
    private Dictionary<Ranking, long>? heavy;
    private long total;

    /// <summary>Whether a paper running over a line's end names a candidate twice: two papers without final 0.</summary>
    public bool RepeatedAcrossLines { get; private set; }

    private bool AllPapers()
    {
        while (findings.Count < MostFindings)
        {
            var token = tokens.Next();
            long weight = 1;
            if (token.Kind == BltTokenKind.Open)
            {
                if (
                    tokens.Next().Kind != BltTokenKind.Atom
                    || tokens.Next().Kind != BltTokenKind.Close
                )
                    return Report("blt.paper-id", token, "(the paper's identifier)");
            }
            else if (token.Kind != BltTokenKind.Atom || !TryWeight(token, out weight))
            {
                return Report(
                    "blt.not-a-weight",
                    token,
                    "how many papers, (an identifier), or 0 after the last paper"
                );
            }
            else if (weight == 0 && !MarksFollow(token.Line))
            {
                return true;
            }
            if (weight < 0 || weight > limits.PapersOfOneLine)
                Report(
                    "blt.weight",
                    token,
                    $"a number of papers up to {BltReader.Number(limits.PapersOfOneLine)}"
                );
            if (!Paper(token.Line))
                return false;
            Keep(weight, token);
        }
        return false;
    }

    // A 0 that numbers follow on its line is the weight of a paper that counts for nothing, not the end of the papers.
    private bool MarksFollow(int line)
    {
        var next = tokens.Peek();
        return next.Line == line
            && next.Kind == BltTokenKind.Atom
            && TryNumber(tokens.Text(next), out _);
    }

    // Digits too many for any weight are still a weight, only too large a one.
    private bool TryWeight(BltToken token, out long weight)
    {
        var atom = tokens.Text(token);
        if (TryNumber(atom, out weight))
            return true;
        weight = long.MaxValue;
        return atom.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private void Keep(long weight, BltToken token)
    {
        if (findings.Count > 0 || weight == 0)
            return;
        if (weight > BallotSet.MostPapers - total || TooHeavy(weight))
        {
            Report("blt.weight", token, "no more than 2^53 papers of one ranking and 2^62 in all");
            return;
        }
        papers.Add(marks, weight);
        total += weight;
    }

    // Only where all papers together are more than one ranking may stand for, single rankings have to be summed.
    private bool TooHeavy(long weight)
    {
        if (weight <= BallotSet.MostPapersOfOneRanking - total)
            return false;
        if (heavy is null)
        {
            heavy = [];
            for (var row = 0; row < papers.Length; row++)
            {
                var earlier = Ranking.OfMarks(papers.Marks(row));
                heavy[earlier] = heavy.GetValueOrDefault(earlier) + papers.Number(row);
            }
        }
        var ranking = Ranking.OfMarks(marks);
        heavy[ranking] = heavy.GetValueOrDefault(ranking) + weight;
        return heavy[ranking] > BallotSet.MostPapersOfOneRanking;
    }

    private bool Paper(int line)
    {
        marks.Clear();
        var inGroup = false;
        var sharing = false;
        while (true)
        {
            var token = tokens.Next();
            if (byLine && (token.Line != line || token.Kind == BltTokenKind.End))
            {
                tokens.GoTo(token);
                return true;
            }
            if (marks.Count >= limits.MarksOfOneLine)
                return Report(
                    "blt.too-many",
                    token,
                    $"at most {limits.MarksOfOneLine} marks on a paper"
                );
            if (token.Kind == BltTokenKind.Open && !inGroup)
                (inGroup, sharing) = (true, false);
            else if (token.Kind == BltTokenKind.Close && inGroup)
                (inGroup, sharing) = (false, false);
            else if (token.Kind == BltTokenKind.Equal && marks.Count > 0 && !inGroup)
                sharing = true;
            else if (token.Kind != BltTokenKind.Atom)
                return Report("blt.not-a-candidate", token, "a candidate, or 0 after the last");
            else if (tokens.Text(token) is "0" && !inGroup && !sharing)
            {
                if (!byLine || tokens.Peek().Line != line || tokens.Peek().Kind == BltTokenKind.End)
                    return true;
                marks.Add(0);
            }
            else if (tokens.Text(token) is "-")
                marks.Add(0);
            else if (CandidateOf(token) is { } candidate)
            {
                RepeatedAcrossLines |=
                    namedOn.GetValueOrDefault(candidate.Number) == line && token.Line != line;
                namedOn[candidate.Number] = line;
                // A skipped rank has nothing to share.
                marks.Add(sharing && marks[^1] != 0 ? -candidate.Number : candidate.Number);
                sharing = inGroup;
            }
            else if (findings.Count >= MostFindings)
                return false;
        }
    }
}
