using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>
/// Approval profiles as abcvoting writes them: <c>profile: [[0, 2], [1], {0, 1}]</c>, <c>num_cand: 3</c>,
/// <c>committeesize: 2</c>, <c>voter_weights: [1, 2]</c>; candidates are numbered from 0, other keys are not read.
/// </summary>
internal sealed class AbcParse(string text, string file, BallotLimits limits)
{
    private readonly TextParse parse = new(file, limits);
    private readonly List<List<int>> sets = [];
    private readonly List<long> weights = [];
    private int candidates;
    private int seats = 1;
    private int at;
    private int line = 1;
    private int start;

    public BallotReading Run()
    {
        var seen = false;
        while (at < text.Length && !parse.Full)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            if (Starts("profile:"))
            {
                seen = true;
                Sets();
                continue;
            }
            if (Starts("voter_weights:"))
                Weights(end);
            else if (Starts("num_cand:"))
                candidates = Number(end);
            else if (Starts("committeesize:"))
                seats = Math.Max(1, Number(end));
            at = Math.Max(at, end);
            Advance();
        }
        if (!seen)
            parse.Report("abc.profile", 1, 1, "no profile", "profile: [[0, 1], [2]]");
        if (weights.Count > 0 && weights.Count != sets.Count)
            parse.Report(
                "abc.weights",
                1,
                1,
                $"{weights.Count.ToString(CultureInfo.InvariantCulture)} weights",
                "a weight for each set"
            );
        if (candidates == 0 && sets.Count > 0)
            candidates = sets.Max(set => set.Count == 0 ? 0 : set.Max());
        if (sets.Exists(set => set.Exists(c => c > candidates)))
            parse.Report("abc.candidate", 1, 1, "a candidate too high", "less than num_cand");
        return parse.Read(
            "",
            [
                .. Enumerable
                    .Range(0, candidates)
                    .Select(c => c.ToString(CultureInfo.InvariantCulture)),
            ],
            seats,
            parse.Failed
                ? []
                :
                [
                    .. sets.Select(
                        (set, i) =>
                            new Papers(
                                Ranking.OfRanks(
                                    set.Count == 0
                                        ? []
                                        :
                                        [
                                            [.. set.Select(c => new Candidate(c))],
                                        ]
                                ),
                                weights.Count > 0 ? weights[i] : 1
                            )
                    ),
                ],
            set => set.ApprovingFirstRank()
        );
    }

    private bool Starts(string key)
    {
        if (string.CompareOrdinal(text, at, key, 0, key.Length) != 0)
            return false;
        at += key.Length;
        return true;
    }

    private int Number(int end)
    {
        var number = parse.Whole(
            text.AsSpan(at, end - at),
            limits.Candidates,
            "abc.number",
            line,
            at - start + 1,
            "a number"
        );
        return (int)Math.Max(0, number);
    }

    private void Weights(int end)
    {
        foreach (var part in text[at..end].Trim().Trim('[', ']').Split(','))
        {
            var weight = parse.Whole(
                part,
                limits.PapersOfOneLine,
                "abc.number",
                line,
                at - start + 1,
                "whole weights"
            );
            weights.Add(Math.Max(0, weight));
        }
    }

    // A list of lists or sets, over as many lines as it takes.
    private void Sets()
    {
        var (depth, set) = (0, new List<int>());
        for (; at < text.Length && !parse.Full; Advance())
        {
            var c = text[at];
            if (c is '[' or '{')
            {
                depth++;
                set = [];
            }
            else if (c is ']' or '}')
            {
                if (depth == 2)
                    sets.Add(set);
                if (--depth == 0)
                {
                    Advance();
                    return;
                }
            }
            else if (char.IsAsciiDigit(c) && depth == 2)
            {
                var end = at;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
                var who = parse.Whole(
                    text.AsSpan(at, end - at),
                    limits.Candidates - 1,
                    "abc.candidate",
                    line,
                    at - start + 1,
                    "a candidate from 0"
                );
                if (who >= 0 && !set.Contains((int)who + 1))
                    set.Add((int)who + 1);
                at = end - 1;
            }
            else if (depth is 0 or > 2 || !(char.IsWhiteSpace(c) || c == ','))
            {
                if (depth == 0 && char.IsWhiteSpace(c))
                    continue;
                break;
            }
        }
        parse.Report(
            "abc.profile",
            line,
            at - start + 1,
            at < text.Length ? $"\"{text[at]}\"" : "the end of the file",
            "sets of candidates in one list"
        );
        at = text.Length;
    }

    private void Advance()
    {
        if (at < text.Length && text[at] == '\n')
            (line, start) = (line + 1, at + 1);
        at++;
    }
}
