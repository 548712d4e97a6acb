using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>One reading of one file, either by papers or by lines.</summary>
internal sealed partial class BltParse(string text, string file, BallotLimits limits, bool byLine)
{
    private const int MostFindings = 20;

    private readonly BltTokens tokens = new(text);
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, int> nicknames = new(StringComparer.Ordinal);
    private readonly List<Candidate> withdrawn = [];
    private readonly List<Candidate> tieOrder = [];
    private int candidates;

    /// <summary>Whether the header leaves it to the names how many candidates there are.</summary>
    public bool CandidatesFromNames { get; private set; }

    public BallotReading Run()
    {
        if (!Header(out var seats) || !Options() || !AllPapers())
            return new BallotReading.Malformed([.. findings]);
        var names = new BltNames(text, tokens, limits);
        if (names.Read(CandidatesFromNames ? null : candidates) is { } wrong)
            Report(wrong.Code, wrong.Line, wrong.Column, wrong.Found, wrong.Expected);
        if (findings.Count == 0 && HighestNumber() > names.Names.Length)
        {
            var found = BltReader.Number(HighestNumber());
            Report("blt.unknown-candidate", 1, 1, found, $"candidates up to {names.Names.Length}");
        }
        if (findings.Count > 0)
            return new BallotReading.Malformed([.. findings]);
        return new BallotReading.Read(
            BallotSet.Of(names.Title, names.Names, seats, papers, withdrawn, tieOrder)
        );
    }

    private int HighestNumber() =>
        withdrawn
            .Concat(tieOrder)
            .Select(candidate => candidate.Number)
            .Append(papers.Highest())
            .Max();

    private bool Header(out int seats)
    {
        seats = 0;
        if (!Integer("the number of candidates", 0, limits.Candidates, out var c))
            return false;
        CandidatesFromNames = c == 0;
        if (CandidatesFromNames && !byLine)
            return Report("blt.no-candidates", 1, 1, "0", "at least one candidate");
        candidates = CandidatesFromNames ? limits.Candidates : (int)c;
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
