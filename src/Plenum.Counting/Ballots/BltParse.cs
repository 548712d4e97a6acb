using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>One reading of one file, either by papers or by lines.</summary>
internal sealed class BltParse(string text, string file, BltLimits limits, bool byLine)
{
    private const int MostFindings = 20;

    private readonly BltTokens tokens = new(text);
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, int> nicknames = new(StringComparer.Ordinal);
    private readonly List<Candidate> withdrawn = [];
    private readonly List<Candidate> tieOrder = [];
    private readonly Dictionary<Ranking, long> papers = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<int, int> namedOn = [];
    private long total;
    private int candidates;
    private bool countNames;

    /// <summary>Whether a paper running over a line's end names a candidate twice: two papers without final 0.</summary>
    public bool RepeatedAcrossLines { get; private set; }

    public BltReading Run()
    {
        if (!Header(out var seats) || !Options() || !AllPapers())
            return new BltReading.Malformed([.. findings]);
        var names = new BltNames(text, tokens, limits);
        if (names.Read(countNames ? null : candidates) is { } wrong)
            Report(wrong.Code, wrong.Line, wrong.Column, wrong.Found, wrong.Expected);
        if (
            findings.Count == 0
            && countNames
            && papers.Keys.Any(paper => paper.HighestNumber > names.Names.Length)
        )
            Report(
                "blt.unknown-candidate",
                1,
                1,
                "a higher number",
                $"candidates up to {names.Names.Length}"
            );
        if (findings.Count == 0 && seats > limits.Candidates)
            Report(
                "blt.too-many",
                1,
                1,
                BltReader.Number(seats),
                $"at most {limits.Candidates} seats"
            );
        if (findings.Count > 0)
            return new BltReading.Malformed([.. findings]);
        var all = papers.Select(pair => new Papers(pair.Key, pair.Value));
        return new BltReading.Read(
            BallotSet.Of(names.Title, names.Names, seats, all, withdrawn, tieOrder)
        );
    }

    private bool Header(out int seats)
    {
        seats = 0;
        if (
            !Integer("the number of candidates", 0, limits.Candidates, out var c)
            || (c == 0 && !byLine)
        )
        {
            if (findings.Count == 0)
                Report("blt.no-candidates", 1, 1, "0", "at least one candidate");
            return false;
        }
        countNames = c == 0;
        candidates = countNames ? limits.Candidates : (int)c;
        if (!Integer("the number of seats, at least 1", 1, limits.Candidates, out var s))
            return false;
        seats = (int)s;
        return true;
    }

    private bool Integer(string what, long least, long most, out long value)
    {
        var token = tokens.Next();
        if (token.Kind == BltTokenKind.Atom && TryNumber(tokens.Text(token), out value))
        {
            if (value >= least && value <= most)
                return true;
            Report(
                "blt.out-of-range",
                token,
                $"{what}, from {BltReader.Number(least)} to {BltReader.Number(most)}"
            );
            return false;
        }
        value = 0;
        Report("blt.not-a-number", token, what);
        return false;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out long value) =>
        long.TryParse(
            digits,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out value
        );

    // Between the header and the first paper: -k and [name ...] in any order.
    private bool Options()
    {
        while (true)
        {
            var token = tokens.Peek();
            if (token.Kind == BltTokenKind.OpenOption)
            {
                tokens.Next();
                if (!Option())
                    return false;
            }
            else if (
                token.Kind == BltTokenKind.Atom
                && TryNumber(tokens.Text(token), out var number)
                && number < 0
            )
            {
                tokens.Next();
                if (number < -candidates)
                    Report(
                        "blt.unknown-candidate",
                        token,
                        $"a candidate withdrawn, from -1 to -{candidates}"
                    );
                else
                    withdrawn.Add(new Candidate((int)-number));
            }
            else
            {
                return true;
            }
        }
    }

    private bool Option()
    {
        var name = tokens.Next();
        var kind = name.Kind == BltTokenKind.Atom ? tokens.Text(name).ToString() : "";
        if (kind is not ("nick" or "tie" or "withdrawn" or "undeclared" or "droop"))
            return Report("blt.unknown-option", name, "nick, tie, withdrawn, undeclared or droop");
        for (var place = 1; ; place++)
        {
            var token = tokens.Next();
            if (token.Kind == BltTokenKind.CloseOption)
                return kind != "nick"
                    || nicknames.Count == candidates
                    || Report("blt.nicknames", token, $"{candidates} nicknames");
            if (token.Kind is BltTokenKind.End or BltTokenKind.Unclosed)
                return Report("blt.unclosed-option", token, "]");
            // What the options of other programs say has no meaning for a count by rule.
            if (kind is "droop")
                continue;
            if (token.Kind != BltTokenKind.Atom)
                return Report("blt.not-a-candidate", token, "a candidate or ]");
            if (kind is "nick")
            {
                if (place > candidates || !nicknames.TryAdd(tokens.Text(token).ToString(), place))
                    Report("blt.nicknames", token, $"{candidates} different nicknames");
            }
            else if (CandidateOf(token) is { } candidate && kind is not "undeclared")
            {
                (kind is "tie" ? tieOrder : withdrawn).Add(candidate);
            }
        }
    }

    private Candidate? CandidateOf(BltToken token)
    {
        var atom = tokens.Text(token);
        if (nicknames.Count > 0 && nicknames.TryGetValue(atom.ToString(), out var place))
            return new Candidate(place);
        if (TryNumber(atom, out var number) && number >= 1 && number <= candidates)
            return new Candidate((int)number);
        Report("blt.unknown-candidate", token, $"a candidate from 1 to {candidates}");
        return null;
    }

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
            else if (
                weight == 0
                && (
                    !byLine
                    || tokens.Peek().Line != token.Line
                    || tokens.Peek().Kind == BltTokenKind.End
                )
            )
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
        var ranking = Ranking.OfMarks(marks);
        var sofar = papers.GetValueOrDefault(ranking);
        if (
            weight > BallotSet.MostPapersOfOneRanking - sofar
            || weight > BallotSet.MostPapers - total
        )
        {
            Report("blt.weight", token, "no more than 2^53 papers of one ranking and 2^62 in all");
            return;
        }
        papers[ranking] = sofar + weight;
        total += weight;
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

    private bool Report(string code, BltToken token, string expected)
    {
        var found =
            token.Kind == BltTokenKind.End ? "the end of the file"
            : token.Kind == BltTokenKind.Unclosed ? "a quote or comment that is never closed"
            : tokens.Text(token) is { Length: > 40 } tooLong ? $"\"{tooLong[..40]}...\""
            : $"\"{tokens.Text(token)}\"";
        return Report(code, token.Line, token.Column, found, expected);
    }

    private bool Report(string code, int line, int column, string found, string expected)
    {
        if (findings.Count < MostFindings)
            findings.Add(new Finding(code, file, line, column, found, expected));
        return false;
    }
}
